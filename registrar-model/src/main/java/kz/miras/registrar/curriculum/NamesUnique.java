package kz.miras.registrar.curriculum;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CRD-5. The name of a discipline occurs once in a programme, in Kazakh as in Russian; physical
 * education and languages may repeat (O152 п.12).
 */
public final class NamesUnique {

  private NamesUnique() {}

  public static Verdict judge(List<PlanLine> lines) {
    return judge(lines, line -> line.name().getRu()).and(judge(lines, line -> line.name().getKk()));
  }

  /** Whether one more line repeats the name of another. */
  public static Verdict joins(PlanLine line, List<PlanLine> others) {
    Verdict verdict = Verdict.allowed();
    for (PlanLine other : others) {
      verdict = verdict.isAllowed() ? judge(List.of(other, line)) : verdict;
    }
    return verdict;
  }

  private static Verdict judge(List<PlanLine> lines, Function<PlanLine, String> name) {
    Map<String, PlanLine> seen = new HashMap<>();
    Verdict verdict = Verdict.allowed();
    for (PlanLine line : lines) {
      PlanLine other = seen.putIfAbsent(folded(name.apply(line)), line);
      if (other != null
          && !other.code().equals(line.code())
          && !(line.nameRepeats() && other.nameRepeats())) {
        verdict =
            verdict.and(
                Verdict.refused(
                    Refusal.of(
                            "curriculum.item.name-repeats",
                            "CRD-5",
                            name.apply(line),
                            line.code(),
                            other.code())
                        .at("discipline")));
      }
    }
    return verdict;
  }

  private static String folded(String name) {
    return name.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
