package kz.miras.registrar.registration.summer;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SUM-11, SUM-12. What holds for checks of attendance in the summer (regulation 3.1.6). */
public final class AttendanceSound {

  /** Lessons a day has at most. */
  private static final int LESSONS = 12;

  private AttendanceSound() {}

  /**
   * A check as it is to be recorded.
   *
   * @param semester state of the plan of the semester
   * @param group what was decided about the discipline
   * @param on day of the lesson; null where it was not given
   * @param lesson which lesson of the day, from 1; 0 where that is not said
   * @param begins first day of the term
   * @param ends last day of the term
   * @param students how many the group has
   */
  public record Held(
      SummerStatus semester,
      SummerGroupStatus group,
      LocalDate on,
      int lesson,
      LocalDate begins,
      LocalDate ends,
      int students)
      implements Serializable {}

  /**
   * What a correction corrects.
   *
   * @param last whether it is the last revision of its check
   * @param byAuthor whether its author corrects it
   * @param checkedOn the day it was recorded
   */
  public record Before(boolean last, boolean byAuthor, LocalDate checkedOn)
      implements Serializable {}

  /** SUM-11. Whether lessons have begun: before the first day there is nothing to check. */
  public static boolean isBegun(LocalDate begins, LocalDate today) {
    return !today.isBefore(begins);
  }

  /** SUM-11. Whether a day lies in the term, so that lessons of it are checked. */
  public static boolean isHeld(LocalDate day, LocalDate begins, LocalDate ends) {
    return isBegun(begins, day) && !day.isAfter(ends);
  }

  /** SUM-11. Lessons of a group are checked inside the term, not in advance. */
  public static Verdict records(Held check, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (check.semester() != SummerStatus.APPROVED || !check.group().isTaught()) {
      verdict = refused("registration.attendance.not-taught", "");
    }
    if (check.students() == 0) {
      verdict = verdict.and(refused("registration.attendance.nobody", ""));
    }
    if (check.lesson() < 0 || check.lesson() > LESSONS) {
      verdict = verdict.and(refused("registration.attendance.lesson", "lesson", LESSONS));
    }
    if (check.on() == null) {
      return verdict.and(refused("registration.attendance.day", "on"));
    }
    if (!isHeld(check.on(), check.begins(), check.ends())) {
      return verdict.and(
          refused("registration.attendance.outside", "on", check.begins(), check.ends()));
    }
    return check.on().isAfter(today)
        ? verdict.and(refused("registration.attendance.future", "on"))
        : verdict;
  }

  /**
   * SUM-11. A lesson is checked once; a check is corrected by its author on the same day, later or
   * by another with a reason.
   *
   * @param before what is corrected; null for a new check
   * @param there whether the lesson has been checked
   */
  public static Verdict corrects(Before before, boolean there, String reason, LocalDate today) {
    if (before == null) {
      return there ? refused("registration.attendance.there", "on") : Verdict.allowed();
    }
    if (!before.last()) {
      return refused("registration.attendance.newer", "");
    }
    boolean free = before.byAuthor() && before.checkedOn().equals(today);
    return free || reason != null && !reason.isBlank()
        ? Verdict.allowed()
        : refused("registration.attendance.reason", "reason");
  }

  /**
   * SUM-12. Whether a student has missed more than the share the rules allow without a valid
   * reason.
   *
   * @param percent the share, 0 to 100
   * @return refused with the figures where it is too much
   */
  public static Verdict attends(AttendanceTally tally, int percent) {
    return tally.exceeds(percent)
        ? Verdict.refused(
            Refusal.of(
                "registration.attendance.absent",
                "SUM-12",
                tally.missed(),
                tally.checks(),
                tally.missedPercent(),
                percent))
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "SUM-11", args).at(field));
  }
}
