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

  private static final String SCHOOL =
      "(SELECT MIN(x.school_id) FROM (SELECT school_id FROM programme WHERE level = 'BACHELOR') x)";

  private EndedYear() {}

  /**
   * Lays it.
   *
   * @param dean login of the dean of the school
   * @param student login of the student
   */
  static void lay(Connection database, String dean, String student) throws SQLException {
    programme(database);
    Staff.run(
        database,
        "UPDATE account SET student_id = (SELECT id FROM student WHERE student_no = ?) WHERE login"
            + " = ?",
        STUDENT,
        student);
    Staff.run(
        database,
        "UPDATE role_grant SET school_id = "
            + SCHOOL
            + " WHERE account_id = (SELECT id FROM account WHERE login = ?)",
        dean);
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

  private static void programme(Connection database) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO programme (id, uuid, code, direction_code, level, name_kk, name_ru, name_en,"
            + " credits, years, languages, school_id) VALUES (NEXTVAL(curriculum_seq), UUID(), ?,"
            + " '7M98', 'MASTER', 'Е', 'Е', 'E', 120, 2, 'ru', "
            + SCHOOL
            + ")",
        PROGRAMME);
    Staff.run(
        database,
        "INSERT INTO curriculum (id, programme_id, admission_year) SELECT NEXTVAL(curriculum_seq),"
            + " id, 1983 FROM programme WHERE code = ?",
        PROGRAMME);
    Staff.run(
        database,
        "INSERT INTO student (id, uuid, student_no, identity_doc, identity_country, last_name,"
            + " first_name, last_name_latin, first_name_latin, birth_date, sex, programme_id,"
            + " curriculum_id, course_year, study_form, study_language, funding, admission_year,"
            + " status, search_text) SELECT NEXTVAL(student_seq), UUID(), ?, 'N 1', 'KZ', 'Былов',"
            + " 'Ерлан', 'Bylov', 'Yerlan', '1962-01-01', 'MALE', p.id, c.id, 1, 'FULL_TIME', 'ru',"
            + " 'GRANT', 1983, 'STUDYING', 'bylov' FROM programme p JOIN curriculum c ON"
            + " c.programme_id = p.id WHERE p.code = ?",
        STUDENT,
        PROGRAMME);
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
