package kz.miras.registrar.registration.plan;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Puts what goes with others (REG-17) after them, and leaves everything else in its order. */
final class CompanyFirst {

  private final List<Integer> candidates;
  private final List<List<Integer>> beside;
  private final Set<Integer> seen = new HashSet<>();
  private final Set<Integer> ordered = new LinkedHashSet<>();

  private CompanyFirst(List<Integer> candidates, List<List<Integer>> beside) {
    this.candidates = candidates;
    this.beside = beside;
  }

  /**
   * The candidates in that order; of a circle some come first.
   *
   * @param beside what each line goes with
   */
  static List<Integer> order(List<Integer> candidates, List<List<Integer>> beside) {
    CompanyFirst order = new CompanyFirst(candidates, beside);
    candidates.forEach(order::add);
    return List.copyOf(order.ordered);
  }

  private void add(int line) {
    if (seen.add(line)) {
      beside.get(line).stream().filter(candidates::contains).forEach(this::add);
      ordered.add(line);
    }
  }
}
