package kz.miras.registrar.calendar.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/** What is done to an academic calendar as a whole; single periods are typed or imported. */
@Stateless
@Guarded
public class CalendarDesk {

  @Inject private Calendars calendars;
  @Inject private CalendarJudge judge;
  @Inject private WindowRight windows;
  @Inject private AuditContext audit;

  /**
   * Writes down the Academic council's approval (CAL-3); a calendar the law refuses is not
   * approved.
   *
   * @param decision number and date of the council's decision
   */
  @RolesAllowed(Permissions.CALENDAR_APPROVE)
  public Verdict approve(int startYear, String decision) {
    AcademicYear year = required(startYear);
    if (decision == null || decision.isBlank()) {
      return Verdict.refused(Refusal.of("field.required", "CAL-3").at("decision"));
    }
    Verdict verdict = judge.judge(year, calendars.termsOf(year), calendars.eventsOf(year));
    if (verdict.isAllowed()) {
      year.edit(year.getStartsOn(), year.getEndsOn(), decision.strip());
    }
    return verdict;
  }

  /**
   * Removes a period that is no longer planned, while its term is open.
   *
   * @param reason why, for the audit trail
   */
  @RolesAllowed(Permissions.CALENDAR_EDIT)
  public Verdict remove(long eventId, String reason) {
    CalendarEvent event =
        calendars
            .event(eventId)
            .orElseThrow(() -> new RegistrarException.NotFound("event", eventId));
    List<Refusal> refusals = new ArrayList<>();
    if (event.getTerm().isClosed()) {
      refusals.add(Refusal.of("calendar.term.closed", "CAL-3", event.getTerm().getCode()));
    }
    if (!windows.may(event.getKind())) {
      refusals.add(Refusal.of("calendar.window.right", "CAL-3"));
    }
    if (reason == null || reason.isBlank()) {
      refusals.add(Refusal.of("field.required", "CAL-3").at("reason"));
    }
    if (refusals.isEmpty()) {
      audit.because(reason.strip());
      calendars.remove(event);
    }
    return new Verdict(refusals, List.of(), false);
  }

  private AcademicYear required(int startYear) {
    return calendars
        .year(startYear)
        .orElseThrow(() -> new RegistrarException.NotFound("year", startYear));
  }
}
