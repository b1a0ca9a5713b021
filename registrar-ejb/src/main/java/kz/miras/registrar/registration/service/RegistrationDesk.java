package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * Enrols students in disciplines and takes them out again. A refusal is an answer, not an error: it
 * names every rule, and the seats a refused request had taken are back before it returns.
 */
@Stateless
@Guarded
public class RegistrationDesk {

  @Inject private Offerings offerings;
  @Inject private Seats seats;
  @Inject private EnrolmentEnd ending;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private RequestGatherer gatherer;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
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

  /**
   * Enrols one student.
   *
   * @param student public id or number
   * @param group the GROUP section wanted; null for any with a free seat
   * @param reason why a limit is exceeded; needed with the right to do so
   */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public Decision enrol(
      String student, long offeringId, Long group, EnrolmentType type, String reason) {
    Student found = scope.visible(student, Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    Offering offering = offering(offeringId);
    seats.takeTurn(List.of(found.getId()));
    return decide(found, offering, group, type, reason);
  }

  /** Enrols every studying member of an academic group; each gets an answer of its own. */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public List<Decision> enrolGroup(
      long studentGroup, long offeringId, Long group, EnrolmentType type) {
    Offering offering = offering(offeringId);
    List<Decision> decisions = new ArrayList<>();
    List<Student> members = students.ofGroup(studentGroup);
    seats.takeTurn(members.stream().map(Student::getId).toList());
    for (Student student : members) {
      decisions.add(decide(student, offering, group, type, null));
    }
    return decisions;
  }

  private Offering offering(long id) {
    return offerings
        .offering(id)
        .orElseThrow(() -> new RegistrarException.NotFound("offering", id));
  }

  private Decision decide(
      Student student, Offering offering, Long group, EnrolmentType type, String reason) {
    List<Section> sections = offerings.sectionsOf(offering.getId());
    Set<String> waived = waived(reason);
    Verdict verdict = Verdict.allowed();
    // a seat in the lecture stream, the group and the subgroup; the group the user chose, else any
    for (List<Section> wanted : SectionChoices.of(sections, group)) {
      List<Long> ids = wanted.stream().map(Section::getId).toList();
      RequestGatherer.Gathered gathered = gatherer.gather(student, offering, ids, type, waived);
      verdict = gathered.verdict();
      if (!verdict.isAllowed()) {
        continue;
      }
      Optional<Long> full = seats.take(ids);
      if (full.isEmpty()) {
        return enrolled(student, offering, type, gathered.attemptNo(), ids, verdict, reason);
      }
      verdict =
          Verdict.refused(Refusal.of("registration.full", "REG-3", name(sections, full.get())));
    }
    if (sections.stream()
        .noneMatch(s -> s.getKind() == SectionKind.GROUP && s.getStatus() == SectionStatus.OPEN)) {
      verdict =
          gatherer
              .gather(student, offering, List.of(), type, waived)
              .verdict()
              .and(
                  Verdict.refused(
                      Refusal.of("registration.no-section", "REG-3", offering.getCode())));
    }
    trail.refused(
        Permissions.ENROL_ONBEHALF,
        "Student",
        student.getId(),
        Json.write(
            Map.of("offering", offering.getCode(), "type", type, "why", verdict.refusals())));
    return new Decision(student.getStudentNo(), null, verdict);
  }

  /** REG-8: beyond the soft limit only with the right to exceed it, and a reason. */
  private Set<String> waived(String reason) {
    boolean consents = reason != null && !reason.isBlank() && access.may(Permissions.ENROL_EXCEED);
    return consents ? Set.of("REG-8") : Set.of();
  }

  private Decision enrolled(
      Student student,
      Offering offering,
      EnrolmentType type,
      int attemptNo,
      List<Long> sections,
      Verdict verdict,
      String reason) {
    if (reason != null && !reason.isBlank()) {
      audit.because(reason);
    }
    Enrolment enrolment =
        new Enrolment(student.getId(), offering.getId(), type, attemptNo, time.now());
    offerings.add(enrolment);
    offerings.flush();
    seats.place(enrolment.getId(), sections);
    ending.tell(enrolment, sections, null);
    return new Decision(student.getStudentNo(), enrolment.getId(), verdict);
  }

  private static String name(List<Section> sections, long id) {
    return sections.stream()
        .filter(section -> section.getId() == id)
        .map(Section::getCode)
        .findFirst()
        .orElse("?");
  }

  /**
   * Takes a student out.
   *
   * @param as DROPPED inside the change window, WITHDRAWN after it, CANCELLED_BY_OR by the office
   */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN})
  public void leave(long enrolmentId, EnrolmentStatus as, String reason) {
    Enrolment enrolment =
        offerings
            .enrolment(enrolmentId)
            .orElseThrow(() -> new RegistrarException.NotFound("enrolment", enrolmentId));
    Student student = students.byId(enrolment.getStudentId()).orElseThrow();
    scope.visible(student.getStudentNo(), Permissions.ENROL_ONBEHALF, Permissions.ENROL_OWN);
    seats.takeTurn(List.of(student.getId()));
    Verdict verdict =
        Leaving.judge(
            as,
            access.may(Permissions.ENROL_ONBEHALF),
            time.today(),
            window(enrolment, student),
            reason);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    audit.because(reason);
    ending.end(enrolment, as, reason);
  }

  private Deadline window(Enrolment enrolment, Student student) {
    Term term = calendars.term(offering(enrolment.getOfferingId()).getTermId()).orElseThrow();
    return Leaving.window(
        term.getStartsOn(),
        calendars.workingDays(),
        rules.inForce(student.getProgramme().getLevel(), time.today()));
  }
}
