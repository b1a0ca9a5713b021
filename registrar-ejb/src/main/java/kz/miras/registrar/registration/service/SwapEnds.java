package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.service.EnrolmentRows.Stored;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.service.Students;

/** REG-5. How the enrolment ends another one has taken the place of. */
@ApplicationScoped
class SwapEnds {

  /** Without a trace. */
  static final End DROPPED = new End(EnrolmentStatus.DROPPED, null);

  @Inject private Offerings offerings;
  @Inject private Windows windows;
  @Inject private Students students;
  @Inject private Calendars calendars;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * An end.
   *
   * @param reason what the record says of it; null for nothing
   */
  record End(EnrolmentStatus status, String reason) {}

  /** How the old one ends now that the other has its seats; a W is told. */
  End of(Stored old, Stored by) {
    Offering left = offerings.offering(old.offering()).orElseThrow();
    Offering taken = offerings.offering(by.offering()).orElseThrow();
    EnrolmentStatus status =
        Leaving.swapped(
            old.status(),
            left.getDisciplineId() == taken.getDisciplineId(),
            time.now().atZone(time.zone()),
            windows.changesUntil(
                students.byId(old.student()).orElseThrow(),
                calendars.term(old.term()).orElseThrow()));
    if (status != EnrolmentStatus.WITHDRAWN) {
      return DROPPED;
    }
    notices.tellStudent(
        old.student(),
        "registration.notice.swapped-late",
        PlanQueries.OWN_PAGE,
        left.getCode(),
        taken.getCode());
    return new End(status, left.getCode() + " → " + taken.getCode());
  }
}
