package kz.miras.registrar.office.service.consultation;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.office.consultation.BookingFacts;
import kz.miras.registrar.office.consultation.BookingPolicy;
import kz.miras.registrar.office.consultation.ConsultationKind;
import kz.miras.registrar.office.consultation.ConsultationStatus;
import kz.miras.registrar.office.consultation.ConsultationTopic;
import kz.miras.registrar.office.service.consultation.Consultations.Asker;
import kz.miras.registrar.office.service.consultation.Consultations.Stored;
import kz.miras.registrar.office.service.consultation.Slots.Slot;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * CON-3 to CON-7. What students and teachers do: they find a free appointment and book it, cancel
 * it, ask in writing, and read what they were answered.
 */
@Stateless
@Guarded
public class AskingDesk {

  private static final String ENTITY = "Consultation";

  @Inject private Slots slots;
  @Inject private Consultations store;
  @Inject private ConsultationViews views;
  @Inject private ConsultationNews news;
  @Inject private Askers askers;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Rows rows;
  @Inject private UniversityTime time;

  /**
   * Appointments the caller may book today, the earliest first.
   *
   * @param topic only those for it; null for all
   * @param host login of who keeps them; null or empty for everybody
   * @param day only of this day; null for every day ahead
   */
  @RolesAllowed(Permissions.CONSULTATION_ASK)
  public List<ConsultationView.Offer> free(ConsultationTopic topic, String host, LocalDate day) {
    BookingPolicy policy = policy();
    return bookable(policy)
        .filter(one -> topic == null || one.topics().contains(topic))
        .filter(one -> host == null || host.isEmpty() || one.hostLogin().equals(host))
        .filter(one -> day == null || one.at().day().equals(day))
        .map(one -> views.offer(one, policy, null))
        .toList();
  }

  /** Who keeps appointments that may be booked today. */
  @RolesAllowed(Permissions.CONSULTATION_ASK)
  public List<ConsultationView.Colleague> hosts() {
    return bookable(policy())
        .map(one -> new ConsultationView.Colleague(one.hostLogin(), one.hostName()))
        .distinct()
        .toList();
  }

  private BookingPolicy policy() {
    return new BookingPolicy(askers.rules(access.current().studentId()));
  }

  /** The appointments of others that are near enough, and not too near, to be booked. */
  private Stream<Slot> bookable(BookingPolicy policy) {
    long me = access.current().accountId();
    return slots.free(policy.bookableFrom(rows.now()), policy.bookableUntil(time.today())).stream()
        .filter(one -> one.host() != me);
  }

  /** What the caller has booked and asked, the latest first. */
  @RolesAllowed(Permissions.CONSULTATION_ASK)
  public List<ConsultationView.Line> own() {
    Actor me = access.current();
    return store.own(me.accountId(), me.studentId()).stream().map(views::line).toList();
  }

  /**
   * Books an appointment.
   *
   * @param slot public id of the appointment
   * @return public id of the consultation
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.CONSULTATION_ASK)
  public String book(String slot, ConsultationTopic topic, String question) {
    Asker me = askers.of(access.current());
    store.turn(me.account());
    Slot wanted =
        PublicId.parse(slot)
            .flatMap(slots::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("consultation-slot", slot));
    BookingPolicy policy = askers.policy(me);
    refuse(
        policy.book(
            topic,
            question,
            new BookingFacts(
                wanted.at(),
                wanted.topics(),
                wanted.offered(),
                wanted.takenBy() != null,
                wanted.host() == me.account(),
                store.booked(me.account())),
            rows.now()));
    if (!slots.take(wanted, me.account())) {
      throw new RegistrarException.Refused(
          Refusal.of("office.consultation.taken", "CON-3", wanted.at().start()));
    }
    UUID booked =
        store.add(
            ConsultationKind.APPOINTMENT,
            topic,
            me,
            wanted.id(),
            wanted.host(),
            question,
            time.now(),
            policy.recordBy(wanted.at().day(), calendars.workingDays()),
            null,
            me.login());
    audit.record("consultation.book", ENTITY, booked, null, null);
    news.booked(wanted, booked, me, topic);
    return booked.toString();
  }

  /**
   * Asks in writing.
   *
   * @return public id of the consultation
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.CONSULTATION_ASK)
  public String ask(ConsultationTopic topic, String question) {
    Asker me = askers.of(access.current());
    store.turn(me.account());
    BookingPolicy policy = askers.policy(me);
    refuse(policy.ask(topic, question, store.openQuestions(me.account())));
    UUID asked =
        store.add(
            ConsultationKind.QUESTION,
            topic,
            me,
            null,
            null,
            question,
            time.now(),
            policy.answerBy(time.today(), calendars.workingDays()),
            null,
            me.login());
    audit.record("consultation.ask", ENTITY, asked, null, null);
    return asked.toString();
  }

  /**
   * Takes back what the caller booked or asked; the appointment is free for others again.
   *
   * @throws RegistrarException.Refused where it is too late, or it has ended
   */
  @RolesAllowed(Permissions.CONSULTATION_ASK)
  public void cancel(String id) {
    Stored before = PublicId.parse(id).flatMap(store::byUuid).orElseThrow(() -> unknown(id));
    access.requireVisible(
        Permissions.CONSULTATION_ASK, ConsultationViews.target(before), ENTITY, id);
    // in the order of whoever calls the appointment off: it first, the booking after it
    Slot slot = before.slot() == null ? null : locked(before.slot());
    Stored found = store.locked(before.uuid()).orElseThrow(() -> unknown(id));
    refuse(BookingPolicy.takesBack(found.status()));
    if (slot != null) {
      refuse(askers.policy(found.asker()).cancel(slot.at(), slot.moved(), rows.now()));
      slots.release(slot.id());
      news.cancelled(slot, found);
    }
    store.end(found.id(), ConsultationStatus.CANCELLED, time.now());
    audit.record("consultation.cancel", ENTITY, found.uuid(), null, null);
  }

  private Slot locked(long slot) {
    return slots.locked(slots.byKey(slot).orElseThrow().uuid()).orElseThrow();
  }

  private static RegistrarException.NotFound unknown(String id) {
    return new RegistrarException.NotFound("consultation", id);
  }
}
