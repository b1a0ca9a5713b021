package kz.miras.registrar.office.service.consultation;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.office.consultation.Appointment;
import kz.miras.registrar.office.consultation.ConsultationHours;
import kz.miras.registrar.office.consultation.ConsultationStatus;
import kz.miras.registrar.office.consultation.HoursSound;
import kz.miras.registrar.office.service.consultation.Consultations.Holder;
import kz.miras.registrar.office.service.consultation.Consultations.Stored;
import kz.miras.registrar.office.service.consultation.Slots.Slot;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * CON-1, CON-2, CON-13. Hours of consultation: opened week by week, single appointments moved or
 * called off, and whoever had booked one is told.
 */
@Stateless
@Guarded
public class HoursDesk {

  private static final String ENTITY = "ConsultationHours";

  @Inject private Slots slots;
  @Inject private Consultations store;
  @Inject private ConsultationNews news;
  @Inject private Colleagues colleagues;
  @Inject private Askers askers;
  @Inject private Calendars calendars;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private Rows rows;
  @Inject private UniversityTime time;

  /**
   * Opens hours with all their appointments.
   *
   * @param host login of who keeps them
   * @return how many appointments there are
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.CONSULTATION_HOURS)
  public int open(String host, ConsultationHours hours) {
    HoursSound sound = new HoursSound(askers.rules(null));
    refuse(sound.judge(hours, time.today()));
    Holder keeps =
        colleagues
            .answering(host)
            .orElseThrow(
                () ->
                    new RegistrarException.Refused(
                        Refusal.of(
                                "office.consultation.cannot-answer", "CON-10", String.valueOf(host))
                            .at("host")));
    access.require(
        Permissions.CONSULTATION_HOURS,
        Target.nobodys().ownedBy(keeps.account()),
        ENTITY,
        keeps.login());
    slots.hostTurn(keeps.account());
    List<Appointment> appointments = hours.appointments(calendars.workingDays(), rows.now());
    refuse(HoursSound.keeps(appointments, kept(keeps.account(), hours.lastDay(), null)));
    String by = access.current().login();
    slots.open(hours, appointments, keeps.account(), by, time.now());
    audit.record("consultation.open-hours", ENTITY, keeps.login(), null, null);
    return appointments.size();
  }

  /** The appointments somebody keeps until the end of a day, but for one. */
  private List<Appointment> kept(long host, LocalDate last, Slot but) {
    return slots.offered(host, rows.now(), last.plusDays(1).atStartOfDay()).stream()
        .filter(one -> but == null || one.id() != but.id())
        .map(Slot::at)
        .toList();
  }

  /**
   * Calls appointments off; who had booked one is told why.
   *
   * @param ids public ids of the appointments
   * @return how many people are told
   * @throws RegistrarException.Refused where one has begun, or no reason is given; none is called
   *     off then
   */
  @RolesAllowed(Permissions.CONSULTATION_HOURS)
  public int callOff(Collection<String> ids, String reason) {
    if (ids.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("office.consultation.nothing-chosen", "CON-13"));
    }
    int told = 0;
    // in one order, so that two who call off the same do not wait for each other
    for (String id : ids.stream().sorted().toList()) {
      Slot slot = own(id);
      refuse(HoursSound.callsOff(slot.at(), reason, rows.now()));
      Optional<Stored> booking = store.booking(slot.id()).filter(Stored::isOpen);
      if (booking.isPresent()) {
        store.end(booking.get().id(), ConsultationStatus.CALLED_OFF, time.now());
        news.calledOff(slot, booking.get(), reason.strip());
        told++;
      }
      slots.callOff(slot.id(), reason.strip(), access.current().login(), time.now());
      audit.record("consultation.call-off", ENTITY, id, null, null);
    }
    return told;
  }

  /**
   * Where and when an appointment is moved; what was left out is null.
   *
   * @param place null or blank where it is held online only
   * @param link null or blank where it is held in a room only
   */
  public record Move(LocalDate day, LocalTime from, String place, String link, String reason) {}

  /**
   * Moves an appointment with whoever has booked it, who is told.
   *
   * @param id public id of the appointment
   * @return whether somebody is told
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.CONSULTATION_HOURS)
  public boolean move(String id, Move move) {
    Slot before = own(id);
    Verdict words = HoursSound.movedTo(move.place(), move.link(), move.reason());
    if (move.day() == null || move.from() == null) {
      refuse(
          words.and(
              Verdict.refused(
                  Refusal.of("office.consultation.move-day", "CON-13").at("move_day"))));
    }
    slots.hostTurn(before.host());
    LocalDateTime start = move.day().atTime(move.from());
    Appointment to =
        new Appointment(
            start, start.plus(Duration.between(before.at().start(), before.at().end())));
    refuse(
        words.and(
            HoursSound.moves(
                before.at(),
                to,
                kept(before.host(), to.end().toLocalDate(), before),
                calendars.workingDays(),
                rows.now())));
    slots.move(
        before.id(),
        to,
        move.place(),
        move.link(),
        move.reason().strip(),
        access.current().login(),
        time.now());
    audit.record("consultation.move", ENTITY, id, null, null);
    Optional<Stored> booking = store.booking(before.id()).filter(Stored::isOpen);
    booking.ifPresent(
        of -> {
          store.due(of.id(), askers.policy(of.asker()).recordBy(to.day(), calendars.workingDays()));
          news.moved(before, slots.byUuid(before.uuid()).orElseThrow(), of);
        });
    return booking.isPresent();
  }

  /** An appointment that is offered, locked, if it is the caller's to change. */
  private Slot own(String id) {
    Slot slot =
        PublicId.parse(id)
            .flatMap(slots::locked)
            .orElseThrow(() -> new RegistrarException.NotFound("consultation-slot", id));
    access.require(
        Permissions.CONSULTATION_HOURS, Target.nobodys().ownedBy(slot.host()), ENTITY, id);
    if (!slot.offered()) {
      throw new RegistrarException.Refused(Refusal.of("office.consultation.called-off", "CON-13"));
    }
    return slot;
  }
}
