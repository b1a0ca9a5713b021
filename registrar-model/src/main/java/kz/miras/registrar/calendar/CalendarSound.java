package kz.miras.registrar.calendar;

import java.time.Month;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.YearPlan.TermSpan;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** CAL-1, CAL-2, CAL-4, CAL-5, SUM-1. What the law asks of an academic calendar, all at once. */
public final class CalendarSound {

  private CalendarSound() {}

  public static Verdict judge(YearPlan plan, CalendarLimits limits) {
    Verdict verdict = begins(plan).and(oneKindOfPeriods(plan));
    for (TermSpan term : plan.terms()) {
      verdict = verdict.and(longEnough(term, limits)).and(endsWithAttestation(term));
    }
    return verdict.and(disjoint(plan)).and(vacations(plan, limits));
  }

  private static Verdict begins(YearPlan plan) {
    return plan.terms().stream()
        .map(term -> term.study().from())
        .min(java.time.LocalDate::compareTo)
        .filter(
            day ->
                day.getMonth() != Month.SEPTEMBER
                    && !(plan.winterIntake() && day.getMonth() == Month.JANUARY))
        .map(day -> refused("calendar.year.begins", "CAL-1", day))
        .orElse(Verdict.allowed());
  }

  private static Verdict oneKindOfPeriods(YearPlan plan) {
    boolean semesters = plan.terms().stream().anyMatch(term -> term.type().isSemester());
    boolean trimesters = plan.terms().stream().anyMatch(term -> term.type().isTrimester());
    return semesters && trimesters ? refused("calendar.term.mixed", "CAL-2") : Verdict.allowed();
  }

  private static Verdict longEnough(TermSpan term, CalendarLimits limits) {
    int weeks = term.study().weeks();
    if (term.type().isSummer()) {
      return weeks < limits.summerWeeks()
          ? refused("calendar.summer.too-short", "SUM-1", weeks, limits.summerWeeks())
          : Verdict.allowed();
    }
    int least = term.type().isTrimester() ? limits.trimesterWeeks() : limits.semesterWeeks();
    return weeks < least
        ? refused("calendar.term.too-short", "CAL-2", term.type(), weeks, least)
        : Verdict.allowed();
  }

  private static Verdict endsWithAttestation(TermSpan term) {
    return term.attestation() == null
            || term.attestation().from().isBefore(term.study().from())
            || term.attestation().to().isBefore(term.study().to())
        ? refused("calendar.term.no-attestation", "CAL-4", term.type())
        : Verdict.allowed();
  }

  private static Verdict disjoint(YearPlan plan) {
    List<Span> spans = new ArrayList<>(plan.vacations());
    plan.terms().forEach(term -> spans.add(term.study()));
    Verdict verdict = Verdict.allowed();
    for (int i = 0; i < spans.size(); i++) {
      for (int j = i + 1; j < spans.size(); j++) {
        if (spans.get(i).overlaps(spans.get(j))) {
          verdict =
              verdict.and(
                  refused(
                      "calendar.spans.overlap", "CAL-3", spans.get(i).from(), spans.get(j).from()));
        }
      }
    }
    return verdict;
  }

  /**
   * CAL-2. Periods of all years follow one another, the summer semester after the others: two that
   * share a day are refused. A university that goes over from semesters to trimesters has both side
   * by side for a while.
   *
   * @param others all other terms
   */
  public static Verdict apart(TermType type, Span span, Collection<Term> others) {
    return others.stream()
        .filter(other -> !other.getType().isOfOtherSystem(type))
        .filter(other -> span.overlaps(new Span(other.getStartsOn(), other.getEndsOn())))
        .map(
            other ->
                Verdict.refused(
                    Refusal.of(
                            "calendar.term.overlap",
                            "CAL-2",
                            other.getCode(),
                            other.getStartsOn(),
                            other.getEndsOn())
                        .at(span.from().isBefore(other.getStartsOn()) ? "ends_on" : "starts_on")))
        .reduce(Verdict.allowed(), Verdict::and);
  }

  private static Verdict vacations(YearPlan plan, CalendarLimits limits) {
    if (plan.graduating()) {
      return Verdict.allowed();
    }
    int days = plan.vacations().stream().mapToInt(Span::days).sum();
    Verdict verdict = Verdict.allowed();
    if (plan.vacations().size() < limits.vacations()) {
      verdict =
          refused(
              "calendar.vacations.too-few", "CAL-5", plan.vacations().size(), limits.vacations());
    }
    return days < limits.vacationWeeks() * 7
        ? verdict.and(
            refused("calendar.vacations.too-short", "CAL-5", days, limits.vacationWeeks()))
        : verdict;
  }

  private static Verdict refused(String code, String rule, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args));
  }
}
