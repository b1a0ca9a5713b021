package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.service.Registering.Outcome;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
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
  @Inject private Registering registering;
  @Inject private EnrolmentRows rows;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private TermPictures pictures;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Windows windows;
  @Inject private LateConsent consents;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
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
  }

  /** What many students are offered: an offering, read once. */
  private record Offered(
      Offering offering, Discipline discipline, Term term, List<Section> sections) {}

  /**
   * Enrols one student for the office; students themselves submit a plan.
   *
   * @param student public id or number
   * @param group the GROUP section wanted; null for any with a free seat
   * @param reason why a limit is exceeded or it comes late; needed with the right to do so
   */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public Decision enrol(
      String student, long offeringId, Long group, EnrolmentType type, String reason) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF);
    Offered offered = offered(offeringId);
    seats.takeTurn(List.of(found.getId()));
    return decide(found, offered, group, type, reason);
  }

  /** Enrols every studying member of an academic group; each gets an answer of its own. */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public List<Decision> enrolGroup(
      long studentGroup, long offeringId, Long group, EnrolmentType type) {
    Offered offered = offered(offeringId);
    List<Decision> decisions = new ArrayList<>();
    List<Student> members = students.ofGroup(studentGroup);
    seats.takeTurn(members.stream().map(Student::getId).toList());
    for (Student student : members) {
      decisions.add(decide(student, offered, group, type, null));
    }
    return decisions;
  }

  private Offered offered(long id) {
    Offering offering =
        offerings.offering(id).orElseThrow(() -> new RegistrarException.NotFound("offering", id));
    return new Offered(
        offering,
        catalogue.discipline(offering.getDisciplineId()).orElseThrow(),
        calendars.term(offering.getTermId()).orElseThrow(),
        offerings.sectionsOf(id));
  }

  private Decision decide(
      Student student, Offered offered, Long group, EnrolmentType type, String reason) {
    TermPicture picture =
        pictures.of(
            student,
            offered.term(),
            List.of(offered.discipline()),
            offered.sections().stream().map(Section::getId).toList(),
            access.may(Permissions.ENROL_ONBEHALF),
            consents.byReason(reason));
    if (reason != null && !reason.isBlank()) {
      audit.because(reason);
    }
    Outcome outcome =
        registering
            .register(
                picture,
                List.of(Wish.of(offered.offering(), offered.sections(), group, type, null, reason)),
                Registering.Terms.SEAT,
                clerk.asking(student.getId(), null, null))
            .outcomes()
            .get(0);
    if (outcome.enrolment() == null) {
      trail.refused(
          Permissions.ENROL_ONBEHALF,
          "Student",
          student.getId(),
          Json.write(
              Map.of(
                  "offering",
                  offered.offering().getCode(),
                  "type",
                  type,
                  "why",
                  outcome.verdict().refusals())));
    }
    return new Decision(student.getStudentNo(), outcome.enrolment(), outcome.verdict());
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
    long id =
        offerings
            .openByLink(found.getId(), enrolment)
            .orElseThrow(() -> new RegistrarException.NotFound("enrolment", enrolment));
    leave(id, EnrolmentStatus.DROPPED, null);
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
