package kz.miras.registrar.attestation.rating;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * RAT-2. One of the two periods of a term: its weeks, and when its journal is typed.
 *
 * <p>Immutable.
 *
 * @param number 1 or 2
 * @param firstWeek its first week, counted from 1 in the term
 * @param lastWeek its last week, the one with the control
 * @param opensOn first day on which it is typed
 * @param lastDay last day on which its teacher types it
 */
public record RatingPeriod(
    int number, int firstWeek, int lastWeek, LocalDate opensOn, LocalDate lastDay)
    implements Serializable {

  private static final int DAYS = 7;

  /**
   * A period of a term. The first ends with the week of its control, the second begins after that;
   * where the calendar names no control, the term is halved.
   *
   * @param number 1 or 2
   * @param begins first day of the term
   * @param weeks weeks of study
   * @param firstEnds last day of the first control (РК1); null where the calendar has none
   * @param secondEnds last day of the second control (РК2); null where the calendar has none
   * @param editDays days after the control in which it is still typed
   */
  public static RatingPeriod of(
      int number,
      LocalDate begins,
      int weeks,
      LocalDate firstEnds,
      LocalDate secondEnds,
      int editDays) {
    if (number != 1 && number != 2) {
      throw new IllegalArgumentException("a term has no period " + number);
    }
    LocalDate monday = begins.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    int middle =
        firstEnds == null
            ? (weeks + 1) / 2
            : (int)
                Math.min(weeks, Math.max(1, ChronoUnit.DAYS.between(monday, firstEnds) / DAYS + 1));
    if (number == 1) {
      LocalDate ends = firstEnds == null ? lastOf(monday, middle) : firstEnds;
      return new RatingPeriod(1, 1, middle, begins, ends.plusDays(editDays));
    }
    LocalDate ends = secondEnds == null ? lastOf(monday, weeks) : secondEnds;
    int first = Math.min(weeks, middle + 1);
    return new RatingPeriod(
        2, first, weeks, monday.plusDays((long) DAYS * (first - 1)), ends.plusDays(editDays));
  }

  private static LocalDate lastOf(LocalDate monday, int week) {
    return monday.plusDays((long) DAYS * week - 1);
  }

  /** Whether a week of the term belongs to it. */
  public boolean has(int week) {
    return week >= firstWeek && week <= lastWeek;
  }

  /** How many weeks it has. */
  public int weeks() {
    return lastWeek - firstWeek + 1;
  }

  /**
   * Whether it is typed on a day.
   *
   * @param office whether the office types it in place of the teacher
   */
  public Verdict judge(LocalDate day, boolean office) {
    if (day.isBefore(opensOn)) {
      return Verdict.refused(Refusal.of("attestation.rating.too-early", "RAT-2", number, opensOn));
    }
    return day.isAfter(lastDay) && !office
        ? Verdict.refused(Refusal.of("attestation.rating.too-late", "RAT-2", number, lastDay))
        : Verdict.allowed();
  }
}
