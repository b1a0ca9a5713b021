package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.registration.SectionSlot;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Refusal;

/**
 * When a lesson takes place: a weekday, a time and the weeks of the term.
 *
 * @param from first minute
 * @param to end; a lesson that begins then does not overlap
 * @param weeks every week, odd or even weeks of the term
 * @param firstWeek number of the first week of the term with it, from 1
 * @param lastWeek number of the last week of the term with it
 */
public record LessonTime(
    DayOfWeek day,
    LocalTime from,
    LocalTime to,
    SectionSlot.Weeks weeks,
    int firstWeek,
    int lastWeek)
    implements Serializable {

  /** Number of the rule that lessons of a student do not overlap. */
  public static final String APART = "REG-11";

  /**
   * @throws IllegalArgumentException where it ends before it begins
   */
  public LessonTime {
    Objects.requireNonNull(day, "day");
    Objects.requireNonNull(weeks, "weeks");
    if (!from.isBefore(to) || firstWeek < 1 || lastWeek < firstWeek) {
      throw new IllegalArgumentException(from + "-" + to + ", " + firstWeek + "-" + lastWeek);
    }
  }

  /** A lesson of every week of the term. */
  public static LessonTime weekly(DayOfWeek day, LocalTime from, LocalTime to) {
    return new LessonTime(day, from, to, SectionSlot.Weeks.ALL, 1, SectionSlot.LAST_WEEK);
  }

  /** The lesson of a stored slot. */
  public static LessonTime of(SectionSlot slot) {
    return new LessonTime(
        slot.getDay(),
        slot.getStartsAt(),
        slot.getEndsAt(),
        slot.getWeeks(),
        slot.getFirstWeek(),
        slot.getLastWeek());
  }

  /** Whether both take place at the same moment of some week. */
  public boolean clashesWith(LessonTime other) {
    return day == other.day
        && from.isBefore(other.to)
        && other.from.isBefore(to)
        && sharesWeekWith(other);
  }

  /**
   * REG-11. What is said of the lessons of a discipline that overlap with a student's other ones.
   *
   * @param discipline code of the discipline of these lessons
   * @param theirs its lessons
   * @param mine the other lessons
   * @return one refusal for each of its lessons that overlaps; empty where none does
   */
  public static List<Refusal> clashes(
      String discipline, List<LessonTime> theirs, List<LessonTime> mine) {
    return theirs.stream()
        .filter(lesson -> mine.stream().anyMatch(lesson::clashesWith))
        .map(
            lesson ->
                Refusal.of(
                    "registration.clash",
                    APART,
                    discipline,
                    lesson.weekday(),
                    lesson.from(),
                    lesson.to()))
        .toList();
  }

  private boolean sharesWeekWith(LessonTime other) {
    int first = Math.max(firstWeek, other.firstWeek);
    int last = Math.min(lastWeek, other.lastWeek);
    // odd and even alternate: of two weeks in a row one is of either kind
    for (int week = first; week <= Math.min(last, first + 1); week++) {
      if (takesPlaceIn(week) && other.takesPlaceIn(week)) {
        return true;
      }
    }
    return false;
  }

  /** Whether it takes place in a week of the term, counted from 1. */
  public boolean takesPlaceIn(int week) {
    SectionSlot.Weeks parity = week % 2 == 0 ? SectionSlot.Weeks.EVEN : SectionSlot.Weeks.ODD;
    return week >= firstWeek && week <= lastWeek && weeks.meets(parity);
  }

  /** Its day as messages name it. */
  public Weekday weekday() {
    return new Weekday(day);
  }

  /** A day of the week with a name in every language. */
  public record Weekday(DayOfWeek day) implements Keyed, Serializable {
    @Override
    public String key() {
      return "registration.day." + day;
    }
  }

  @Override
  public String toString() {
    return day + " " + from;
  }
}
