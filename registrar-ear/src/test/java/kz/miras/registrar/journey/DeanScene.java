package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * An academic year far ahead in which the dean signs study plans, by rules of its own that end with
 * it, and four students whose plans for it the adviser has approved.
 */
final class DeanScene {

  static final int YEAR = 2101;
  static final String TERM = "DEAN-2101";
  static final String PROGRAMME = "7M99-01";

  private DeanScene() {}

  static void lay(Connection database) throws SQLException {
    OwnTerm.lay(database, TERM, YEAR);
    rules(database, YEAR, true);
    rules(database, YEAR + 1, false);
    MasterProgramme.lay(database, PROGRAMME, YEAR);
    String[] names = {"Біріншіқызы", "Екіншіұлы", "Үшіншіқызы", "Төртіншіұлы"};
    for (int i = 0; i < names.length; i++) {
      plan(database, "DEAN-" + (i + 1), names[i]);
    }
  }

  /** The year is over: nothing more is decided about its plans. */
  static void close(Connection database) throws SQLException {
    Staff.run(
        database,
        "UPDATE study_plan SET status = 'CLOSED' WHERE academic_year_id = (SELECT id FROM"
            + " academic_year WHERE start_year = ?)",
        String.valueOf(YEAR));
  }

  private static void rules(Connection database, int year, boolean signs) throws SQLException {
    String code = "z-dean-" + year;
    Staff.run(
        database,
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES"
            + " (NEXTVAL(curriculum_seq), ?, 'MASTER', ?, 'council')",
        code,
        year + "-08-01");
    Staff.run(
        database,
        "INSERT INTO rule_value (rule_set_id, parameter, value) SELECT id, 'REG_DEAN_SIGNS', ?"
            + " FROM rule_set WHERE code = ?",
        String.valueOf(signs),
        code);
  }

  /** Two disciplines chosen for the autumn, which the adviser has approved. */
  private static void plan(Connection database, String number, String name) throws SQLException {
    MasterProgramme.admit(database, PROGRAMME, number, name);
    Staff.run(
        database,
        "INSERT INTO study_plan (id, uuid, student_id, academic_year_id, status, revision,"
            + " submitted_at, approved_at, approved_by) SELECT NEXTVAL(registration_seq), UUID(),"
            + " s.id, y.id, 'ADVISER_APPROVED', 1, UTC_TIMESTAMP(6), UTC_TIMESTAMP(6), 'adviser'"
            + " FROM student s, academic_year y WHERE s.student_no = ? AND y.start_year = ?",
        number,
        String.valueOf(YEAR));
    for (String wanted : new String[] {"MIN", "MAX"}) {
      Staff.run(
          database,
          "INSERT INTO study_plan_line (id, plan_id, term_id, discipline_id, type, language, status,"
              + " revision, decided_at, decided_by) SELECT NEXTVAL(registration_seq), v.id, t.id,"
              + " (SELECT "
              + wanted
              + "(d.id) FROM discipline d WHERE d.control_form = 'EXAM' AND d.active), 'MAIN', 'ru',"
              + " 'APPROVED', 1, UTC_TIMESTAMP(6), 'adviser' FROM study_plan v JOIN student s ON s.id"
              + " = v.student_id JOIN term t ON t.academic_year_id = v.academic_year_id WHERE"
              + " s.student_no = ? AND t.code = ?",
          number,
          TERM);
    }
  }
}
