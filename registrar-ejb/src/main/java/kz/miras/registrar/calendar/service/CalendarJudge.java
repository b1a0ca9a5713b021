package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.CalendarRules;
import kz.miras.registrar.calendar.CalendarSound;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermComplete;
import kz.miras.registrar.calendar.YearPlan;
import kz.miras.registrar.calendar.YearPlans;
import kz.miras.registrar.shared.Verdict;

/** Judges a stored calendar by the limits in force when its year begins. */
@ApplicationScoped
public class CalendarJudge {

  @Inject private CalendarRules rules;

  /** What law and office say of a calendar. */
  public Verdict judge(AcademicYear year, List<Term> terms, List<CalendarEvent> events) {
    YearPlan plan = YearPlans.common(year, terms, events);
    Verdict verdict = CalendarSound.judge(plan, rules.limitsOn(year.getStartsOn()));
    Map<String, List<CalendarEvent>> byTerm =
        events.stream().collect(Collectors.groupingBy(event -> event.getTerm().getCode()));
    for (Term term : terms) {
      verdict =
          verdict.and(
              TermComplete.judge(
                  term.getCode(),
                  term.getType(),
                  TermComplete.earliest(byTerm.getOrDefault(term.getCode(), List.of()))));
    }
    return verdict;
  }
}
