package kz.miras.registrar.achievement.service.analysis;

import java.util.List;

/**
 * What stands in one column of an analysis: a term, or an academic year whose results count
 * together.
 *
 * @param id the term's key; of a year a number below 0
 * @param code as it is asked for and shown
 * @param type name of the kind of term, or of {@link Kind} of a year
 * @param year academic year as written
 * @param terms keys, at least one
 */
record Period(long id, String code, String type, String year, List<Long> terms) {

  Period {
    terms = List.copyOf(terms);
  }

  /** Academic years as columns. */
  enum Kind {
    /** Autumn, spring and summer. */
    YEAR,
    /** The same before its summer. */
    YEAR_BEFORE_SUMMER
  }

  /** Whether results of several terms count together: of each discipline the last that stands. */
  boolean isYear() {
    return id < 0;
  }
}
