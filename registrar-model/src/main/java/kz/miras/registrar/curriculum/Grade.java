package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A final result of one discipline: a letter, a mark, or an F explained by a mark (NA, AB).
 *
 * <p>Immutable.
 *
 * @param percent 0 to 100; null where there is none (marks, old records)
 * @param letter null for results without a digital equivalent
 * @param mark null for a plain letter
 */
public record Grade(Integer percent, Letter letter, Mark mark) implements Serializable {

  public Grade {
    if (letter == null && mark == null) {
      throw new IllegalArgumentException("a grade needs a letter or a mark");
    }
    if (percent != null && (percent < 0 || percent > 100)) {
      throw new IllegalArgumentException("percent " + percent + " is not within 0..100");
    }
    if (letter != null && mark != null && !(letter == Letter.F && mark.explainsF())) {
      throw new IllegalArgumentException(mark + " does not go with " + letter);
    }
  }

  /** A letter without a known percentage, as old records bring it. */
  public static Grade of(Letter letter) {
    return new Grade(null, letter, null);
  }

  /** The letter of a percentage. */
  public static Grade of(int percent, GradeScale scale) {
    return new Grade(percent, scale.letterFor(percent), null);
  }

  /** A result without a letter. */
  public static Grade of(Mark mark) {
    return new Grade(null, null, mark);
  }

  /** An F because of NA or AB: percentage 0. */
  public static Grade failed(Mark because) {
    return new Grade(0, Letter.F, because);
  }

  /** Whether what was asked is met: A … D, P, recognition and exemption. */
  public boolean passes() {
    return letter != null ? letter.passes() : mark.meets();
  }

  /**
   * CRD-6: credits are given only for A … D, P and recognition; for an exemption (ACH-10) where the
   * rules say so.
   *
   * @param exemption whether an exemption earns credits by the rules of the result
   */
  public boolean earnsCredits(boolean exemption) {
    return isExempt() ? exemption : passes();
  }

  /** Exempt on a document: neither passed nor failed, and nothing is owed. */
  public boolean isExempt() {
    return mark == Mark.EX;
  }

  /** Failed for good: FX, F (also by NA, AB) and NP; not I and W. */
  public boolean fails() {
    return letter != null ? !letter.passes() : mark == Mark.NP || mark.explainsF();
  }

  /** Neither passed nor failed yet. */
  public boolean isPending() {
    return letter == null && mark.isPending();
  }

  public boolean isWithdrawn() {
    return mark == Mark.W;
  }

  /** Digital equivalent; empty for results that have none and so stay out of GPA. */
  public Optional<BigDecimal> digital() {
    return Optional.ofNullable(letter).map(Letter::digital);
  }

  /** The traditional mark by the scale of the grade's date; empty without a letter. */
  public Optional<TraditionalMark> traditional(GradeScale scale) {
    return Optional.ofNullable(letter).map(scale::traditional);
  }

  /** What is printed in the letter column. */
  public String sign() {
    return letter != null ? letter.sign() : mark.name();
  }
}
