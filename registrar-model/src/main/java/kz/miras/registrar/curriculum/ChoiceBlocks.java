package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CRD-9. A choice block is a real choice: one term and cycle, one number of credits to choose, and
 * disciplines that offer more than that number.
 */
public final class ChoiceBlocks {

  private ChoiceBlocks() {}

  public static Verdict judge(List<PlanLine> lines) {
    Map<String, List<PlanLine>> blocks =
        lines.stream()
            .filter(PlanLine::isChoice)
            .collect(
                Collectors.groupingBy(
                    PlanLine::choiceBlock, LinkedHashMap::new, Collectors.toList()));
    Verdict verdict = Verdict.allowed();
    for (Map.Entry<String, List<PlanLine>> block : blocks.entrySet()) {
      verdict = verdict.and(block(block.getKey(), block.getValue()));
    }
    return verdict;
  }

  /** Whether the lines of one block, which may still grow, agree with each other. */
  public static Verdict agree(List<PlanLine> lines) {
    PlanLine first = lines.get(0);
    String name = first.choiceBlock();
    for (PlanLine line : lines) {
      if (line.termNo() != first.termNo() || line.cycle() != first.cycle()) {
        return refused("curriculum.block.spread", name, first.code(), line.code());
      }
      if (!Objects.equals(line.choiceCredits(), first.choiceCredits())) {
        return refused("curriculum.block.credits-differ", name, first.code(), line.code());
      }
    }
    return Verdict.allowed();
  }

  private static Verdict block(String name, List<PlanLine> lines) {
    PlanLine first = lines.get(0);
    Verdict agreed = agree(lines);
    if (!agreed.isAllowed()) {
      return agreed;
    }
    int wanted = first.blockCredits();
    int offered = lines.stream().mapToInt(PlanLine::credits).sum();
    if (offered < wanted) {
      return refused("curriculum.block.too-little", name, offered, wanted);
    }
    return offered == wanted
        ? Verdict.warning(Refusal.of("curriculum.block.no-choice", "CRD-9", name))
        : Verdict.allowed();
  }

  private static Verdict refused(String code, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "CRD-9", args).at("choice_block"));
  }
}
