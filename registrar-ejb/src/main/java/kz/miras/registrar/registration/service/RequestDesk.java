package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.List;
import java.util.Objects;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.Offering;
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/**
 * REQ-1 to REQ-4. Requests for what only the director or the deputy may decide: asked for with
 * reason and document, decided with words, carried out in the same step where it can be.
 */
@Stateless
@Guarded
public class RequestDesk {

  private static final int NAME = 200;

  @Inject private Requests requests;
  @Inject private RequestActs acts;
  @Inject private RequestPreview preview;
  @Inject private Students students;
  @Inject private PlanWishes wishes;
  @Inject private Settling settling;
  @Inject private OfferingLabels labels;
  @Inject private Offerings offerings;
  @Inject private EnrolmentRows rows;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * A request as it is typed; what does not belong to its kind is null.
   *
   * @param student public id or number
   * @param offering public id, or term and code as its label has them
   * @param section key
   * @param enrolment key
   */
  public record Typed(
      RequestKind kind,
      String student,
      String offering,
      Long section,
      Long enrolment,
      EnrolmentType type,
      String rule,
      RequestWords words)
      implements Serializable {}

  /** A file of a document; null content where there is none. */
  public record Attached(String name, byte[] content) {

    /** No file. */
    public static final Attached NONE = new Attached(null, null);
  }

  /**
   * A request for a whole academic group as it is typed.
   *
   * @param group code
   * @param term code
   * @param offering key; null for what the curriculum prescribes for the term
   * @param section key of the GROUP section wanted; null for any
   * @param type null where there is no offering
   */
  public record TypedGroup(
      String group,
      String term,
      Long offering,
      Long section,
      EnrolmentType type,
      RequestWords words)
      implements Serializable {}

  /**
   * What came of asking.
   *
   * @param id public id of the request; null where it was refused
   */
  public record Asked(String id, Verdict verdict) implements Serializable {}

