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
  private final BigDecimal mostExcellent;

  /** A count of nothing, to add others to. */
  public static GradeCount none() {
    return new GradeCount(0, 0, 0, 0, 0, BigDecimal.ZERO);
  }

  private GradeCount(
      int good, int excused, int base, int withPercent, long percents, BigDecimal mostExcellent) {
    this.good = good;
    this.excused = excused;
    this.base = base;
    this.withPercent = withPercent;
    this.percents = percents;
    this.mostExcellent = mostExcellent;
  }

  private GradeCount(Collection<Grade> grades, GradeScale scale, RuleSet rules) {
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
    boolean excusedInBase = rules.flag(RuleParameter.REPORT_EXCUSED_IN_BASE);
    this.base = grades.size() - of(Mark.W) - exempt() - (excusedInBase ? 0 : excused);
    this.mostExcellent =
        rules.decimal(RuleParameter.QUALITY_MAX_EXCELLENT_SHARE).multiply(BigDecimal.valueOf(base));
    this.withPercent = (int) grades.stream().filter(grade -> grade.percent() != null).count();
    this.percents =
        grades.stream().filter(grade -> grade.percent() != null).mapToLong(Grade::percent).sum();
  }

  /**
   * Counts the results of a sheet, a session or any other set.
   *
   * @param scale of the date of the grades
   * @param rules whether the excused belong to the base, and how many may be excellent
   */
  public static GradeCount of(Collection<Grade> grades, GradeScale scale, RuleSet rules) {
    return new GradeCount(grades, scale, rules);
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
            percents + other.percents,
            mostExcellent.add(other.mostExcellent));
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

  /**
   * All that count: without who has left or is exempt, and without the excused unless the rules say
   * so.
   */
  public int base() {
    return base;
  }

  /**
   * Those of the base that bear a traditional mark: without P, NP and transferred results, of which
   * nobody can say how good they are. Not admitted and absent are unsatisfactory.
   */
  public int marked() {
    return base - of(Mark.P) - of(Mark.NP) - of(Mark.TR);
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

  /** Exempt on a document: neither passed nor failed, and in no rate (ACH-10). */
  public int exempt() {
    return of(Mark.EX);
  }

  /** Абсолютная успеваемость in percent; empty where nobody counts. */
  public Optional<BigDecimal> absoluteRate() {
    return Percent.of(positive(), base);
  }

  /** Качественная успеваемость in percent of the marked; empty where none is. */
  public Optional<BigDecimal> qualityRate() {
    return Percent.of(good, marked());
  }

  /** Share of A and A- in percent; empty where nobody counts. */
  public Optional<BigDecimal> excellentRate() {
    return Percent.of(of(Letter.A) + of(Letter.A_MINUS), base);
  }

  /**
   * CTL-18. Whether more are excellent than the ministry's risk system accepts, by the rules each
   * result stands under.
   */
  public boolean tooManyExcellent() {
    return BigDecimal.valueOf(of(Letter.A) + of(Letter.A_MINUS)).compareTo(mostExcellent) > 0;
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

  /**
   * Mean of the digital equivalents of the marked; not admitted, absent and excused ones of the
   * base count as 0; empty where none is marked.
   */
  public Optional<BigDecimal> meanDigital() {
    BigDecimal points =
        letters.entrySet().stream()
            .map(entry -> entry.getKey().digital().multiply(BigDecimal.valueOf(entry.getValue())))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Percent.ratio(points, marked());
  }
}
