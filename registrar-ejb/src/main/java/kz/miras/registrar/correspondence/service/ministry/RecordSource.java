package kz.miras.registrar.correspondence.service.ministry;

import kz.miras.registrar.correspondence.ministry.PlatformType;

/**
 * Where the records of a type are: the things that have a number, and the facts of each.
 *
 * @param things a statement that answers {@code our_id} and {@code part} of every thing there is
 * @param facts columns of the facts, by their names
 * @param from joins from the numbers {@code e} to the facts, with the condition that a thing is
 *     still there
 */
record RecordSource(PlatformType type, String things, String facts, String from) {

  /** The records of some things, in the order of their numbers. */
  String select(String which) {
    return "SELECT e.number AS id, e.our_id AS our_id, "
        + facts
        + " FROM ministry_number e "
        + from
        + " AND e.type = '"
        + type.numbers().name()
        + "' AND "
        + which
        + " ORDER BY e.number";
  }

  /** The order in which things get their numbers: results of one student stay together. */
  String order() {
    return type == PlatformType.TRANSCRIPT ? "k.student_id, k.our_id" : "k.our_id, k.part";
  }

  /** How many there are. */
  String count() {
    return "SELECT COUNT(*) FROM ministry_number e "
        + from
        + " AND e.type = '"
        + type.numbers().name()
        + "'";
  }

  /** A join to the number of another thing. */
  static String number(String alias, PlatformType type, String ourId) {
    return number(alias, type, ourId, "''");
  }

  static String number(String alias, PlatformType type, String ourId, String part) {
    return " LEFT JOIN ministry_number %1$s ON %1$s.type = '%2$s' AND %1$s.our_id = %3$s AND %1$s.part = %4$s "
        .formatted(alias, type.numbers().name(), ourId, part);
  }
}
