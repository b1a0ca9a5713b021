package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * IUP-6. Whether the dean signs study plans between adviser and office, by the rules of the level
 * for the academic year of the plan.
 */
@ApplicationScoped
class DeanStep {

  @Inject private Calendars calendars;
  @Inject private TermRules rules;
  @Inject private UniversityTime time;

  /** Plans of a level and a year. */
  private record Signed(long year, Level level) {}

  /**
   * The rules the plans of an academic year are signed and confirmed by.
   *
   * @param year key of the academic year
   */
  RuleSet rules(Level level, long year) {
    return rules.of(level, calendars.yearOf(year));
  }

  /** Whether the dean signs any plans of a year that is not over. */
  boolean isAny() {
    return !signed(year -> !year.getEndsOn().isBefore(time.today())).isEmpty();
  }

  /** Condition for plans the dean signs; {@code v} is the plan, {@code p} the programme. */
  String signs() {
    List<String> signed =
        signed(year -> true).stream()
            .map(one -> "(" + one.year() + ", '" + one.level().name() + "')")
            .toList();
    return signed.isEmpty()
        ? "FALSE"
        : "(v.academic_year_id, p.level) IN (" + String.join(", ", signed) + ")";
  }

  private List<Signed> signed(Predicate<AcademicYear> asked) {
    List<AcademicYear> years = calendars.years().stream().filter(asked).toList();
    List<Signed> signed = new ArrayList<>();
    for (Level level : Level.values()) {
      Function<AcademicYear, RuleSet> ofYear = rules.ofYears(level);
      for (AcademicYear year : years) {
        if (ofYear.apply(year).flag(RuleParameter.REG_DEAN_SIGNS)) {
          signed.add(new Signed(year.getId(), level));
        }
      }
    }
    return signed;
  }
}
