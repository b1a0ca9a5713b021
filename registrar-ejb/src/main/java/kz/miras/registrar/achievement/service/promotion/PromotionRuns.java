package kz.miras.registrar.achievement.service.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.UUID;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.achievement.promotion.PromotionRun;
import kz.miras.registrar.achievement.promotion.PromotionRunPolicy;
import kz.miras.registrar.achievement.service.promotion.PromotionScope.Whose;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** Repository of runs, and what the rules say of one now. */
@ApplicationScoped
class PromotionRuns {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private PromotionScope scope;
  @Inject private PromotionLines lines;
  @Inject private YearFrames years;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private UniversityTime time;

  void add(PromotionRun run) {
    entities.persist(run);
  }

  void remove(PromotionRun run) {
    entities.remove(run);
  }

  /**
   * The run of a public id, if the caller has the right over its school.
   *
   * @throws RegistrarException.NotFound otherwise, whether it exists or not
   */
  PromotionRun visible(String id, String permission) {
    PromotionRun run =
        PublicId.parse(id)
            .flatMap(
                (UUID uuid) ->
                    entities
                        .createQuery(
                            "SELECT r FROM PromotionRun r WHERE r.uuid = :uuid", PromotionRun.class)
                        .setParameter("uuid", uuid)
                        .getResultStream()
                        .findFirst())
            .orElseThrow(() -> new RegistrarException.NotFound("promotion", id));
    access.requireVisible(permission, target(run), "promotion", id);
    return run;
  }

  private PromotionRun known(String id) {
    return PublicId.parse(id)
        .flatMap(
            (UUID uuid) ->
                entities
                    .createQuery(
                        "SELECT r FROM PromotionRun r WHERE r.uuid = :uuid", PromotionRun.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("promotion", id));
  }

  /** Key of the school whose run it is. */
  long school(String id) {
    return known(id).getSchoolId();
  }

  /** The same, locked against everybody else until the transaction ends. */
  PromotionRun locked(String id, String permission) {
    PromotionRun run = visible(id, permission);
    entities.lock(run, LockModeType.PESSIMISTIC_WRITE);
    entities.refresh(run);
    return run;
  }

  static Target target(PromotionRun run) {
    return Target.nobodys().inSchool(run.getSchoolId());
  }

  static Whose whose(PromotionRun run) {
    return new Whose(run.getSchoolId(), run.getProgrammeId());
  }

  /** PRO-10. Whether the thresholds of every level rest on the decision the run names. */
  Verdict council(PromotionRun run) {
    YearFrame year = years.of(run.getYearStart());
    String number = run.getCouncilNo();
    LocalDate on = run.getCouncilOn();
    Verdict verdict = Verdict.allowed();
    for (Level level : scope.levels(year, whose(run))) {
      RuleSet inForce = rules.inForce(level, year.day());
      verdict = verdict.and(PromotionRunPolicy.council(number, on, inForce, year.begins()));
    }
    return verdict;
  }

  /** PRO-6. Whether nothing of the year is open for these students. */
  Verdict finished(YearFrame year, Whose whose) {
    return PromotionRunPolicy.finished(scope.unfinished(year, whose), year.ends(), time.today());
  }

  /** PRO-6, PRO-9, PRO-10, PRO-13. Whether a run is ready to be submitted. */
  Verdict ready(PromotionRun run, int students) {
    YearFrame year = years.of(run.getYearStart());
    Whose whose = whose(run);
    long id = run.getId();
    return finished(year, whose)
        .and(council(run))
        .and(
            PromotionRunPolicy.decided(
                students, lines.undecided(id), scope.missing(year, whose, id)))
        .and(fresh(run));
  }

  /** PRO-9. Whether nothing has moved since it was prepared, the rules in force included. */
  Verdict fresh(PromotionRun run) {
    YearFrame year = years.of(run.getYearStart());
    Verdict verdict = PromotionRunPolicy.fresh(lines.stale(run.getId()));
    for (Level level : scope.levels(year, whose(run))) {
      RuleSet inForce = rules.inForce(level, year.day());
      verdict =
          verdict.and(
              PromotionRunPolicy.judged(
                  inForce, lines.judgedOtherwise(run.getId(), level, inForce.code())));
    }
    return verdict;
  }
}
