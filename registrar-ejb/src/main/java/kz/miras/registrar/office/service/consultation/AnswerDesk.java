package kz.miras.registrar.office.service.consultation;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.consultation.AnswerPolicy;
import kz.miras.registrar.office.consultation.AskerKind;
import kz.miras.registrar.office.consultation.ConsultationKind;
import kz.miras.registrar.office.consultation.ConsultationStatus;
import kz.miras.registrar.office.consultation.RecordedAnswer;
import kz.miras.registrar.office.service.consultation.Consultations.Asker;
import kz.miras.registrar.office.service.consultation.Consultations.Entry;
import kz.miras.registrar.office.service.consultation.Consultations.Holder;
import kz.miras.registrar.office.service.consultation.Consultations.Stored;
import kz.miras.registrar.office.service.consultation.Slots.Slot;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * CON-8 to CON-10. What the office does with a question: answers it, notes who did not come, takes
 * it over or hands it on; each answer is an entry of the journal.
 */
@Stateless
@Guarded
public class AnswerDesk {

  private static final String ENTITY = "Consultation";

  @Inject private Consultations store;
  @Inject private Slots slots;
  @Inject private Askers askers;
  @Inject private Colleagues colleagues;
  @Inject private ConsultationNews news;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Rows rows;
  @Inject private UniversityTime time;

  /**
   * Records the answer; who asked is told.
   *
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public void record(String id, RecordedAnswer answer) {
    Stored found = locked(id);
    refuse(
        AnswerPolicy.records(answer, found.status(), start(found), own(found.asker()), rows.now()));
    enter(found.id(), 1, answer, null);
    store.end(found.id(), ConsultationStatus.ANSWERED, time.now());
    audit.record("consultation.answer", ENTITY, id, null, null);
    news.answered(found);
  }

  /** Notes that who had booked an appointment did not come. */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public void missed(String id) {
    Stored found = locked(id);
    refuse(AnswerPolicy.misses(found.status(), start(found), rows.now()));
    store.end(found.id(), ConsultationStatus.MISSED, time.now());
    audit.record("consultation.miss", ENTITY, id, null, null);
    news.missed(slots.byKey(found.slot()).orElseThrow(), found);
  }

  /**
   * Records another answer in the place of the one that stands; the journal keeps both.
   *
   * @param reason why
   */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public void correct(String id, RecordedAnswer answer, String reason) {
    Stored found = locked(id);
    List<Entry> entries = store.entries(found.id());
    RecordedAnswer standing = entries.isEmpty() ? null : entries.get(entries.size() - 1).answer();
    refuse(AnswerPolicy.corrects(answer, standing, reason, own(found.asker())));
    enter(found.id(), entries.size() + 1, answer, reason.strip());
    audit.record("consultation.correct", ENTITY, id, null, null);
    news.corrected(found);
  }

  private void enter(long id, int number, RecordedAnswer answer, String reason) {
    store.enter(id, number, answer, reason, access.current().accountId(), time.now());
  }

  /**
   * Somebody who came without an appointment.
   *
   * @param kind who it is; null where nothing was chosen
   * @param person number of the student, personnel number of the teacher, or the name
   */
  public record WalkIn(AskerKind kind, String person, String question) implements Serializable {}

  /**
   * Records what somebody without an appointment asked and was answered.
   *
   * @return public id of the consultation
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public String walkIn(WalkIn who, RecordedAnswer answer) {
    Optional<Asker> asker = asker(who);
    boolean own = asker.filter(this::own).isPresent();
    refuse(
        AnswerPolicy.walksIn(asker.isPresent(), who.question())
            .and(AnswerPolicy.records(answer, null, null, own, rows.now())));
    Instant now = time.now();
    UUID recorded =
        store.add(
            ConsultationKind.WALK_IN,
            answer.topic(),
            asker.orElseThrow(),
            null,
            access.current().accountId(),
            who.question(),
            now,
            time.today(),
            now,
            access.current().login());
    enter(store.byUuid(recorded).orElseThrow().id(), 1, answer, null);
    audit.record("consultation.walk-in", ENTITY, recorded, null, null);
    return recorded.toString();
  }

  private Optional<Asker> asker(WalkIn who) {
    String person = who.person() == null ? "" : who.person().strip();
    if (who.kind() == null || person.isEmpty()) {
      return Optional.empty();
    }
    return switch (who.kind()) {
      case STUDENT -> askers.student(person);
      case TEACHER -> askers.teacher(person);
      case STAFF, OTHER -> Optional.of(new Asker(null, null, null, null, who.kind(), person));
    };
  }

  /** Takes a question over; who had it is told. */
  @RolesAllowed(Permissions.CONSULTATION_ANSWER)
  public void take(String id) {
    Stored found = locked(id);
    String me = access.current().login();
    hand(found, me);
    audit.record("consultation.take", ENTITY, id, null, null);
    news.taken(found, me);
  }

  /**
   * Hands a question to a colleague, who is told.
   *
   * @param to login of the colleague
   * @throws RegistrarException.Forbidden where it is in somebody else's hands and the caller does
   *     not assign work
   */
  @RolesAllowed(Permissions.CONSULTATION_ASSIGN)
  public void handTo(String id, String to) {
    Stored found = locked(id);
    Long holder = found.holder() == null ? null : found.holder().account();
    access.require(Permissions.CONSULTATION_ASSIGN, Target.nobodys().ownedBy(holder), ENTITY, id);
    Holder colleague = hand(found, to);
    audit.record("consultation.hand", ENTITY, id, null, null);
    news.handed(found, colleague, access.current().login());
  }

  private Holder hand(Stored found, String to) {
    if (to == null || to.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("office.consultation.nobody-chosen", "CON-10").at("to"));
    }
    Optional<Holder> colleague = colleagues.answering(to);
    refuse(
        AnswerPolicy.hands(
            found.kind(),
            found.status(),
            to,
            found.holder() == null ? null : found.holder().login(),
            found.asker().login(),
            colleague.isPresent()));
    store.hand(found.id(), colleague.orElseThrow().account());
    return colleague.orElseThrow();
  }

  private boolean own(Asker asker) {
    return ConsultationViews.isOwn(asker, access.current());
  }

  private LocalDateTime start(Stored found) {
    return found.slot() == null
        ? null
        : slots.byKey(found.slot()).map(Slot::at).orElseThrow().start();
  }

  private Stored locked(String id) {
    return PublicId.parse(id)
        .flatMap(store::locked)
        .orElseThrow(() -> new RegistrarException.NotFound("consultation", id));
  }
}
