package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.util.Objects;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.TraditionalMark;

/**
 * A result together with the scale of its own date, so that results of many years are counted side
 * by side without being read anew.
 *
 * <p>Immutable.
 *
 * @param scale of the day the result was given on
 */
public record ScaledGrade(Grade grade, GradeScale scale) implements Serializable {

  public ScaledGrade {
    Objects.requireNonNull(grade, "grade");
    Objects.requireNonNull(scale, "scale");
  }

  /** Excused for now, exempt, or withdrawn: asks nothing of its student in this session. */
  public boolean isOutsideBase() {
    return grade.isPending() || grade.isExempt() || grade.isWithdrawn();
  }

  /** Bears a traditional mark, or is unsatisfactory without a letter: neither P nor NP does. */
  public boolean isMarked() {
    return grade.letter() != null || grade.mark().explainsF();
  }

  /** Still to come. */
  public boolean isPending() {
    return grade.isPending();
  }

  /** Failed for good. */
  public boolean fails() {
    return grade.fails();
  }

  /** Good, excellent, or without a traditional mark at all. */
  public boolean isNoWorseThanGood() {
    return grade.traditional(scale).map(TraditionalMark::isGoodOrBetter).orElse(true);
  }
}
