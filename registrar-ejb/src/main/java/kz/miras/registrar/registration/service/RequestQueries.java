package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.SectionStatus;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** Requests for a decision for screens: one with its figures, and the file of its document. */
@Stateless
@Guarded
public class RequestQueries {

  @Inject private Requests requests;
  @Inject private RequestPreview preview;
  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;

  /** A kept file. */
  public record File(String name, String mediaType, byte[] content) {}

  /** One request the caller may see. */
  @RolesAllowed({
    Permissions.ENROL_REQUEST_READ,
    Permissions.ENROL_PROPOSE,
    Permissions.ENROL_LATE,
    Permissions.OFFERING_APPROVE
  })
  public RequestView request(String id) {
    RegistrationRequest request = visible(id);
    RequestMatter matter = request.matter();
    Student student =
        matter.student() == null ? null : students.byId(matter.student()).orElseThrow();
    RequestView.About about = about(matter, student);
    RequestStatus status = status(request);
    boolean asks =
        student != null
            && matter.kind().enrols()
            && (status == RequestStatus.REQUESTED || status == RequestStatus.APPROVED)
            && access.mayAny(
                Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK, Permissions.ENROL_ONBEHALF);
    RequestPreview.Shown shown =
        asks ? preview.shown(student, matter) : RequestPreview.Shown.NOTHING;
    return new RequestView(
        request.getUuid().toString(),
        matter,
        about,
        request.words(),
        request.getCause() == null
            ? null
            : new RequestView.Cause(request.getCause(), request.getCauseAbout()),
        request.getFileName(),
        new RequestView.Course(
            status,
            request.getRequestedBy(),
            request.isByStudent(),
            request.getRequestedAt(),
            request.getDecidedBy(),
            request.getDecidedAt(),
            request.getDecisionNote(),
            request.getCarriedOutAt()),
        request.getObstacle() == null
            ? List.of()
            : StoredRefusals.restored(PlanAnswers.unpacked(request.getObstacle())),
        shown.figures(),
        shown.now(),
        shown.after(),
        shown.places(),
        may(request, status));
  }

  /**
   * What was asked for about a student's registration in a term, the newest first.
   *
   * @param student public id or number
   * @param term code
   */
  @RolesAllowed(Permissions.ENROL_REQUEST_READ)
  public List<RequestView.Brief> requests(String student, String term) {
    return requests.of(scope.visible(student, Permissions.ENROL_REQUEST_READ).getId(), term);
  }

  /** The file of a request's document. */
  @RolesAllowed({
    Permissions.ENROL_REQUEST_READ,
    Permissions.ENROL_PROPOSE,
    Permissions.ENROL_LATE,
    Permissions.OFFERING_APPROVE
  })
  public File file(String id) {
    RegistrationRequest request = visible(id);
    byte[] content = request.getFile();
    if (content == null) {
      throw new RegistrarException.NotFound("request", id);
    }
    return new File(request.getFileName(), ScanType.of(content).orElseThrow().mediaType(), content);
  }

  private RegistrationRequest visible(String id) {
    RegistrationRequest request = requests.required(id);
    boolean concerned =
        request.getRequestedBy().equals(access.current().login())
            || access.may(request.getKind().decidedBy())
            || access.scopes(Permissions.ENROL_REQUEST_READ).contains(Scope.ALL);
    if (!concerned) {
      Target target =
          request.matter().student() == null
              ? Target.nobodys()
              : scope.target(students.byId(request.matter().student()).orElseThrow());
      access.requireVisible(Permissions.ENROL_REQUEST_READ, target, "request", id);
    }
    return request;
  }

  /** Taken by the student meanwhile, it is as good as carried out. */
  private RequestStatus status(RegistrationRequest request) {
    RequestMatter matter = request.matter();
    boolean taken =
        request.getStatus() == RequestStatus.APPROVED
            && matter.kind().enrols()
            && offerings.plan(matter.student(), matter.term()).stream()
                .anyMatch(one -> one.enrolment().getOfferingId() == matter.offering());
    return taken ? RequestStatus.DONE : request.getStatus();
  }

  private RequestView.May may(RegistrationRequest request, RequestStatus status) {
    boolean own = request.getRequestedBy().equals(access.current().login());
    boolean open = status == RequestStatus.REQUESTED;
    return new RequestView.May(
        open && !own && access.may(request.getKind().decidedBy()),
        status == RequestStatus.APPROVED
            && (request.getKind() == RequestKind.CLOSE_SECTION
                ? access.may(Permissions.OFFERING_APPROVE)
                : access.may(Permissions.ENROL_ONBEHALF)),
        open && own,
        own);
  }

  private RequestView.About about(RequestMatter matter, Student student) {
    // a group that is to get what its curriculum prescribes is about no single offering
    Offering offering =
        matter.offering() == null ? null : offerings.offering(matter.offering()).orElseThrow();
    Discipline discipline =
        offering == null ? null : catalogue.discipline(offering.getDisciplineId()).orElseThrow();
    return new RequestView.About(
        student == null ? null : student.getUuid().toString(),
        student == null ? null : student.getStudentNo(),
        student == null ? null : student.fullName(),
        group(matter, student),
        student == null ? 0 : student.getCourseYear(),
        student == null ? null : student.getProgramme().getName(),
        calendars.term(matter.term()).orElseThrow().getCode(),
        offering == null ? null : offering.getUuid().toString(),
        offering == null ? null : offering.getCode(),
        discipline == null ? null : discipline.getCode(),
        discipline == null ? null : discipline.getName(),
        discipline == null ? 0 : discipline.getCredits(),
        code(matter.section()),
        code(matter.stream()),
        offering != null && hasStreams(offering));
  }

  private String code(Long section) {
    return section == null ? null : offerings.section(section).map(Section::getCode).orElse(null);
  }

  private boolean hasStreams(Offering offering) {
    return offerings.sectionsOf(offering.getId()).stream()
            .filter(one -> one.getKind() == SectionKind.LECTURE)
            .filter(one -> one.getStatus() == SectionStatus.OPEN)
            .count()
        > 1;
  }

  private String group(RequestMatter matter, Student student) {
    StudentGroup group =
        matter.studentGroup() != null
            ? students.groupById(matter.studentGroup()).orElseThrow()
            : student == null ? null : student.getGroup();
    return group == null ? null : group.getCode();
  }
}
