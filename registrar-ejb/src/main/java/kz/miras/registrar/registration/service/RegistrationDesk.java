package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * Enrols students in disciplines and takes them out again, one discipline at a time; whole plans
 * are submitted at {@link PlanDesk}. A refusal is an answer, not an error: it names every rule.
 */
@Stateless
@Guarded
public class RegistrationDesk {

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private SeatClerk clerk;
  @Inject private EnrolmentRows rows;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Calendars calendars;
  @Inject private Windows windows;
  @Inject private LateConsent consents;
  @Inject private OfficeEnrolment office;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * The answer to one request.
   *
   * @param student number of the student
   * @param enrolment key of the enrolment made; null where it was refused
   */
  public record Decision(String student, Long enrolment, Verdict verdict) implements Serializable {

    public boolean enrolled() {
      return enrolment != null;
    }

    /** Whether it is refused because changes are over: that takes a decision, or a reason. */
    public boolean isLate() {
      return RequestSound.isLate(verdict.refusals(), RegistrationRules.waivable());
    }
  }

  /**
   * Enrols one student for the office; students themselves submit a plan.
   *
   * @param student public id or number
   * @param named the sections wanted
   * @param reason why a limit is exceeded or it comes late; needed with the right to do so
   */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public Decision enrol(
      String student, long offeringId, NamedSections named, EnrolmentType type, String reason) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF);
    return office.one(
        found, offeringId, named, type, new OfficeEnrolment.Why(reason, consents.byReason(reason)));
  }

  /**
   * Enrols every studying member of an academic group; each gets an answer of its own.
   *
   * @param reason as for one student
   */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public List<Decision> enrolGroup(
      long studentGroup, long offeringId, NamedSections named, EnrolmentType type, String reason) {
    return office.all(
        students.ofGroup(studentGroup),
        offeringId,
        named,
        type,
        new OfficeEnrolment.Why(reason, consents.byReason(reason)));
  }

  /**
   * Gives up a seat or a place in a queue inside the change window.
   *
   * @param student public id or number
   * @param enrolment its public id
   */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void drop(String student, UUID enrolment) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    Enrolment dropped =
        offerings
            .enrolment(found.getId(), enrolment)
            .orElseThrow(() -> new RegistrarException.NotFound("enrolment", enrolment));
    // whoever asks again, since the first answer was lost, is told that it is over
    Verdict verdict = Leaving.ends(dropped.getStatus(), EnrolmentStatus.DROPPED);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    leave(dropped.getId(), EnrolmentStatus.DROPPED, null);
  }

  /** Writes down that an enrolment was not ended, and why; in a transaction of its own. */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void note(long enrolment, Verdict refused) {
    EnrolmentRows.Stored stored =
        rows.read(enrolment)
            .orElseThrow(() -> new RegistrarException.NotFound("enrolment", enrolment));
    Student student = students.byId(stored.student()).orElseThrow();
    scope.visible(student.getStudentNo(), Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    clerk.refused(enrolment, SeatDecision.noted(refused));
  }

  /** Key of an enrolment of a student's own, over or not. */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public long enrolment(String student, UUID link) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    return offerings
        .enrolment(found.getId(), link)
        .orElseThrow(() -> new RegistrarException.NotFound("enrolment", link))
        .getId();
  }

  /**
   * Takes a student out.
   *
   * @param as DROPPED inside the change window, WITHDRAWN after it, CANCELLED_BY_OR by the office,
   *     after the window by who may decide about late changes
   */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void leave(long enrolmentId, EnrolmentStatus as, String reason) {
    EnrolmentRows.Stored enrolment =
        rows.read(enrolmentId)
            .orElseThrow(() -> new RegistrarException.NotFound("enrolment", enrolmentId));
    Student student = students.byId(enrolment.student()).orElseThrow();
    scope.visible(student.getStudentNo(), Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    seats.takeTurn(List.of(student.getId()));
    Instant until = windows.changesUntil(student, calendars.term(enrolment.term()).orElseThrow());
    ZonedDateTime now = time.now().atZone(time.zone());
    Verdict verdict =
        Leaving.judge(as, access.may(Permissions.ENROL_ONBEHALF), now, until, reason)
            .and(Leaving.decided(as, access.may(Permissions.ENROL_LATE), now, until));
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    audit.because(reason);
    clerk.end(enrolmentId, as, LogAct.ending(as), reason);
  }
}
