package kz.miras.registrar.registration.rule;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import kz.miras.registrar.registration.EnrolmentType;

/**
 * Credits of a term that limits look at: lines taken, waited for and wanted. A line that replaces
 * another is not counted beside it; while it may still wait, the larger of the two counts.
 */
final class CountedCredits {

  private CountedCredits() {}

  /** Credits of the lines whose type is counted. */
  static int of(List<WantedLine> lines, PlanFacts facts, Predicate<EnrolmentType> counted) {
    Set<String> gone = new HashSet<>();
    for (WantedLine line : lines) {
      if (line.replaces() != null) {
        gone.add(line.replaces());
      }
    }
    Map<String, Integer> replaceable = new HashMap<>();
    int total = 0;
    for (TakenLine line : facts.taken()) {
      if (!gone.contains(line.discipline()) && counted.test(line.type()) && !line.waiting()) {
        total += line.credits();
        replaceable.put(line.discipline(), line.credits());
      }
    }
    for (TakenLine line : facts.taken()) {
      if (!gone.contains(line.discipline()) && counted.test(line.type()) && line.waiting()) {
        total += beyond(line.credits(), line.replaces(), replaceable);
      }
    }
    Map<String, Integer> together = new HashMap<>();
    for (WantedLine line : lines) {
      if (counted.test(line.type())) {
        together.put(line.discipline(), line.credits());
      }
    }
    for (WantedLine line : lines) {
      if (counted.test(line.type())) {
        boolean moves = line.discipline().equals(line.replaces());
        total += moves ? line.credits() : beyond(line.credits(), line.replaces(), together);
      }
    }
    return total;
  }

  /**
   * Whether these lines add credits to those there are. Whoever is beyond a limit, by decision or
   * since it was lowered, changes groups as everybody does, at the same credits.
   */
  static boolean grow(List<WantedLine> lines, PlanFacts facts, Predicate<EnrolmentType> counted) {
    return of(lines, facts, counted) > of(List.of(), facts, counted);
  }

  /** What a line adds to the one it replaces; a line can be replaced once only. */
  private static int beyond(int credits, String replaces, Map<String, Integer> replaceable) {
    Integer before = replaces == null ? null : replaceable.remove(replaces);
    return before == null ? credits : Math.max(0, credits - before);
  }
}
