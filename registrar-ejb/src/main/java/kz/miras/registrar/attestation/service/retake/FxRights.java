package kz.miras.registrar.attestation.service.retake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.retake.FxRight;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of rights of an FX retake. */
@ApplicationScoped
public class FxRights {

  private static final List<FxRightStatus> LIVE =
      List.of(FxRightStatus.OPEN, FxRightStatus.ASKED, FxRightStatus.SLIP);

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  public void add(FxRight right) {
    entities.persist(right);
  }

  /** Locks it, so that of two who decide about it one waits for the other. */
  public FxRight lock(FxRight right) {
    entities.refresh(right, LockModeType.PESSIMISTIC_WRITE);
    return right;
  }

  public Optional<FxRight> byId(long id) {
    return Optional.ofNullable(entities.find(FxRight.class, id));
  }

  /**
   * The right of a public id.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  public FxRight named(String id) {
    try {
      return entities
          .createQuery("SELECT f FROM FxRight f WHERE f.uuid = :uuid", FxRight.class)
          .setParameter("uuid", UUID.fromString(String.valueOf(id)))
          .getResultStream()
          .findFirst()
          .orElseThrow(() -> new RegistrarException.NotFound("fx-right", id));
    } catch (IllegalArgumentException e) {
      throw new RegistrarException.NotFound("fx-right", String.valueOf(id));
    }
  }

  /** All of a closed sheet. */
  public List<FxRight> ofSheet(long sheet) {
    return entities
        .createQuery("SELECT f FROM FxRight f WHERE f.sheetId = :sheet", FxRight.class)
        .setParameter("sheet", sheet)
        .getResultList();
  }

  /** All of a student. */
  public List<FxRight> ofStudent(long student) {
    return entities
        .createQuery("SELECT f FROM FxRight f WHERE f.studentId = :student", FxRight.class)
        .setParameter("student", student)
        .getResultList();
  }

  /** Those of these students for one discipline in one term, whatever has become of them. */
  public List<FxRight> ofAttempts(Collection<Long> students, long discipline, long term) {
    return entities
        .createQuery(
            "SELECT f FROM FxRight f WHERE f.studentId IN :students AND f.disciplineId ="
                + " :discipline AND f.termId = :term",
            FxRight.class)
        .setParameter("students", students)
        .setParameter("discipline", discipline)
        .setParameter("term", term)
        .getResultList();
  }

  /** Those of a term that can still lead to a retake, in order of key. */
  public List<FxRight> live(long term) {
    return entities
        .createQuery(
            "SELECT f FROM FxRight f WHERE f.termId = :term AND f.status IN :live ORDER BY f.id",
            FxRight.class)
        .setParameter("term", term)
        .setParameter("live", LIVE)
        .getResultList();
  }

  /** Codes of the rules by which those of a term were given that are live, by key of the right. */
  public Map<Long, String> ruleSets(long term) {
    return entities
        .createQuery(
            "SELECT f.id, s.ruleSetCode FROM FxRight f, Sheet s WHERE s.id = f.sheetId AND f.termId"
                + " = :term AND f.status IN :live",
            Object[].class)
        .setParameter("term", term)
        .setParameter("live", LIVE)
        .getResultStream()
        .collect(Collectors.toMap(row -> (Long) row[0], row -> (String) row[1]));
  }

  /** Those that were asked for and wait for their slip, in order of key. */
  public List<FxRight> asked() {
    return entities
        .createQuery("SELECT f FROM FxRight f WHERE f.status = :asked ORDER BY f.id", FxRight.class)
        .setParameter("asked", FxRightStatus.ASKED)
        .getResultList();
  }

  /** Those of these students that can still lead to a retake. */
  public List<FxRight> live(Collection<Long> students) {
    return entities
        .createQuery(
            "SELECT f FROM FxRight f WHERE f.studentId IN :students AND f.status IN :live",
            FxRight.class)
        .setParameter("students", students)
        .setParameter("live", LIVE)
        .getResultList();
  }

  /** Those that can still end unused. */
  public List<FxRight> unused() {
    return entities
        .createQuery(
            "SELECT f FROM FxRight f WHERE f.status IN :live AND f.slipSheetId IS NULL ORDER BY"
                + " f.id",
            FxRight.class)
        .setParameter("live", LIVE)
        .getResultList();
  }
}
