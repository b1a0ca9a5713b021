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

  @Override
  public String key() {
    return "calendar.term." + name();
  }
}
