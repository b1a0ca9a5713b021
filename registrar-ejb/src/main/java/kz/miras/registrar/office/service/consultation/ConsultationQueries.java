package kz.miras.registrar.office.service.consultation;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.office.consultation.BookingPolicy;
import kz.miras.registrar.office.service.consultation.Consultations.Stored;
import kz.miras.registrar.office.service.consultation.Slots.Slot;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** Consultations for whoever asked, and the day of the office. */
@Stateless
@Guarded
public class ConsultationQueries {

  @Inject private Consultations store;
  @Inject private Slots slots;
  @Inject private ConsultationViews views;
  @Inject private Colleagues colleagues;
  @Inject private Askers askers;
  @Inject private Access access;
  @Inject private Rows rows;

  /**
   * One with its journal.
   *
   * @throws RegistrarException.NotFound where it is somebody else's and the caller sees own ones
   */
  @RolesAllowed(Permissions.CONSULTATION_READ)
  public ConsultationView view(String id) {
    Stored found =
        PublicId.parse(id)
            .flatMap(store::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("consultation", id));
    access.requireVisible(
        Permissions.CONSULTATION_READ, ConsultationViews.target(found), "Consultation", id);
    return views.whole(found);
  }

  /** The appointments of a day with who has booked them. */
  @RolesAllowed({Permissions.CONSULTATION_ANSWER, Permissions.CONSULTATION_ASSIGN})
  public List<ConsultationView.Offer> day(LocalDate day) {
    return offers(slots.ofDay(day));
  }

  /** Questions in writing that wait for an answer, the most urgent first. */
  @RolesAllowed({Permissions.CONSULTATION_ANSWER, Permissions.CONSULTATION_ASSIGN})
  public List<ConsultationView.Line> waiting() {
    return store.openQuestions().stream().map(views::line).toList();
  }

  /**
   * Appointments of the coming days the caller may move or call off: the own ones; all of them for
   * whoever assigns work.
   *
   * @param days how many days from today on
   */
  @RolesAllowed(Permissions.CONSULTATION_HOURS)
  public List<ConsultationView.Offer> ahead(int days) {
    boolean all = access.may(Permissions.CONSULTATION_HOURS, Target.nobodys());
    return offers(
        slots.offered(
            all ? null : access.current().accountId(),
            rows.now(),
            rows.now().toLocalDate().plusDays(days).atStartOfDay()));
  }

  private List<ConsultationView.Offer> offers(List<Slot> all) {
    List<Long> taken = all.stream().filter(one -> one.takenBy() != null).map(Slot::id).toList();
    Map<Long, Stored> booked = new HashMap<>();
    if (!taken.isEmpty()) {
      store.bookings(taken).forEach(one -> booked.put(one.slot(), one));
    }
    BookingPolicy policy = new BookingPolicy(askers.rules(null));
    return all.stream().map(one -> views.offer(one, policy, booked.get(one.id()))).toList();
  }

  /**
   * Who may keep hours the caller opens: everybody who answers for whoever assigns work, else the
   * caller.
   */
  @RolesAllowed(Permissions.CONSULTATION_HOURS)
  public List<ConsultationView.Colleague> hosts() {
    boolean all = access.may(Permissions.CONSULTATION_HOURS, Target.nobodys());
    String me = access.current().login();
    return answering().stream().filter(one -> all || one.login().equals(me)).toList();
  }

  /** Who may be handed a question. */
  @RolesAllowed(Permissions.CONSULTATION_ASSIGN)
  public List<ConsultationView.Colleague> colleagues() {
    return answering();
  }

  private List<ConsultationView.Colleague> answering() {
    return colleagues.all().stream()
        .map(one -> new ConsultationView.Colleague(one.login(), one.name()))
        .toList();
  }
}
