package kz.miras.registrar.calendar;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/**
 * One academic year as it is laid before the Учёный совет, for one course and level.
 *
 * @param yearStart 2025 for 2025/26
 * @param graduating whether it is the year of graduation, which has no minimum of vacations
 * @param winterIntake whether the year may begin in January (profile master, CAL-1)
 * @param terms academic periods with their attestation
 * @param vacations vacations
 */
public record YearPlan(
    int yearStart,
    boolean graduating,
    boolean winterIntake,
    List<TermSpan> terms,
    List<Span> vacations)
    implements Serializable {

  public YearPlan {
    terms = List.copyOf(terms);
    vacations = List.copyOf(vacations);
  }

  /**
   * Days from the first to the last, both inclusive.
   *
   * @param from first day
   * @param to last day
   */
  public record Span(LocalDate from, LocalDate to) implements Serializable {

    public Span {
      if (to.isBefore(from)) {
        throw new IllegalArgumentException(from + " to " + to);
      }
    }

    public int days() {
      return Math.toIntExact(ChronoUnit.DAYS.between(from, to)) + 1;
    }

    /**
     * Calendar weeks: 15 weeks are 105 days less the last weekend, so a span that ends on a Friday
     * or Saturday counts its last week.
     */
    public int weeks() {
      return (days() + 2) / 7;
    }

    public boolean overlaps(Span other) {
      return !from.isAfter(other.to) && !other.from.isAfter(to);
    }
  }

  /**
   * One academic period.
   *
   * @param type kind of period
   * @param study weeks of study, attestation not included
   * @param attestation the interim attestation that ends it; null while not planned
   */
  public record TermSpan(TermType type, Span study, Span attestation) implements Serializable {}
}
