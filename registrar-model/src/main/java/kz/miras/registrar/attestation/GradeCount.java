package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.Collections;
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
  private final int withPercent;
  private final long percents;

  /** A count of nothing, to add others to. */
  public static GradeCount none() {
    return new GradeCount(0, 0, 0, 0, 0);
  }

  private GradeCount(int good, int excused, int base, int withPercent, long percents) {
    this.good = good;
    this.excused = excused;
    this.base = base;
    this.withPercent = withPercent;
    this.percents = percents;
  }

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
    this.withPercent = (int) grades.stream().filter(grade -> grade.percent() != null).count();
    this.percents =
        grades.stream().filter(grade -> grade.percent() != null).mapToLong(Grade::percent).sum();
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

  /**
   * Counts a result that occurs several times.
   *
   * @param scale of the date of the result
   * @param rules the result stands under
   */
  public static GradeCount of(Grade grade, int times, GradeScale scale, RuleSet rules) {
    return of(Collections.nCopies(times, grade), scale, rules);
  }

  /** Both counts together; each part keeps the scale and the rules it was counted by. */
  public GradeCount plus(GradeCount other) {
    GradeCount sum =
        new GradeCount(
            good + other.good,
            excused + other.excused,
            base + other.base,
            withPercent + other.withPercent,
            percents + other.percents);
    letters.forEach((letter, count) -> sum.letters.merge(letter, count, Integer::sum));
    other.letters.forEach((letter, count) -> sum.letters.merge(letter, count, Integer::sum));
    marks.forEach((mark, count) -> sum.marks.merge(mark, count, Integer::sum));
    other.marks.forEach((mark, count) -> sum.marks.merge(mark, count, Integer::sum));
    return sum;
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

  /** All results, those outside the base too. */
  public int all() {
    return letters.values().stream().mapToInt(Integer::intValue).sum()
        + marks.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Failed: FX, F, NP, not admitted and absent. */
  public int failed() {
    return letters.entrySet().stream()
            .filter(entry -> !entry.getKey().passes())
            .mapToInt(Map.Entry::getValue)
            .sum()
        + of(Mark.NP)
        + of(Mark.NA)
        + of(Mark.AB);
  }

  /** Mean percentage of the results that have one; empty where none has. */
  public Optional<BigDecimal> meanPercent() {
    return Percent.ratio(BigDecimal.valueOf(percents), withPercent);
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
