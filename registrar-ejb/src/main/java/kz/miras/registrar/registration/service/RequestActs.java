package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.RequestStatus;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.SectionToClose;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.Advisers;
import kz.miras.registrar.student.service.Students;

/** Does what a decision says, in its transaction, and tells whom it concerns. */
@ApplicationScoped
class RequestActs {

  private static final String PAGE = "/registration/request.xhtml?id=";

  @Inject private RegistrationDesk desk;
  @Inject private OfficeEnrolment office;
  @Inject private GroupPreset presets;
  @Inject private Calendars calendars;
  @Inject private Offerings offerings;
  @Inject private EnrolmentRows rows;
  @Inject private Catalogue catalogue;
  @Inject private Students students;
  @Inject private Advisers advisers;
  @Inject private Notices notices;
  @Inject private Event<SectionToClose> closing;
  @Inject private UniversityTime time;

  /** Carries out what is approved; where something hinders it, that is kept and answered. */
  Verdict carryOut(RegistrationRequest request) {
    Verdict verdict =
        switch (request.getKind()) {
          case EXCEED, LATE, WAIVER -> enrol(request);
          case WITHDRAW -> withdraw(request);
          case GROUP -> enrolGroup(request);
          case CLOSE_SECTION -> close(request);
        };
    if (verdict.isAllowed()) {
      request.done(time.now());
    } else {
      request.hindered(PlanAnswers.packed(verdict.refusals()));
    }
    return verdict;
  }

  private Verdict enrol(RegistrationRequest request) {
    RequestMatter matter = request.matter();
    if (isEnrolled(matter.student(), matter)) {
      return Verdict.allowed();
    }
    return office
        .one(
            student(request),
            matter.offering(),
            named(matter),
            matter.type(),
            // the rules set aside are those of the request alone
            new OfficeEnrolment.Why(null, waived(matter)))
        .verdict();
  }

  /** Both seats that were named are taken or none; the rules choose what was left open. */
  private static NamedSections named(RequestMatter matter) {
    return new NamedSections(matter.section(), matter.stream());
  }

  /** What is set aside for the act of a decision alone; all else that was decided is asked for. */
  private static Set<String> waived(RequestMatter matter) {
    return matter.kind() == RequestKind.LATE || matter.kind() == RequestKind.GROUP
        ? matter.waives().map(Set::of).orElse(Set.of())
        : Set.of();
  }

  /** Enrols whoever of the group is not enrolled yet. */
  private Verdict enrolGroup(RegistrationRequest request) {
    RequestMatter matter = request.matter();
    OfficeEnrolment.Why why = new OfficeEnrolment.Why(request.words().reason(), waived(matter));
    Map<String, List<Refusal>> leftOut = new TreeMap<>();
    if (matter.offering() == null) {
      StudentGroup group = group(matter);
      Term term = calendars.term(matter.term()).orElseThrow();
      PresetDesk.Preset preset = presets.preset(group, term, why);
      for (PresetDesk.Line line : preset.refused()) {
        leftOut
            .computeIfAbsent(line.student(), key -> new ArrayList<>())
            .addAll(line.verdict().refusals());
      }
      return RequestSound.wholeGroup(leftOut, preset.missing());
    }
    List<Student> missing =
        students.ofGroup(matter.studentGroup()).stream()
            .filter(member -> !isEnrolled(member.getId(), matter))
            .toList();
    for (RegistrationDesk.Decision decision :
        office.all(missing, matter.offering(), named(matter), matter.type(), why)) {
      if (!decision.enrolled()) {
        leftOut.put(decision.student(), decision.verdict().refusals());
      }
    }
    return RequestSound.wholeGroup(leftOut, Set.of());
  }

  private StudentGroup group(RequestMatter matter) {
    return students.groupById(matter.studentGroup()).orElseThrow();
  }

  /** Whether the student has taken it meanwhile, by the waiver itself. */
  private boolean isEnrolled(long student, RequestMatter matter) {
    return offerings.plan(student, matter.term()).stream()
        .anyMatch(planned -> planned.enrolment().getOfferingId() == matter.offering());
  }

  private Verdict withdraw(RegistrationRequest request) {
    EnrolmentRows.Stored stored = rows.read(request.matter().enrolment()).orElseThrow();
    if (stored.status() == EnrolmentStatus.WITHDRAWN) {
      return Verdict.allowed();
    }
    Verdict verdict = Leaving.ends(stored.status(), EnrolmentStatus.WITHDRAWN);
    if (verdict.isAllowed()) {
      desk.leave(stored.id(), EnrolmentStatus.WITHDRAWN, request.words().reason());
    }
    return verdict;
  }

  private Verdict close(RegistrationRequest request) {
    SectionToClose event = new SectionToClose(request.matter().section(), request.words().reason());
    closing.fire(event);
    return RequestSound.closed(event.isClosed());
  }

  /** Tells student, adviser and who asked what was decided. */
  void tell(RegistrationRequest request) {
    String code =
        switch (request.getStatus()) {
          case REJECTED -> "registration.notice.request-rejected";
          case DONE -> "registration.notice.request-done";
          case APPROVED, REQUESTED, CANCELLED -> "registration.notice.request-approved";
        };
    Serializable[] args = {request.getKind(), what(request), words(request)};
    String link = PAGE + request.getUuid();
    if (request.matter().student() != null) {
      Student student = student(request);
      notices.tellStudent(student.getId(), code, link, args);
      if (student.getAdviser() != null) {
        advisers.tell(student.getAdviser().getId(), code, link, args);
      }
    }
    if (!request.isByStudent()) {
      notices.tellAccount(request.getRequestedBy(), code, link, args);
    }
  }

  /** Tells the adviser what a student asks for in person. */
  void tellAsked(RegistrationRequest request) {
    Student student = student(request);
    if (request.isByStudent() && student.getAdviser() != null) {
      advisers.tell(
          student.getAdviser().getId(),
          "registration.notice.request-asked",
          PAGE + request.getUuid(),
          student.getStudentNo(),
          request.getKind(),
          what(request));
    }
  }

  private static String words(RegistrationRequest request) {
    String note = request.getDecisionNote();
    return note == null
        ? request.getStatus() == RequestStatus.REJECTED ? "" : "—"
        : note.length() <= 200 ? note : note.substring(0, 200) + "…";
  }

  private String what(RegistrationRequest request) {
    RequestMatter matter = request.matter();
    String discipline =
        Optional.ofNullable(matter.offering())
            .flatMap(offerings::offering)
            .flatMap(offering -> catalogue.discipline(offering.getDisciplineId()))
            .map(Discipline::getCode)
            .orElse("");
    return Stream.of(
            matter.studentGroup() == null ? "" : group(matter).getCode(),
            discipline,
            code(matter.stream()),
            code(matter.section()))
        .filter(word -> !word.isEmpty())
        .collect(Collectors.joining(" "));
  }

  /** Code of a section; empty for none. */
  private String code(Long section) {
    return section == null ? "" : offerings.section(section).map(Section::getCode).orElse("");
  }

  private Student student(RegistrationRequest request) {
    return students.byId(request.matter().student()).orElseThrow();
  }
}
