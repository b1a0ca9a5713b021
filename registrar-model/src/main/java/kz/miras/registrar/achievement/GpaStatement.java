package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.curriculum.Credits;

/**
 * A GPA with all that led to it, so that anyone can add it up again.
 *
 * <p>Immutable.
 *
 * @param lines every entry of the period, explained
 * @param points numerator
 * @param credits denominator
 * @param digits decimals shown
 * @param earned credits earned, additional types of study left out
 * @param earnedAdditional credits of additional types of study
 */
public record GpaStatement(
    List<GpaLine> lines,
    BigDecimal points,
    int credits,
    int digits,
    Credits earned,
    Credits earnedAdditional)
    implements Serializable {

  public GpaStatement {
    lines = List.copyOf(lines);
  }

  /** The average; empty where no graded credits exist. */
  public Optional<Gpa> gpa() {
    return credits == 0 ? Optional.empty() : Optional.of(new Gpa(points, credits, digits));
  }

  /** The printed average; empty where no graded credits exist. */
  public Optional<BigDecimal> rounded() {
    return gpa().map(Gpa::rounded);
  }
}
