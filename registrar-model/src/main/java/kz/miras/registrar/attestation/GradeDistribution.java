package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import kz.miras.registrar.curriculum.Letter;

/**
 * CTL-17. Table of the distribution of positive grades, from the highest to the lowest (O152 п.38
 * with its annex). Cumulative percent follows from the counts, so that it ends at 100 exactly.
 */
public final class GradeDistribution {

  private GradeDistribution() {}

  /**
   * One letter.
   *
   * @param percent of all positive grades, two decimals
   * @param cumulative percent of this and all better grades, two decimals
   */
  public record Line(Letter letter, int count, BigDecimal percent, BigDecimal cumulative)
      implements Serializable {}

  /** Every positive letter that occurs; empty where there is none. */
  public static List<Line> of(GradeCount grades) {
    return spread(letter -> grades.of(letter));
  }

  /** The same of letters counted elsewhere; a letter that is not positive is left out. */
  public static List<Line> of(Map<Letter, Integer> counts) {
    return spread(letter -> counts.getOrDefault(letter, 0));
  }

  private static List<Line> spread(ToIntFunction<Letter> grades) {
    int all = 0;
    for (Letter letter : Letter.values()) {
      all += letter.passes() ? grades.applyAsInt(letter) : 0;
    }
    List<Line> lines = new ArrayList<>();
    int better = 0;
    for (Letter letter : Letter.values()) {
      int count = grades.applyAsInt(letter);
      if (letter.passes() && count > 0) {
        better += count;
        lines.add(
            new Line(
                letter,
                count,
                Percent.of(count, all).orElseThrow(),
                Percent.of(better, all).orElseThrow()));
      }
    }
    return lines;
  }
}
