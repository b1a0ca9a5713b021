package kz.miras.registrar.calendar;

import kz.miras.registrar.shared.Keyed;

/**
 * The kinds of academic periods (CAL-2: semester or trimester; the summer semester is added to
 * either). The order of the constants is the order inside an academic year.
 */
public enum TermType implements Keyed {
  AUTUMN(false),
  SPRING(false),
  TRIMESTER_1(true),
  TRIMESTER_2(true),
  TRIMESTER_3(true),
  SUMMER(false);

  private final boolean trimester;

  TermType(boolean trimester) {
    this.trimester = trimester;
  }

  public boolean isSummer() {
    return this == SUMMER;
  }

  public boolean isTrimester() {
    return trimester;
  }

  /** Autumn and spring, the regular semesters. */
  public boolean isSemester() {
    return this == AUTUMN || this == SPRING;
  }

  /** Whether one of the two is a semester and the other a trimester; the summer goes with both. */
  boolean isOfOtherSystem(TermType other) {
    return isSemester() && other.isTrimester() || isTrimester() && other.isSemester();
  }

  /**
   * Number of a regular term counted from admission, from 1; 0 for the summer semester, which no
   * curriculum counts.
   *
   * @param years whole academic years before it
   */
  public int numberAfter(int years) {
    if (isSummer()) {
      return 0;
    }
    return trimester
        ? years * 3 + ordinal() - TRIMESTER_1.ordinal() + 1
        : years * 2 + ordinal() + 1;
  }

  @Override
  public String key() {
    return "calendar.term." + name();
  }
}
