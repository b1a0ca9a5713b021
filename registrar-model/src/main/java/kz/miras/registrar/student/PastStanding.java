package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kz.miras.registrar.curriculum.Curriculum;

/**
 * MOV-16. How somebody stood on a past day, by the orders applied since: whoever was on a grant and
 * in course 2 when a session ended is judged so, whatever was ordered afterwards. Immutable.
 *
 * @param status on the day
 * @param course course year on the day
 * @param curriculum followed on the day
 * @param group null where there was none
 * @param form form of study on the day
 * @param funding who paid on the day
 */
public record PastStanding(
    StudentStatus status,
    int course,
    Curriculum curriculum,
    StudentGroup group,
    StudyForm form,
    Funding funding) {

  /**
   * The standing at the end of a day. A step that was taken back, and the step back, count for
   * nothing. What an old order does not tell is as the next one, or today's standing, has it.
   *
   * @param today how the student stands now
   * @param changes all steps, in the order of their effect
   * @return empty where the student had not been admitted yet
   */
  public static Optional<PastStanding> on(
      LocalDate day, Standing today, List<StudentStatusChange> changes) {
    Set<StudentStatusChange> undone = new HashSet<>();
    changes.stream()
        .filter(step -> step.getUndoes() != null)
        .forEach(step -> undone.add(step.getUndoes()));
    List<StudentStatusChange> steps =
        changes.stream()
            .filter(step -> step.getUndoes() == null && !undone.contains(step))
            .toList();
    List<StudentStatusChange> past =
        steps.stream().filter(step -> !step.getEffectiveOn().isAfter(day)).toList();
    List<StudentStatusChange> later =
        steps.stream().filter(step -> step.getEffectiveOn().isAfter(day)).toList();
    if (past.isEmpty() && !later.isEmpty() && later.get(0).getBefore() == null) {
      return Optional.empty();
    }
    Standing reached = past.isEmpty() ? null : past.get(past.size() - 1).getAfter();
    Known known = new Known(reached, later, today);
    return Optional.of(
        new PastStanding(
            known.of(Standing::getStatus),
            known.of(Standing::getCourseYear),
            known.of(Standing::getCurriculum),
            known.group(),
            known.of(Standing::getForm),
            known.of(Standing::getFunding)));
  }

  /** What steps tell of a standing: the one reached first, then what later ones began from. */
  private record Known(Standing reached, List<StudentStatusChange> later, Standing today) {

    <T> T of(Function<Standing, T> part) {
      T told = reached == null ? null : part.apply(reached);
      for (StudentStatusChange step : later) {
        if (told == null && step.getBefore() != null) {
          told = part.apply(step.getBefore());
        }
      }
      return told == null ? part.apply(today) : told;
    }

    /** A group may be none; only who tells of the whole standing tells of it. */
    StudentGroup group() {
      if (reached != null && reached.isComplete()) {
        return reached.getGroup();
      }
      for (StudentStatusChange step : later) {
        if (step.getBefore() != null && step.getBefore().isComplete()) {
          return step.getBefore().getGroup();
        }
      }
      return today.getGroup();
    }
  }
}
