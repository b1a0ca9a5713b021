package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.AdviserDeputy;

/** Who does an adviser's work today. Read anew each time: a replacement counts from its day. */
@ApplicationScoped
public class Advisers {

  /**
   * Rows of a list that are an adviser's: of the own advisees, and of those of advisers the reader
   * replaces today. The list calls its students {@code s}.
   */
  public static final String OWN_ADVISEES =
      "(s.adviser_id = :teacher OR s.adviser_id IN (SELECT v.adviser_id FROM adviser_deputy v WHERE"
          + " v.deputy_id = :teacher AND university_today() BETWEEN v.valid_from AND v.valid_to))";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /** Keys of who acts for an adviser today: the adviser, and whoever replaces the adviser. */
  public Set<Long> acting(long adviser) {
    Set<Long> acting = new TreeSet<>();
    acting.add(adviser);
    acting.addAll(deputies(adviser));
    return acting;
  }

  /** Keys of who replaces an adviser today; at most one. */
  public List<Long> deputies(long adviser) {
    return entities
        .createQuery(
            "SELECT v.deputy.id FROM AdviserDeputy v WHERE v.adviser.id = :adviser AND :today"
                + " BETWEEN v.validFrom AND v.validTo",
            Long.class)
        .setParameter("adviser", adviser)
        .setParameter("today", time.today())
        .getResultList();
  }

  /** Keys of the advisers a teacher replaces today. */
  public List<Long> replaced(long deputy) {
    return entities
        .createQuery(
            "SELECT v.adviser.id FROM AdviserDeputy v WHERE v.deputy.id = :deputy AND :today BETWEEN"
                + " v.validFrom AND v.validTo",
            Long.class)
        .setParameter("deputy", deputy)
        .setParameter("today", time.today())
        .getResultList();
  }

  /** Tells an adviser, and whoever replaces the adviser today. */
  public void tell(long adviser, String code, String link, Serializable... args) {
    acting(adviser).forEach(one -> notices.tellTeacher(one, code, link, args));
  }

  void add(AdviserDeputy deputy) {
    entities.persist(deputy);
  }

  void remove(AdviserDeputy deputy) {
    entities.remove(deputy);
  }

  /** Replacements that are not over, and those of the past behind them. */
  List<AdviserDeputy> all() {
    return entities
        .createQuery(
            "SELECT v FROM AdviserDeputy v JOIN FETCH v.adviser a JOIN FETCH a.department JOIN FETCH"
                + " v.deputy ORDER BY v.validTo DESC, v.validFrom DESC",
            AdviserDeputy.class)
        .setMaxResults(200)
        .getResultList();
  }

  List<AdviserDeputy> of(long adviser) {
    return entities
        .createQuery(
            "SELECT v FROM AdviserDeputy v WHERE v.adviser.id = :adviser", AdviserDeputy.class)
        .setParameter("adviser", adviser)
        .getResultList();
  }

  Optional<AdviserDeputy> byUuid(UUID uuid) {
    return entities
        .createQuery("SELECT v FROM AdviserDeputy v WHERE v.uuid = :uuid", AdviserDeputy.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }

  /** Whether somebody works under the role of an adviser as this teacher today. */
  boolean hasRole(long teacher) {
    Number found =
        (Number)
            entities
                .createNativeQuery(
                    "SELECT COUNT(*) FROM account a JOIN role_grant g ON g.account_id = a.id WHERE"
                        + " a.teacher_id = ? AND g.role = 'ADV' AND g.valid_from <= ? AND"
                        + " (g.valid_to IS NULL OR g.valid_to >= ?)")
                .setParameter(1, teacher)
                .setParameter(2, time.today())
                .setParameter(3, time.today())
                .getSingleResult();
    return found.longValue() > 0;
  }
}
