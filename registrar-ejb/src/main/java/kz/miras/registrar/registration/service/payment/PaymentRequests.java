package kz.miras.registrar.registration.service.payment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.registration.payment.PaymentPurpose;
import kz.miras.registrar.registration.payment.PaymentRequest;
import kz.miras.registrar.registration.payment.PaymentStatus;
import kz.miras.registrar.registration.payment.PriceOrder;

/** Repository of prices and requests to pay. */
@ApplicationScoped
class PaymentRequests {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  void add(Object entity) {
    entities.persist(entity);
  }

  void flush() {
    entities.flush();
  }

  /** A number nobody has had, readable on a receipt. */
  String nextNumber(Term term) {
    Number next =
        (Number)
            entities
                .createNativeQuery("SELECT NEXT VALUE FOR payment_number_seq")
                .getSingleResult();
    return String.format("%s-%05d", term.getCode(), next.longValue());
  }

  List<PriceOrder> orders(PaymentPurpose purpose) {
    return entities
        .createQuery("SELECT o FROM PriceOrder o WHERE o.purpose = :purpose", PriceOrder.class)
        .setParameter("purpose", purpose)
        .getResultList();
  }

  List<PriceOrder> orders() {
    return entities.createQuery("SELECT o FROM PriceOrder o", PriceOrder.class).getResultList();
  }

  Optional<PaymentRequest> byUuid(UUID uuid) {
    return entities
        .createQuery("SELECT r FROM PaymentRequest r WHERE r.uuid = :uuid", PaymentRequest.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }

  Optional<PaymentRequest> byNumber(String number) {
    return entities
        .createQuery(
            "SELECT r FROM PaymentRequest r WHERE r.number = :number", PaymentRequest.class)
        .setParameter("number", number)
        .getResultStream()
        .findFirst();
  }

  Optional<PaymentRequest> find(long id) {
    return Optional.ofNullable(entities.find(PaymentRequest.class, id));
  }

  /** PAY-8. Whether it was paid for nothing; of FX retakes their rights are asked. */
  boolean isOwed(PaymentRequest request) {
    Number owed =
        (Number)
            entities
                .createNativeQuery(
                    "SELECT COUNT(*) FROM payment_request r WHERE r.id = ? AND "
                        + PaymentLists.OWED)
                .setParameter(1, request.getId())
                .getSingleResult();
    return owed.intValue() > 0;
  }

  /** Two marks of one request are judged one after another. */
  PaymentRequest lock(PaymentRequest request) {
    entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
    return request;
  }

  /** The request that waits or is paid for a discipline of a term; FX retakes are paid apart. */
  Optional<PaymentRequest> active(long student, long term, long discipline) {
    return entities
        .createQuery(
            "SELECT r FROM PaymentRequest r WHERE r.studentId = :student AND r.termId = :term AND"
                + " r.disciplineId = :discipline AND r.status IN :active AND r.purpose <> :fx",
            PaymentRequest.class)
        .setParameter("fx", PaymentPurpose.FX)
        .setParameter("student", student)
        .setParameter("term", term)
        .setParameter("discipline", discipline)
        .setParameter("active", EnumSet.of(PaymentStatus.REQUESTED, PaymentStatus.PAID))
        .getResultStream()
        .findFirst();
  }

  /** PAY-7. The request that waits or is paid for the FX retake of a discipline of a term. */
  Optional<PaymentRequest> activeFx(long student, long term, long discipline) {
    return entities
        .createQuery(
            "SELECT r FROM PaymentRequest r WHERE r.studentId = :student AND r.termId = :term AND"
                + " r.disciplineId = :discipline AND r.status IN :active AND r.purpose = :fx",
            PaymentRequest.class)
        .setParameter("fx", PaymentPurpose.FX)
        .setParameter("student", student)
        .setParameter("term", term)
        .setParameter("discipline", discipline)
        .setParameter("active", EnumSet.of(PaymentStatus.REQUESTED, PaymentStatus.PAID))
        .getResultStream()
        .findFirst();
  }

  /** The latest request of each enrolment, whatever became of it, by key of the enrolment. */
  Map<Long, PaymentRequest> latest(Collection<Long> enrolments) {
    Map<Long, PaymentRequest> latest = new HashMap<>();
    if (!enrolments.isEmpty()) {
      entities
          .createQuery(
              "SELECT r FROM PaymentRequest r WHERE r.enrolmentId IN :enrolments ORDER BY r.id",
              PaymentRequest.class)
          .setParameter("enrolments", enrolments)
          .getResultList()
          .forEach(one -> latest.put(one.getEnrolmentId(), one));
    }
    return latest;
  }

  /** The request that waits for an enrolment. */
  Optional<PaymentRequest> waiting(long enrolment) {
    return entities
        .createQuery(
            "SELECT r FROM PaymentRequest r WHERE r.enrolmentId = :enrolment AND r.status = :open",
            PaymentRequest.class)
        .setParameter("enrolment", enrolment)
        .setParameter("open", PaymentStatus.REQUESTED)
        .getResultStream()
        .findFirst();
  }

  /** Requests that wait, those whose time ends first before the others. */
  List<PaymentRequest> open(int most) {
    return entities
        .createQuery(
            "SELECT r FROM PaymentRequest r WHERE r.status = :open ORDER BY r.expiresOn, r.number",
            PaymentRequest.class)
        .setParameter("open", PaymentStatus.REQUESTED)
        .setMaxResults(most)
        .getResultList();
  }

  /** Requests that wait although their last day is over. */
  List<PaymentRequest> overdue(LocalDate today) {
    return entities
        .createQuery(
            "SELECT r FROM PaymentRequest r WHERE r.status = :open AND r.expiresOn < :today ORDER"
                + " BY r.id",
            PaymentRequest.class)
        .setParameter("open", PaymentStatus.REQUESTED)
        .setParameter("today", today)
        .getResultList();
  }

  /** Enrolments that wait for a payment nobody has been asked for yet, with their disciplines. */
  List<Long> enrolmentsWithoutRequest() {
    return entities
        .createQuery(
            "SELECT e.id FROM Enrolment e WHERE e.status ="
                + " kz.miras.registrar.registration.EnrolmentStatus.REQUESTED AND NOT EXISTS"
                + " (SELECT r FROM PaymentRequest r WHERE r.enrolmentId = e.id)",
            Long.class)
        .getResultList();
  }
}
