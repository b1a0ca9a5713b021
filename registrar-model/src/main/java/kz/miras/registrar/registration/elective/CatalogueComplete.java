package kz.miras.registrar.registration.elective;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * KED-3, KED-4. A catalogue of electives that may be approved: every block of its year offers more
 * than the student has to choose, and every entry says in three languages what it is about.
 */
public final class CatalogueComplete {

  private CatalogueComplete() {}

  /**
   * An entry as completeness looks at it.
   *
   * @param described whether all three descriptions are there
   */
  public record Offer(String discipline, int credits, String block, boolean described)
      implements Serializable {}

  /**
   * KED-3. Judges the entries against the blocks of the curriculum.
   *
   * @param lines lines of the curriculum
   * @param terms terms of the catalogue's academic year
   */
  public static Verdict judge(List<Offer> offers, List<PlanLine> lines, TermsOfYear terms) {
    Verdict verdict = Verdict.allowed();
    if (offers.isEmpty()) {
      return refused("registration.catalogue.empty");
    }
    for (Map.Entry<String, Integer> block : blocks(lines, terms).entrySet()) {
      int offered =
          offers.stream()
              .filter(offer -> offer.block().equals(block.getKey()))
              .mapToInt(Offer::credits)
              .sum();
      if (offered < block.getValue()) {
        verdict =
            verdict.and(
                refused(
                    "registration.catalogue.block-short",
                    block.getKey(),
                    offered,
                    block.getValue()));
      } else if (offered == block.getValue()) {
        verdict =
            verdict.and(
                Verdict.warning(
                    Refusal.of("registration.catalogue.no-choice", "KED-3", block.getKey())));
      }
    }
    for (Offer offer : offers) {
      if (!offer.described()) {
        verdict = verdict.and(refused("registration.catalogue.not-described", offer.discipline()));
      }
    }
    return verdict;
  }

  /** Credits to be chosen from each block of the year, in the order of the curriculum. */
  public static Map<String, Integer> blocks(List<PlanLine> lines, TermsOfYear terms) {
    Map<String, Integer> blocks = new LinkedHashMap<>();
    for (PlanLine line : lines) {
      if (line.isChoice() && terms.contains(line.termNo())) {
        blocks.putIfAbsent(line.choiceBlock(), line.blockCredits());
      }
    }
    return blocks;
  }

  /** KED-4. An approval names its decision. */
  public static Verdict approval(String decision) {
    return decision == null || decision.isBlank()
        ? Verdict.refused(Refusal.of("registration.catalogue.decision", "KED-4").at("decision"))
        : Verdict.allowed();
  }

  /** KED-4. Only what is approved is published. */
  public static Verdict publication(CatalogueStatus status) {
    return status == CatalogueStatus.APPROVED
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.catalogue.not-approved", "KED-4", status));
  }

  /**
   * KED-2. What is approved and not yet published is opened for changes again with a reason.
   *
   * @param reason null or blank where none is given
   */
  public static Verdict reopens(CatalogueStatus status, String reason) {
    return reason == null || reason.isBlank()
        ? Verdict.refused(Refusal.of("field.required", "KED-2").at("reason"))
        : publication(status);
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "KED-3", args));
  }
}
