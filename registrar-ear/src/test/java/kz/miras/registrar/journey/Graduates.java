package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/** A programme that consists of its final attestation only, and two students who come to it. */
final class Graduates {

  static final String CODE = "7M-AK";

  private Graduates() {}

  static void lay(Connection database) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) SELECT NEXTVAL(curriculum_seq), UUID(), 'AK',"
            + " 'AK', 'AK', 'Магистрлік диссертацияны қорғау', 'Защита магистерской диссертации',"
            + " 'Defence of the dissertation', 8, 'FINAL_ATTESTATION', MIN(department_id) FROM"
            + " discipline");
    Staff.run(
        database,
        "INSERT INTO programme (id, uuid, code, direction_code, level, name_kk, name_ru, name_en,"
            + " credits, years, languages, school_id) SELECT NEXTVAL(curriculum_seq), UUID(), ?,"
            + " '7M09', 'MASTER', 'Деректер ғылымы', 'Наука о данных', 'Data science', 120, 2, 'ru',"
            + " MIN(school_id) FROM programme",
        CODE);
    Staff.run(
        database,
        "INSERT INTO curriculum (id, programme_id, admission_year) SELECT NEXTVAL(curriculum_seq),"
            + " id, 2155 FROM programme WHERE code = ?",
        CODE);
    Staff.run(
        database,
        "INSERT INTO curriculum_item (id, curriculum_id, discipline_id, term_no, cycle) SELECT"
            + " NEXTVAL(curriculum_seq), c.id, d.id, 4, 'FINAL_ATTESTATION' FROM curriculum c JOIN"
            + " programme p ON p.id = c.programme_id JOIN discipline d ON d.code = 'AK' WHERE p.code"
            + " = ?",
        CODE);
    student(database, "AK-1", "Әлімова", "Айгерім");
    student(database, "AK-2", "Петров", "Иван");
  }

  private static void student(Connection database, String number, String last, String first)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO student (id, uuid, student_no, identity_doc, identity_country, last_name,"
            + " first_name, last_name_latin, first_name_latin, birth_date, sex, programme_id,"
            + " curriculum_id, course_year, study_form, study_language, funding, admission_year,"
            + " status, search_text) SELECT NEXTVAL(student_seq), UUID(), ?, ?, 'KZ', ?, ?, 'A',"
            + " 'A', '2002-01-01', 'MALE', p.id, c.id, 2, 'FULL_TIME', 'ru', 'GRANT', 2155,"
            + " 'STUDYING', 'ak' FROM programme p JOIN curriculum c ON c.programme_id = p.id WHERE"
            + " p.code = ?",
        number,
        number,
        last,
        first,
        CODE);
  }
}
