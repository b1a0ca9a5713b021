package kz.miras.registrar.registration.rule;

import kz.miras.registrar.shared.Keyed;

/** Where a discipline of an individual study plan comes from (IN_PROGRAMME, domain 2.2). */
public enum LineSource implements Keyed {
  /** The working curriculum of the student's programme and year of admission. */
  PROGRAMME,
  /** The catalogue of electives of the year. */
  CATALOGUE,
  MINOR,
  DEBT,
  DIFFERENCE,
  /** None of them: the office has to approve it. */
  NONE;

  @Override
  public String key() {
    return "registration.source." + name();
  }
}
