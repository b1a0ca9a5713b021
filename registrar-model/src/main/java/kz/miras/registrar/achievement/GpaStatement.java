package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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

  /**
   * The part of it that some of its entries make; whether one counts stays as it is in the whole.
   *
   * @param positions places of the entries in the ledger
   */
  public GpaStatement part(Set<Long> positions) {
    List<GpaLine> kept =
        lines.stream().filter(line -> positions.contains(line.line().result().position())).toList();
    return new GpaStatement(
        kept,
        kept.stream()
            .map(line -> line.points().orElse(BigDecimal.ZERO))
            .reduce(BigDecimal.ZERO, BigDecimal::add),
        kept.stream().mapToInt(GpaLine::credits).sum(),
        digits,
        earned(kept, false),
        earned(kept, true));
  }

  private static Credits earned(List<GpaLine> lines, boolean additional) {
    return Credits.sum(
        lines.stream()
            .map(GpaLine::line)
            .filter(line -> line.result().is(Trait.ADDITIONAL_STUDY) == additional)
            .map(CountedLine::earned)
            .toList());
  }
}
