package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.promotion.PromotionRun;
import kz.miras.registrar.achievement.service.promotion.PromotionScope.Whose;
import kz.miras.registrar.achievement.service.promotion.YearEndReader.Proposed;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** The long parts of a run, beside the caller, who watches the progress. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class PromotionWork {

  private static final Logger LOG = Logger.getLogger(PromotionWork.class.getName());

  /** Students read together. */
  private static final int PART = 250;

  @Inject private PromotionRuns runs;
  @Inject private PromotionScope scope;
  @Inject private YearFrames years;
  @Inject private YearEndReader reader;
  @Inject private PromotionStore store;
  @Inject private PromotionDesk desk;
  @Inject private UniversityTime time;

  /** Proposes anew beside the caller. */
  @Asynchronous
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public void preparing(String id, PromotionProgress progress) {
    watched(progress, () -> progress.end(prepare(id, progress)));
  }

  /** Carries a run out beside the caller. */
  @Asynchronous
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public void ordering(
      String id,
      String number,
      LocalDate signedOn,
      LocalDate effectiveOn,
      PromotionProgress progress) {
    watched(
        progress,
        () -> {
          desk.order(id, number, signedOn, effectiveOn);
          progress.end(0);
        });
  }

  private static void watched(PromotionProgress progress, Runnable work) {
    try {
      work.run();
    } catch (RegistrarException.Refused e) {
      progress.refuse(e.refusals());
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "The work on a run failed", e);
      progress.fail();
    }
  }

  /**
   * Proposes what becomes of every student of a draft.
   *
   * @return how many decisions otherwise than proposed were given up because the history had moved
   */
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public int prepare(String id, PromotionProgress progress) {
    // before the first read: what moves while the run is prepared has moved after it (PRO-9)
    Instant at = time.now();
    PromotionRun run = runs.visible(id, Permissions.PROMOTION_PREPARE);
    run.changing();
    YearFrame year = years.of(run.getYearStart());
    Whose whose = PromotionRuns.whose(run);
    boolean closed = runs.finished(year, whose).isAllowed();
    List<Long> students = scope.students(year, whose, run.getId());
    progress.begin(students.size());
    List<Proposed> proposed = new ArrayList<>();
    for (int from = 0; from < students.size(); from += PART) {
      List<Long> part = students.subList(from, Math.min(from + PART, students.size()));
      proposed.addAll(reader.propose(year, part, closed));
      progress.step(part.size());
    }
    return store.store(id, proposed, at);
  }
}
