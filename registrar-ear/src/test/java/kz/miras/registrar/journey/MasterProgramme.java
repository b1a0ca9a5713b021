package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/** A programme of masters with students of its own, so that a journey meets those of no other. */
final class MasterProgramme {

  /** The school with the first programme of bachelors, as a subquery. */
  static final String SCHOOL =
      "(SELECT MIN(x.school_id) FROM (SELECT school_id FROM programme WHERE level = 'BACHELOR') x)";

  private MasterProgramme() {}

  /** Lays a programme of {@link #SCHOOL} with the curriculum of one admission year. */
  static void lay(Connection database, String code, int admissionYear) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO programme (id, uuid, code, direction_code, level, name_kk, name_ru, name_en,"
            + " credits, years, languages, school_id) VALUES (NEXTVAL(curriculum_seq), UUID(), ?,"
            + " '7M98', 'MASTER', 'Е', 'Е', 'E', 120, 2, 'ru', "
            + SCHOOL
            + ")",
        code);
    Staff.run(
        database,
        "INSERT INTO curriculum (id, programme_id, admission_year) SELECT NEXTVAL(curriculum_seq),"
            + " id, ? FROM programme WHERE code = ?",
        String.valueOf(admissionYear),
        code);
  }

  /** Admits a student of the first course to it. */
  static void admit(Connection database, String code, String number, String lastName)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO student (id, uuid, student_no, identity_doc, identity_country, last_name,"
            + " first_name, last_name_latin, first_name_latin, birth_date, sex, programme_id,"
            + " curriculum_id, course_year, study_form, study_language, funding, admission_year,"
            + " status, search_text) SELECT NEXTVAL(student_seq), UUID(), ?, ?, 'KZ', ?, 'Ерлан',"
            + " 'Bylov', 'Yerlan', '1962-01-01', 'MALE', p.id, c.id, 1, 'FULL_TIME', 'ru', 'GRANT',"
            + " c.admission_year, 'STUDYING', 'bylov' FROM programme p JOIN curriculum c ON"
            + " c.programme_id = p.id WHERE p.code = ?",
        number,
        "N " + number,
        lastName,
        code);
  }

  /** Makes a dean the dean of that school. */
  static void dean(Connection database, String login) throws SQLException {
    Staff.run(
        database,
        "UPDATE role_grant SET school_id = "
            + SCHOOL
            + " WHERE account_id = (SELECT id FROM account WHERE login = ?)",
        login);
  }

  /** Gives an account the record of a student. */
  static void tie(Connection database, String login, String number) throws SQLException {
    Staff.run(
        database,
        "UPDATE account SET student_id = (SELECT id FROM student WHERE student_no = ?) WHERE login"
            + " = ?",
        number,
        login);
  }
}
