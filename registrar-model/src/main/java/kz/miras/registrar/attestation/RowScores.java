package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * What is typed in one row of a sheet.
 *
 * <p>Immutable; everything may be missing in a draft.
 *
 * @param first rating of the first period (Р1), 0 to 100, not rounded; null until typed
 * @param second rating of the second period (Р2), 0 to 100, not rounded; null until typed
 * @param score exam score, or the only score of a control without exam; 0 to 100
 * @param mark AB, AE or NA in place of the score, or W or EX; null otherwise
 * @param annulled whether the result was annulled by decision on an act (CTL-16)
 */
public record RowScores(
    BigDecimal first, BigDecimal second, Integer score, Mark mark, boolean annulled)
    implements Serializable {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public RowScores {
    requireRating(first);
    requireRating(second);
    if (score != null && (score < 0 || score > 100)) {
      throw new IllegalArgumentException("score " + score + " is not within 0..100");
    }
    if (score != null && mark != null) {
      throw new IllegalArgumentException("either a score or a mark, not " + score + " and " + mark);
    }
    if (mark != null && !mark.isExamMark() && !mark.closesRow()) {
      throw new IllegalArgumentException(mark + " is not typed in place of a score");
    }
  }

  /** What is typed where nothing was annulled. */
  public RowScores(BigDecimal first, BigDecimal second, Integer score, Mark mark) {
    this(first, second, score, mark, false);
  }

  private static void requireRating(BigDecimal rating) {
    if (rating != null && (rating.signum() < 0 || rating.compareTo(HUNDRED) > 0)) {
      throw new IllegalArgumentException("rating " + rating + " is not within 0..100");
    }
  }

  public static RowScores of(int first, int second, int exam) {
    return ratings(first, second).withScore(exam);
  }

  public static RowScores of(int first, int second, Mark mark) {
    return ratings(first, second).withMark(mark);
  }

  /** Ratings only, the exam still to come. */
  public static RowScores ratings(int first, int second) {
    return new RowScores(BigDecimal.valueOf(first), BigDecimal.valueOf(second), null, null);
  }

  /** The one score of a control without ratings. */
  public static RowScores single(int score) {
    return new RowScores(null, null, score, null);
  }

  /** A mark in a control without ratings. */
  public static RowScores single(Mark mark) {
    return new RowScores(null, null, null, mark);
  }

  /**
   * What counts of what stands in a row: a carried rating in place of both periods, the other
   * period's rating in place of one that is left out.
   *
   * @param carried РД of the earlier sheet; null for none
   * @param leftOut the period that is left out, 1 or 2; null for none
   * @param typed score or mark, and whether it is annulled
   */
  public static RowScores standing(
      BigDecimal p1, BigDecimal p2, Number carried, Number leftOut, RowScores typed) {
    int without = leftOut == null ? 0 : leftOut.intValue();
    BigDecimal rating = carried == null ? null : BigDecimal.valueOf(carried.longValue());
    BigDecimal first = p1 == null && without == 1 ? p2 : p1;
    BigDecimal second = p2 == null && without == 2 ? p1 : p2;
    return new RowScores(
        rating == null ? first : rating,
        rating == null ? second : rating,
        typed.score,
        typed.mark,
        typed.annulled);
  }

  /** The same ratings with an exam score; replaces a mark. */
  public RowScores withScore(int score) {
    return new RowScores(first, second, score, null);
  }

  /** The same ratings with a mark; replaces a score. */
  public RowScores withMark(Mark mark) {
    return new RowScores(first, second, null, mark);
  }

  /**
   * Admission rating РД (CTL-4): the weighted sum of both periods, their mean where the university
   * has decided nothing else, rounded to a whole number.
   *
   * @param rules that say weights and rounding
   * @return empty until both ratings are there
   */
  public Optional<Integer> admissionRating(RuleSet rules) {
    if (first == null || second == null) {
      return Optional.empty();
    }
    BigDecimal weight = rules.decimal(RuleParameter.WEIGHT_FIRST_PERIOD);
    return Optional.of(
        first
            .multiply(weight)
            .add(second.multiply(BigDecimal.ONE.subtract(weight)))
            .setScale(0, rules.rounding())
            .intValueExact());
  }

  /** Whether the student left, or is exempt: nothing more is asked. */
  public boolean isClosed() {
    return mark != null && mark.closesRow();
  }

  /** Neither score nor mark has been typed. */
  public boolean lacksScore() {
    return score == null && mark == null;
  }
}
