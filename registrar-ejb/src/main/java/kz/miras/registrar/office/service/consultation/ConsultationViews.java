package kz.miras.registrar.office.service.consultation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.office.consultation.AnswerPolicy;
import kz.miras.registrar.office.consultation.BookingPolicy;
import kz.miras.registrar.office.consultation.ConsultationKind;
import kz.miras.registrar.office.consultation.ConsultationStatus;
import kz.miras.registrar.office.service.consultation.Consultations.Asker;
import kz.miras.registrar.office.service.consultation.Consultations.Stored;
import kz.miras.registrar.office.service.consultation.Slots.Slot;
import kz.miras.registrar.shared.service.UniversityTime;

/** Makes of what is kept what is shown. */
@ApplicationScoped
class ConsultationViews {

  @Inject private Consultations store;
  @Inject private Slots slots;
  @Inject private Askers askers;
  @Inject private Access access;
  @Inject private Rows rows;
  @Inject private UniversityTime time;

  /** Whose a consultation is. */
  static Target target(Stored of) {
    return Target.ofStudent(of.asker().student()).ownedBy(of.asker().account());
  }

  /** Whether somebody is who asked. */
  static boolean isOwn(Asker asker, Actor actor) {
    return Long.valueOf(actor.accountId()).equals(asker.account())
        || actor.studentId() != null && actor.studentId().equals(asker.student());
  }

  ConsultationView whole(Stored of) {
    Slot slot = slot(of);
    List<Consultations.Entry> entries = store.entries(of.id());
    return new ConsultationView(
        of.uuid().toString(),
        of.kind(),
        of.topic(),
        of.status(),
        of.asker().name(),
        of.asker().kind(),
        student(of.asker()),
        of.holder() == null ? null : of.holder().name(),
        of.question(),
        of.askedAt(),
        of.dueOn(),
        isLate(of),
        slot == null ? null : meeting(slot, of.asker()),
        entries.stream()
            .map(
                one ->
                    new ConsultationView.Entry(
                        one.number(), one.answer(), one.reason(), one.name(), one.at()))
            .toList(),
        may(of, slot, !entries.isEmpty()));
  }

  private ConsultationView.May may(Stored of, Slot slot, boolean answered) {
    Actor me = access.current();
    LocalDateTime now = rows.now();
    LocalDateTime start = slot == null ? null : slot.at().start();
    boolean own = isOwn(of.asker(), me);
    boolean answers = access.may(Permissions.CONSULTATION_ANSWER) && !own;
    boolean inTime =
        slot == null || askers.policy(of.asker()).cancel(slot.at(), slot.moved(), now).isAllowed();
    boolean waits = of.isOpen() && of.kind() == ConsultationKind.QUESTION;
    Long holder = of.holder() == null ? null : of.holder().account();
    return new ConsultationView.May(
        own && of.isOpen() && inTime && access.may(Permissions.CONSULTATION_ASK),
        answers && of.isOpen() && (start == null || !now.isBefore(start)),
        answers && AnswerPolicy.misses(of.status(), start, now).isAllowed(),
        answers && waits && !Long.valueOf(me.accountId()).equals(holder),
        waits && access.may(Permissions.CONSULTATION_ASSIGN, Target.nobodys().ownedBy(holder)),
        answers && answered,
        answers && answered);
  }

  ConsultationView.Line line(Stored of) {
    Slot slot = slot(of);
    List<Consultations.Entry> entries =
        of.status() == ConsultationStatus.ANSWERED ? store.entries(of.id()) : List.of();
    return new ConsultationView.Line(
        of.uuid().toString(),
        of.kind(),
        of.topic(),
        of.status(),
        of.asker().name(),
        of.question(),
        of.holder() == null ? null : of.holder().name(),
        of.askedAt(),
        of.dueOn(),
        isLate(of),
        slot == null ? null : meeting(slot, of.asker()),
        entries.isEmpty() ? null : entries.get(entries.size() - 1).answer().answer());
  }

  /**
   * An appointment as it is offered.
   *
   * @param policy by which it may be cancelled
   * @param booking who has it, where the reader may know; null for nobody
   */
  ConsultationView.Offer offer(Slot slot, BookingPolicy policy, Stored booking) {
    return new ConsultationView.Offer(
        meeting(slot, policy),
        List.copyOf(slot.topics()),
        slot.offered(),
        slot.host() == access.current().accountId(),
        booking == null ? null : line(booking));
  }

  private ConsultationView.Meeting meeting(Slot slot, Asker asker) {
    return meeting(slot, askers.policy(asker));
  }

  private static ConsultationView.Meeting meeting(Slot slot, BookingPolicy policy) {
    return new ConsultationView.Meeting(
        slot.uuid().toString(),
        slot.at().start(),
        slot.at().end(),
        slot.place(),
        slot.link(),
        slot.hostName(),
        policy.cancelUntil(slot.at(), slot.moved()),
        slot.reason());
  }

  private boolean isLate(Stored of) {
    return of.isOpen() && of.dueOn().isBefore(time.today());
  }

  private Slot slot(Stored of) {
    return of.slot() == null ? null : slots.byKey(of.slot()).orElseThrow();
  }

  /** For whoever may open the card of the student. */
  private String student(Asker asker) {
    return asker.student() == null || !access.may(Permissions.STUDENT_READ)
        ? null
        : rows.one(
                "SELECT uuid FROM student WHERE id = ?",
                row -> UUID.fromString(row.getString(1)).toString(),
                asker.student())
            .orElse(null);
  }
}
