package kz.miras.registrar.curriculum;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CRD-10. Prerequisites can be passed before what needs them: no discipline requires itself over
 * others, and a curriculum places a prerequisite in an earlier term.
 */
public final class PrerequisitesOrdered {

  private PrerequisitesOrdered() {}

  /**
   * Judges new prerequisites of a discipline.
   *
   * @param code the discipline
   * @param wanted its prerequisites to be
   * @param stored prerequisites of every other discipline, by code
   */
  public static Verdict judge(
      String code, Collection<String> wanted, Function<String, Collection<String>> stored) {
    for (String first : wanted) {
      if (reaches(first, code, stored)) {
        return Verdict.refused(
            Refusal.of("curriculum.prerequisite.circle", "CRD-10", first, code)
                .at("prerequisites"));
      }
    }
    return Verdict.allowed();
  }

  private static boolean reaches(
      String from, String goal, Function<String, Collection<String>> stored) {
    Deque<String> open = new ArrayDeque<>(List.of(from));
    Set<String> seen = new HashSet<>();
    while (!open.isEmpty()) {
      String code = open.pop();
      if (code.equals(goal)) {
        return true;
      }
      if (seen.add(code)) {
        open.addAll(stored.apply(code));
      }
    }
    return false;
  }

  /**
   * Warns where a curriculum teaches a prerequisite in the same term or later.
   *
   * @param lines lines of the curriculum
   * @param prerequisites prerequisites by code of discipline
   */
  public static Verdict placed(
      List<PlanLine> lines, Function<String, Collection<String>> prerequisites) {
    Map<String, Integer> terms = new HashMap<>();
    lines.forEach(line -> terms.put(line.code(), line.termNo()));
    Verdict verdict = Verdict.allowed();
    for (PlanLine line : lines) {
      for (String needed : prerequisites.apply(line.code())) {
        Integer term = terms.get(needed);
        if (term != null && term >= line.termNo()) {
          verdict =
              verdict.and(
                  Verdict.warning(
                      Refusal.of(
                          "curriculum.prerequisite.late",
                          "CRD-10",
                          needed,
                          term,
                          line.code(),
                          line.termNo())));
        }
      }
    }
    return verdict;
  }
}
