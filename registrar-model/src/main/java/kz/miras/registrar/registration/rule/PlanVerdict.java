package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.shared.Verdict;

/**
 * What all rules say about a plan of a term: one verdict on the whole and one on each line, every
 * reason at once.
 *
 * @param whole what concerns the student, the term or all lines together
 * @param lines one a wanted line, in the order they were wanted
 */
public record PlanVerdict(Verdict whole, List<LineVerdict> lines) implements Serializable {

  /** What the rules say about one line. */
  public record LineVerdict(WantedLine line, Verdict verdict) implements Serializable {}

  public PlanVerdict {
    lines = List.copyOf(lines);
  }

  /** Whether nothing at all speaks against the plan. */
  public boolean isAllowed() {
    return whole.isAllowed() && lines.stream().allMatch(line -> line.verdict().isAllowed());
  }

  /** The whole and all lines in one verdict. */
  public Verdict together() {
    Verdict all = whole;
    for (LineVerdict line : lines) {
      all = all.and(line.verdict());
    }
    return all;
  }
}
