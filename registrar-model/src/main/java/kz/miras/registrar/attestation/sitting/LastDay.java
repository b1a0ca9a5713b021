package kz.miras.registrar.attestation.sitting;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/** SHT-33. The last day of a control nobody has named a day for. */
public final class LastDay {

  private LastDay() {}

  /**
   * The one proposed when a sheet is formed: the end of the period of the calendar it belongs to,
   * and never sooner than so many days from its forming.
   *
   * @param windows periods of the calendar for its kind; none for what ends with the term
   * @param term first and last day of its term
   * @param formed day of the forming
   * @param rules the sheet is formed under
   */
  public static LocalDate usual(
      Collection<Span> windows, Span term, LocalDate formed, RuleSet rules) {
    LocalDate end = windows.stream().map(Span::to).max(Comparator.naturalOrder()).orElse(term.to());
    return later(end, soonest(formed, rules));
  }

  /**
   * RAT-9. The one proposed for a control taken alone by disposition: so many days from today, the
   * day before the exam at the latest where that is still to come.
   *
   * @param exam day of the exam; null while none is named
   */
  public static LocalDate alone(LocalDate today, LocalDate exam, RuleSet rules) {
    LocalDate usual = soonest(today, rules);
    return exam != null && exam.isAfter(today) && !exam.isAfter(usual) ? exam.minusDays(1) : usual;
  }

  private static LocalDate soonest(LocalDate from, RuleSet rules) {
    return from.plusDays(rules.integer(RuleParameter.CONTROL_USUAL_DAYS));
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isBefore(other) ? other : one;
  }
}
