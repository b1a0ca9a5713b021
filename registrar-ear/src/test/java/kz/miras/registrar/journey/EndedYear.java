package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/**
 * A year long over, before the first rules of the university, on whose thresholds the council has
 * decided, and a programme of one student, whose only sheet of that year is still to be closed.
 */
final class EndedYear {

  static final int YEAR = 1983;

  /** Day on which the council decided about it. */
  static final LocalDate DECIDED = LocalDate.of(YEAR, 5, 28);

  static final String PROGRAMME = "7M99-83";
  static final String STUDENT = "ENDED-1";

  /** Number of the sheet. */
  static final String SHEET = "ENDED-0001";

  private EndedYear() {}

  /**
   * Lays it.
   *
   * @param dean login of the dean of the school
   * @param student login of the student
   */
  static void lay(Connection database, String dean, String student) throws SQLException {
    MasterProgramme.lay(database, PROGRAMME, YEAR);
    MasterProgramme.admit(database, PROGRAMME, STUDENT, "Былов");
    MasterProgramme.tie(database, student, STUDENT);
    MasterProgramme.dean(database, dean);
    SubmittedSheet.lay(database, "ENDED", YEAR, "Былова", student);
    for (String level : new String[] {"BACHELOR", "MASTER"}) {
      String code = "year-end-1983-" + level;
      Staff.run(
          database,
          "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES"
              + " (NEXTVAL(curriculum_seq), ?, ?, '1983-08-01', 'council')",
          code,
          level);
      rule(database, code, "PROMOTION_THRESHOLDS", "1=2.30");
      rule(database, code, "PROMOTION_DECISION_NUMBER", "11");
      rule(database, code, "PROMOTION_DECISION_DATE", DECIDED.toString());
    }
  }

  private static void rule(Connection database, String code, String parameter, String value)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO rule_value (rule_set_id, parameter, value) SELECT id, ?, ? FROM rule_set WHERE"
            + " code = ?",
        parameter,
        value,
        code);
  }
}
