package kz.miras.registrar.achievement.stipend;

import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * STP-5, STP-6. The day a list of stipends is for. By it everybody is judged, and by the rules in
 * force on it: not before the term is over, since nothing is decided earlier, and as long as its
 * session lasts the day the list is made.
 *
 * @param first day after the term
 * @param usual the day of a list for which none is named
 * @param last the last day that may be named: today, or the first where the term is not over
 */
public record StipendDay(LocalDate first, LocalDate usual, LocalDate last) {

  /**
   * The days of a term.
   *
   * @param termEnds its last day
   * @param sessionDays days after it in which session, FX retakes and late sheets come to an end
   */
  public static StipendDay of(LocalDate termEnds, int sessionDays, LocalDate today) {
    LocalDate first = termEnds.plusDays(1);
    LocalDate over = first.plusDays(sessionDays);
    LocalDate last = today.isBefore(first) ? first : today;
    return new StipendDay(first, last.isAfter(over) ? over : last, last);
  }

  /** Whether a list may be made for a day. */
  public Verdict judge(LocalDate day) {
    return day.isBefore(first) || day.isAfter(last)
        ? Verdict.refused(Refusal.of("achievement.stipend.day", "STP-6", first, last).at("day"))
        : Verdict.allowed();
  }
}
