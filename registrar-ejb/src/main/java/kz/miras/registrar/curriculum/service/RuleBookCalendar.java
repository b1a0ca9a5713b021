package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import kz.miras.registrar.calendar.CalendarLimits;
import kz.miras.registrar.calendar.CalendarRules;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/** The limits of the academic calendar, from the parameters of bachelor studies. */
@ApplicationScoped
public class RuleBookCalendar implements CalendarRules {

  @Inject private RuleBook rules;

  @Override
  public CalendarLimits limitsOn(LocalDate day) {
    RuleSet set = rules.inForce(Level.BACHELOR, day);
    return new CalendarLimits(
        set.integer(RuleParameter.CALENDAR_SEMESTER_WEEKS),
        set.integer(RuleParameter.CALENDAR_TRIMESTER_WEEKS),
        set.integer(RuleParameter.SUMMER_MIN_WEEKS),
        set.integer(RuleParameter.CALENDAR_VACATIONS),
        set.integer(RuleParameter.CALENDAR_VACATION_WEEKS));
  }
}
