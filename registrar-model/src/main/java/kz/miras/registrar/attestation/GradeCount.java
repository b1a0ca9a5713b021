package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.TraditionalMark;

/**
 * PRG-1, CTL-18. How often each result occurs in a set of results, and the rates that follow:
 * absolute, quality, share of excellent ones, mean digital equivalent (domain 3.11). Rates are
 * derived from counts, never from rounded rates. Immutable.
 */
public final class GradeCount implements Serializable {

  private final EnumMap<Letter, Integer> letters = new EnumMap<>(Letter.class);
  private final EnumMap<Mark, Integer> marks = new EnumMap<>(Mark.class);
  private final int good;
  private final int excused;
  private final int base;

  private GradeCount(Collection<Grade> grades, GradeScale scale, boolean excusedInBase) {
    int goodOnes = 0;
    for (Grade grade : grades) {
      if (grade.letter() != null) {
        letters.merge(grade.letter(), 1, Integer::sum);
      } else {
        marks.merge(grade.mark(), 1, Integer::sum);
      }
      TraditionalMark traditional = grade.traditional(scale).orElse(null);
      if (traditional == TraditionalMark.EXCELLENT || traditional == TraditionalMark.GOOD) {
        goodOnes++;
      }
    }
    this.good = goodOnes;
    this.excused = of(Mark.I) + of(Mark.AE);
    this.base = grades.size() - of(Mark.W) - (excusedInBase ? 0 : excused);
  }

  /**
   * Counts the results of a sheet, a session or any other set.
   *
   * @param scale of the date of the grades
   * @param rules whether the excused belong to the base
   */
  public static GradeCount of(Collection<Grade> grades, GradeScale scale, RuleSet rules) {
    return new GradeCount(grades, scale, rules.flag(RuleParameter.REPORT_EXCUSED_IN_BASE));
  }

  public int of(Letter letter) {
    return letters.getOrDefault(letter, 0);
  }

  public int of(Mark mark) {
    return marks.getOrDefault(mark, 0);
  }

  /** All that count: without who has left, and without the excused unless the rules say so. */
  public int base() {
    return base;
  }

  /** Passed: A to D and P. */
  public int positive() {
    return letters.entrySet().stream()
            .filter(entry -> entry.getKey().passes())
            .mapToInt(Map.Entry::getValue)
            .sum()
        + of(Mark.P)
        + of(Mark.TR);
  }

  /** Good and excellent ones by the scale; C+ is good (O47 прил.10). */
  public int good() {
    return good;
  }

  public int excused() {
    return excused;
  }

  /** Абсолютная успеваемость in percent; empty where nobody counts. */
  public Optional<BigDecimal> absoluteRate() {
    return Percent.of(positive(), base);
  }

  /** Качественная успеваемость in percent; empty where nobody counts. */
  public Optional<BigDecimal> qualityRate() {
    return Percent.of(good, base);
  }

  /** Share of A and A- in percent; empty where nobody counts. */
  public Optional<BigDecimal> excellentRate() {
    return Percent.of(of(Letter.A) + of(Letter.A_MINUS), base);
  }

  /** CTL-18. Whether more are excellent than the ministry's risk system accepts. */
  public boolean tooManyExcellent(RuleSet rules) {
    return BigDecimal.valueOf(of(Letter.A) + of(Letter.A_MINUS))
            .compareTo(
                rules
                    .decimal(RuleParameter.QUALITY_MAX_EXCELLENT_SHARE)
                    .multiply(BigDecimal.valueOf(base)))
        > 0;
  }

  /** Mean of the digital equivalents; who has none counts as 0; empty where nobody counts. */
  public Optional<BigDecimal> meanDigital() {
    BigDecimal points =
        letters.entrySet().stream()
            .map(entry -> entry.getKey().digital().multiply(BigDecimal.valueOf(entry.getValue())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Percent.ratio(points, base);
  }
}
