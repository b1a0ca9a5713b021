package kz.miras.registrar.calendar;

import java.io.Serializable;
import java.util.Comparator;
import java.util.Objects;

/**
 * Names one academic period of the university: the academic year and its kind. Ordered by time.
 *
 * <p>Immutable.
 *
 * @param yearStart calendar year in which the academic year begins, 2025 for 2025/26
 * @param type which period of that year
 */
public record TermRef(int yearStart, TermType type) implements Comparable<TermRef>, Serializable {

  private static final Comparator<TermRef> BY_TIME =
      Comparator.comparingInt(TermRef::yearStart).thenComparing(TermRef::type);

  public TermRef {
    Objects.requireNonNull(type, "type");
  }

  public static TermRef autumn(int yearStart) {
    return new TermRef(yearStart, TermType.AUTUMN);
  }

  public static TermRef spring(int yearStart) {
    return new TermRef(yearStart, TermType.SPRING);
  }

  public static TermRef summer(int yearStart) {
    return new TermRef(yearStart, TermType.SUMMER);
  }

  /** The academic year as documents print it, for example {@code 2025/2026}. */
  public String academicYear() {
    return yearStart + "/" + (yearStart + 1);
  }

  public boolean isBefore(TermRef other) {
    return compareTo(other) < 0;
  }

  @Override
  public int compareTo(TermRef other) {
    return BY_TIME.compare(this, other);
  }

  @Override
  public String toString() {
    return academicYear() + " " + type;
  }
}
