package kz.miras.registrar.achievement.service.promotion;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.promotion.HonoursOutlook;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.Catalogue;

/** HON-2. The outlook on honours by the curriculum that is followed. */
@ApplicationScoped
public class HonoursReader {

  @Inject private Catalogue catalogue;

  /** Credits of the final attestation of a curriculum, each curriculum read once. */
  public ToIntFunction<Curriculum> attestations() {
    Map<Long, Integer> known = new HashMap<>();
    return curriculum ->
        known.computeIfAbsent(
            curriculum.getId(), key -> credits(catalogue.items(curriculum.getId())));
  }

  private static int credits(List<CurriculumItem> items) {
    return items.stream()
        .filter(item -> item.getCycle() == Cycle.FINAL_ATTESTATION)
        .mapToInt(item -> item.getDiscipline().getCredits())
        .sum();
  }

  /**
   * The outlook of a history of somebody who follows a curriculum.
   *
   * @param attestations credits of the final attestation of a curriculum; one without any has that
   *     of the rules
   */
  public static HonoursOutlook of(
      List<LedgerEntry> history,
      RulesOfTime times,
      Curriculum curriculum,
      ToIntFunction<Curriculum> attestations) {
    int planned = attestations.applyAsInt(curriculum);
    return HonoursOutlook.of(
        history.stream().map(LedgerEntry::toResult).toList(),
        times,
        curriculum.getProgramme().getCredits(),
        planned > 0 ? planned : times.inForce().integer(RuleParameter.PLAN_ATTESTATION_CREDITS));
  }
}
