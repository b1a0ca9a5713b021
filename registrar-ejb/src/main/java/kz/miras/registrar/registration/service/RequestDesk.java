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
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestSound;
import kz.miras.registrar.registration.RequestWords;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
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
  @Inject private RequestMatters matters;
  @Inject private RequestActs acts;
  @Inject private RequestPreview preview;
  @Inject private Students students;
  @Inject private Settling settling;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * A request as it is typed; what does not belong to its kind is null.
   *
   * @param student public id or number
   * @param offering public id, or term and code as its label has them
   * @param section key of the group wanted, or of the section to be closed
   * @param stream key of the lecture stream wanted
   * @param enrolment key
   */
  public record Typed(
      RequestKind kind,
      String student,
      String offering,
      Long section,
      Long stream,
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
   * @param stream key of the LECTURE section wanted; null for any
   * @param type null where there is no offering
   */
  public record TypedGroup(
      String group,
      String term,
      Long offering,
      Long section,
      Long stream,
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
    return ask(matters.of(typed), typed.words(), attached);
  }

  /** Asks for the late enrolment of a whole academic group. */
  @RolesAllowed(Permissions.ENROL_ONBEHALF)
  public Asked ask(TypedGroup typed, Attached attached) {
    return ask(matters.of(typed), typed.words(), attached);
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
