package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.promotion.PromotionRun;
import kz.miras.registrar.achievement.service.promotion.YearEndReader.Proposed;
import kz.miras.registrar.shared.service.Json;

/** Stores what was proposed, in one transaction however many students it is about. */
@Stateless
@Guarded
public class PromotionStore {

  @Inject private PromotionRuns runs;
  @Inject private PromotionLines lines;
  @Inject private Access access;
  @Inject private AuditTrail audit;

  /**
   * Puts proposals in place of the lines of a draft.
   *
   * @param at moment before the first of what they were derived from was read
   * @return how many decisions otherwise than proposed were given up
   */
  @RolesAllowed(Permissions.PROMOTION_PREPARE)
  public int store(String id, List<Proposed> proposed, Instant at) {
    PromotionRun run = runs.locked(id, Permissions.PROMOTION_PREPARE);
    run.prepared(access.current().login(), at);
    int givenUp = lines.replace(run, proposed);
    audit.record(
        "promotion.prepare",
        "PromotionRun",
        run.getUuid(),
        null,
        Json.write(Map.of("students", proposed.size(), "givenUp", givenUp)));
    return givenUp;
  }
}