  /**
   * Asks for a decision: the office, an adviser, or the student about the own registration. What
   * the rules say against it at that moment is kept for whoever decides.
   */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK, Permissions.OFFERING_EDIT})
  public Asked ask(Typed typed, Attached attached) {
    return ask(matter(typed), typed.words(), attached);
  }

  /** Asks for the late enrolment of a whole academic group. */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public Asked ask(TypedGroup typed, Attached attached) {
    StudentGroup group =
        students
            .group(typed.group())
            .orElseThrow(() -> new RegistrarException.NotFound("group", typed.group()));
    long term = wishes.term(typed.term()).getId();
    Offering offering = typed.offering() == null ? null : offering(typed.offering(), term);
    within(offering, typed.section() == null ? null : section(typed.section()));
    RequestMatter matter =
        RequestMatter.ofGroup(group.getId(), term, typed.offering(), typed.section(), typed.type());
    return ask(matter, typed.words(), attached);
  }

  private Offering offering(long id, long term) {
    return offerings
        .offering(id)
        .filter(one -> one.getTermId() == term)
        .orElseThrow(() -> new RegistrarException.NotFound("offering", id));
  }

  private static void within(Offering offering, Section section) {
    if (section != null
        && (offering == null || !section.getOffering().getId().equals(offering.getId()))) {
      throw new RegistrarException.NotFound("section", section.getId());
    }
  }

  private Asked ask(RequestMatter matter, RequestWords typed, Attached attached) {
    Verdict verdict = RequestSound.attached(attached.name(), attached.content());
    boolean own = matter.student() != null && matter.student().equals(access.current().studentId());
    RequestWords words = own ? typed.ofStudent() : typed;
    verdict =
        RequestSound.asked(
                matter, words.reason(), words.explanation(), RegistrationRules.waivable())
            .and(verdict);
    if (verdict.isAllowed()) {
      verdict = verdict.and(RequestSound.once(requests.isOpen(matter)));
    }
    if (!verdict.isAllowed()) {
      return new Asked(null, verdict);
    }
    RegistrationRequest request =
        new RegistrationRequest(matter, words, access.current().login(), time.now());
    if (own) {
      request.askedInPerson();
    }
    if (matter.kind().enrols()) {
      Verdict now = preview.now(students.byId(matter.student()).orElseThrow(), matter);
      request.hindered(now.isAllowed() ? null : PlanAnswers.packed(now.refusals()));
    }
    if (attached.content() != null) {
      request.attach(
          shortened(attached.name()), Checksum.sha256(attached.content()), attached.content());
    }
    audit.because(words.reason());
    requests.add(request);
    if (own) {
      acts.tellAsked(request);
    }
    return new Asked(request.getUuid().toString(), verdict);
  }

  private static String shortened(String fileName) {
    String name =
        Objects.toString(fileName, "").replaceAll("^.*[/\\\\]", "").replaceAll("\\p{Cntrl}", "");
    return name.length() <= NAME ? name : name.substring(name.length() - NAME);
  }

  /** What it is about, if the caller may ask for that. */
  private RequestMatter matter(Typed typed) {
    RequestKind kind = typed.kind();
    if (kind.askedBy().stream().noneMatch(access::may)) {
      access.require(kind.askedBy().get(0), Target.nobodys(), "RegistrationRequest", kind);
    }
    Student student = student(typed);
    Section section = typed.section() == null ? null : section(typed.section());
    Offering offering = offering(typed, section, student);
    return new RequestMatter(
        kind,
        student == null ? null : student.getId(),
        offering == null ? null : offering.getTermId(),
        offering == null ? null : offering.getId(),
        section == null ? null : section.getId(),
        kind == RequestKind.WITHDRAW ? typed.enrolment() : null,
        kind.enrols() ? typed.type() : null,
        kind == RequestKind.WAIVER ? typed.rule() : null);
  }

  private Student student(Typed typed) {
    boolean named = typed.student() != null && !typed.student().isBlank();
    return !typed.kind().isPersonal() || !named
        ? null
        : scope.visible(typed.student().strip(), Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK);
  }

  private Section section(long id) {
    return offerings.section(id).orElseThrow(() -> new RegistrarException.NotFound("section", id));
  }

  private Offering offering(Typed typed, Section section, Student student) {
    if (typed.kind() == RequestKind.CLOSE_SECTION) {
      return section == null ? null : section.getOffering();
    }
    if (typed.kind() == RequestKind.WITHDRAW) {
      return typed.enrolment() == null || student == null
          ? null
          : rows.read(typed.enrolment())
              .filter(stored -> stored.student() == student.getId())
              .flatMap(stored -> offerings.offering(stored.offering()))
              .orElseThrow(() -> new RegistrarException.NotFound("enrolment", typed.enrolment()));
    }
    Offering offering = labels.find(typed.offering()).orElse(null);
    within(offering, section);
    return offering;
  }

  /**
   * Decides a request; what is approved is carried out at once where nothing else speaks against
   * it, else it waits with the reasons.
   *
   * @param note words of the decision; needed to reject
   */
  @RolesAllowed({Permissions.ENROL_EXCEED, Permissions.ENROL_LATE, Permissions.OFFERING_APPROVE})
  public Verdict decide(String id, boolean approved, String note) {
    RegistrationRequest request = requests.locked(id);
    access.require(
        request.getKind().decidedBy(), Target.nobodys(), "RegistrationRequest", request.getUuid());
    Verdict verdict =
        RequestSound.decided(
            request.getStatus(),
            request.getRequestedBy(),
            access.current().login(),
            approved,
            note);
    if (!verdict.isAllowed()) {
      return verdict;
    }
    audit.because(note == null || note.isBlank() ? request.words().reason() : note.strip());
    request.decide(approved, note, access.current().login(), time.now());
    if (approved && request.getKind() == RequestKind.EXCEED) {
      request.upTo(preview.wouldBe(request.matter()));
    }
    requests.flush();
    if (approved) {
      verdict = acts.carryOut(request);
    }
    settling.decided(request.matter(), approved, request.getDecisionNote());
    acts.tell(request);
    return approved && !verdict.isAllowed()
        // the decision stands; what hinders it is told
        ? new Verdict(List.of(), verdict.refusals(), false)
        : Verdict.allowed();
  }

  /** REQ-4. Tries again to carry out what is approved. */
  @RolesAllowed({Permissions.ENROL_ONBEHALF, Permissions.OFFERING_APPROVE})
  public Verdict carryOut(String id) {
    RegistrationRequest request = requests.locked(id);
    Verdict verdict = RequestSound.carriedOut(request.getStatus());
    return verdict.isAllowed() ? acts.carryOut(request) : verdict;
  }

  /** REQ-3. Takes the own request back while it waits. */
  @RolesAllowed({Permissions.ENROL_PROPOSE, Permissions.ENROL_ASK, Permissions.OFFERING_EDIT})
  public Verdict takeBack(String id) {
    RegistrationRequest request = requests.locked(id);
    Verdict verdict =
        RequestSound.takenBack(
            request.getStatus(), request.getRequestedBy(), access.current().login());
    if (verdict.isAllowed()) {
      request.cancel();
    }
    return verdict;
  }
}
