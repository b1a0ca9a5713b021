package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.student.LeavePeriod;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentStatusChange;

/**
 * DEB-1. In which academic years a student is in the course of now, by the orders that stand. A
 * year that begins before its order of promotion does not move the course: it stays in the year it
 * was entered in until a promotion, a repeated year or a return moves it.
 *
 * <p>Immutable.
 *
 * @param course course year, from 1
 * @param entered start of the academic year in which the student came into it first
 * @param year start of the academic year in which the student is in it: later than {@code entered}
 *     where the year is repeated or was left
 * @param now start of the academic year of the day that is asked about
 * @param away terms at whose end the student was on leave
 */
public record CourseTime(int course, int entered, int year, int now, Set<TermRef> away)
    implements Serializable {

  private static final Set<OrderKind> AGAIN =
      Set.of(OrderKind.REPEAT_YEAR, OrderKind.LEAVE_RETURN, OrderKind.REINSTATEMENT);

  public CourseTime {
    away = Set.copyOf(away);
  }

  /** A course that is entered in the year it is asked about, without any leave. */
  public static CourseTime plain(int course, int year) {
    return new CourseTime(course, year, year, year, Set.of());
  }

  /**
   * The course of a day.
   *
   * @param course the student is in on the day
   * @param changes all steps until the day, in the order of their effect
   */
  public static CourseTime on(
      LocalDate day, int course, List<StudentStatusChange> changes, Collection<Term> calendar) {
    int now = yearOf(day, calendar);
    Set<TermRef> away = away(LeavePeriod.of(changes), calendar);
    Integer known = null;
    int entered = now;
    int year = now;
    for (StudentStatusChange step : standing(changes)) {
      Integer next = step.getAfter().getCourseYear();
      if (next == null || !step.getAfter().getStatus().isInContingent()) {
        continue;
      }
      int ahead = yearAhead(step.getEffectiveOn(), calendar);
      OrderKind kind = step.getOrder().getKind();
      if (!next.equals(known)) {
        // whoever is promoted before the year is over is in the next course from the next year on
        boolean promoted = kind == OrderKind.COURSE_PROMOTION && known != null && next == known + 1;
        entered = promoted ? Math.max(ahead, year + 1) : ahead;
        year = entered;
      } else if (AGAIN.contains(kind)) {
        year = Math.max(ahead, kind == OrderKind.REPEAT_YEAR ? year + 1 : year);
      }
      known = next;
    }
    return known != null && known == course
        ? new CourseTime(course, entered, year, now, away)
        : new CourseTime(course, now, now, now, away);
  }

  private static List<StudentStatusChange> standing(List<StudentStatusChange> changes) {
    Set<StudentStatusChange> undone = new HashSet<>();
    changes.forEach(step -> undone.add(step.getUndoes()));
    return changes.stream()
        .filter(step -> step.getUndoes() == null && !undone.contains(step))
        .toList();
  }

  private static Set<TermRef> away(List<LeavePeriod> leaves, Collection<Term> calendar) {
    return calendar.stream()
        .filter(term -> leaves.stream().anyMatch(leave -> leave.contains(term.getEndsOn())))
        .map(Term::ref)
        .collect(Collectors.toSet());
  }

  /**
   * The term by whose end the plan asks for something: none of a leave, but the same term of the
   * next year.
   *
   * @param of course year of the plan
   * @param type of the term in it
   */
  public TermRef due(int of, TermType type) {
    int start =
        of < course
            ? entered - (course - of)
            : of == course ? year : Math.max(year, now) + (of - course);
    while (away.contains(new TermRef(start, type))) {
      start++;
    }
    return new TermRef(start, type);
  }

  private static int yearOf(LocalDate day, Collection<Term> calendar) {
    return PlannedObligations.termOf(day, calendar).yearStart();
  }

  /** The year of the semester or trimester a day lies in or comes before. */
  private static int yearAhead(LocalDate day, Collection<Term> calendar) {
    return calendar.stream()
        .filter(term -> !term.getType().isSummer() && !term.getEndsOn().isBefore(day))
        .min(Comparator.comparing(Term::getEndsOn))
        .map(term -> term.ref().yearStart())
        .orElseGet(() -> yearOf(day, calendar));
  }
}
