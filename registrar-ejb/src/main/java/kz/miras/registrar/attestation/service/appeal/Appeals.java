package kz.miras.registrar.attestation.service.appeal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealCommission;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.appeal.AppealVote;
import kz.miras.registrar.attestation.appeal.CommissionMember;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of commissions, appeals and protocols. */
@ApplicationScoped
class Appeals {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  void add(Object entity) {
    entities.persist(entity);
    entities.flush();
  }

  /**
   * The appeal of a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  Appeal require(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                entities
                    .createQuery("SELECT a FROM Appeal a WHERE a.uuid = :uuid", Appeal.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("appeal", String.valueOf(id)));
  }

  /** Locks it and reads it anew, so that two steps never cross. */
  Appeal lock(Appeal appeal) {
    entities.refresh(appeal, LockModeType.PESSIMISTIC_WRITE);
    return appeal;
  }

  /** Appeals of a student, the newest first. */
  List<Appeal> ofStudent(long student) {
    return entities
        .createQuery(
            "SELECT a FROM Appeal a WHERE a.studentId = :student ORDER BY a.filedAt DESC, a.id DESC",
            Appeal.class)
        .setParameter("student", student)
        .getResultList();
  }

  /**
   * The commission of a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  AppealCommission requireCommission(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                entities
                    .createQuery(
                        "SELECT c FROM AppealCommission c WHERE c.uuid = :uuid",
                        AppealCommission.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("commission", String.valueOf(id)));
  }

  AppealCommission commission(long id) {
    return entities.find(AppealCommission.class, id);
  }

  /** Commissions that hear appeals on a day. */
  List<AppealCommission> inForce(LocalDate day) {
    return entities
        .createQuery(
            "SELECT c FROM AppealCommission c WHERE c.validFrom <= :day AND c.validTo >= :day",
            AppealCommission.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** Whether an order of this number and day has named one already. */
  boolean hasOrder(AppealCommission.Draft order) {
    return entities
            .createQuery(
                "SELECT COUNT(c) FROM AppealCommission c WHERE c.orderNo = :no AND c.orderDate ="
                    + " :day",
                Long.class)
            .setParameter("no", order.orderNo())
            .setParameter("day", order.orderDate())
            .getSingleResult()
        > 0;
  }

  /** Locks a commission, whose protocols are numbered without gaps. */
  AppealCommission lock(AppealCommission commission) {
    entities.refresh(commission, LockModeType.PESSIMISTIC_WRITE);
    return commission;
  }

  /** Members, the chair first and the secretary last. */
  List<CommissionMember> members(long commission) {
    return entities
        .createQuery(
            "SELECT m FROM CommissionMember m WHERE m.commissionId = :commission ORDER BY m.id",
            CommissionMember.class)
        .setParameter("commission", commission)
        .getResultList()
        .stream()
        .sorted((one, other) -> one.getOffice().compareTo(other.getOffice()))
        .toList();
  }

  /** The latest protocol of an appeal. */
  Optional<AppealProtocol> protocol(long appeal) {
    return entities
        .createQuery(
            "SELECT p FROM AppealProtocol p WHERE p.appealId = :appeal ORDER BY p.writtenAt DESC,"
                + " p.id DESC",
            AppealProtocol.class)
        .setParameter("appeal", appeal)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  List<AppealVote> votes(long protocol) {
    return entities
        .createQuery(
            "SELECT v FROM AppealVote v WHERE v.protocolId = :protocol ORDER BY v.memberId",
            AppealVote.class)
        .setParameter("protocol", protocol)
        .getResultList();
  }

  /**
   * The next number of a calendar year; the row of the series is locked till the transaction ends,
   * so that whoever files the same appeal twice finds the first one.
   */
  String nextNumber(int year) {
    entities
        .createNativeQuery(
            "INSERT INTO appeal_series (year, last_number) VALUES (?, 1) ON DUPLICATE KEY UPDATE"
                + " last_number = last_number + 1")
        .setParameter(1, year)
        .executeUpdate();
    Number last =
        (Number)
            entities
                .createNativeQuery("SELECT last_number FROM appeal_series WHERE year = ?")
                .setParameter(1, year)
                .getSingleResult();
    return String.format("%d-%04d", year, last.longValue());
  }
}
