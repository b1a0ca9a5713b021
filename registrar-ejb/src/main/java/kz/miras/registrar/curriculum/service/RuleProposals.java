package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.curriculum.EnactedRules;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleProposal;

/** Repository of the sets of rules and of their proposals. */
@ApplicationScoped
class RuleProposals {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  void add(Object entity) {
    entities.persist(entity);
  }

  Optional<RuleProposal> proposal(long id) {
    return Optional.ofNullable(entities.find(RuleProposal.class, id));
  }

  /** Open ones first, then the latest decided. */
  List<RuleProposal> proposals(int most) {
    return entities
        .createQuery(
            "SELECT p FROM RuleProposal p ORDER BY"
                + " CASE WHEN p.decidedAt IS NULL THEN 0 ELSE 1 END, p.proposedAt DESC",
            RuleProposal.class)
        .setHint("eclipselink.batch", "p.values")
        .setMaxResults(most)
        .getResultList();
  }

  /** Sets of a level, the latest first. */
  List<EnactedRules> sets(Level level) {
    return entities
        .createQuery(
            "SELECT r FROM EnactedRules r WHERE r.level = :level ORDER BY r.validFrom DESC",
            EnactedRules.class)
        .setParameter("level", level)
        .getResultList();
  }

  Optional<EnactedRules> set(String code) {
    return entities
        .createQuery("SELECT r FROM EnactedRules r WHERE r.code = :code", EnactedRules.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** First day of the newest set of a level, which may lie in the future; null without any. */
  LocalDate latest(Level level) {
    return sets(level).stream().findFirst().map(EnactedRules::getValidFrom).orElse(null);
  }
}
