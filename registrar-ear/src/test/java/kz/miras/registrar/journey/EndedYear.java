package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A year long over, before the first rules of the university, on whose thresholds the council has
 * decided, and a programme of one student who has nothing to show for it.
 */
final class EndedYear {

  static final int YEAR = 1983;
  static final String PROGRAMME = "7M99-83";
  static final String STUDENT = "ENDED-1";

  private static final String SCHOOL =
      "(SELECT MIN(x.school_id) FROM (SELECT school_id FROM programme WHERE level = 'BACHELOR') x)";

  private EndedYear() {}

  /**
   * Lays it.
   *
   * @param dean login of the dean of the school
   */
  static void lay(Connection database, String dean) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES"
            + " (NEXTVAL(calendar_seq), 1983, '1983-09-01', '1984-06-30')");
    term(database, "AUTUMN", "1983-09-01", "1983-12-31");
    term(database, "SPRING", "1984-01-15", "1984-05-31");
    term(database, "SUMMER", "1984-06-10", "1984-07-31");
    Staff.run(
        database,
        "INSERT INTO rule_set (id, code, level, valid_from, approved_by) VALUES"
            + " (NEXTVAL(curriculum_seq), 'year-end-1983', 'MASTER', '1983-08-01', 'council')");
    rule(database, "PROMOTION_THRESHOLDS", "1=2.30");
    rule(database, "PROMOTION_DECISION_NUMBER", "11");
    rule(database, "PROMOTION_DECISION_DATE", "1983-05-28");
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
    Staff.run(
        database,
        "UPDATE role_grant SET school_id = "
            + SCHOOL
            + " WHERE account_id = (SELECT id FROM account WHERE login = ?)",
        dean);
  }

  private static void term(Connection database, String type, String from, String to)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks)"
            + " SELECT NEXTVAL(calendar_seq), id, ?, ?, ?, ?, 7 FROM academic_year WHERE start_year"
            + " = 1983",
        type,
        "ENDED-" + type,
        from,
        to);
  }

  private static void rule(Connection database, String parameter, String value)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO rule_value (rule_set_id, parameter, value) SELECT id, ?, ? FROM rule_set WHERE"
            + " code = 'year-end-1983'",
        parameter,
        value);
  }
}
