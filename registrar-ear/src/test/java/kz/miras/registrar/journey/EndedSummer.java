package kz.miras.registrar.journey;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * A summer semester that is over and not closed: one discipline taught to two students who have
 * paid, one refused.
 */
final class EndedSummer {

  static final String TERM = "2105-S";
  private static final String PROGRAMME = "7M99-05";

  private EndedSummer() {}

  static void lay(Connection database) throws SQLException {
    Staff.run(
        database,
        "INSERT INTO academic_year (id, start_year, starts_on, ends_on) VALUES"
            + " (NEXTVAL(calendar_seq), 2105, '2105-09-01', '2106-08-31')");
    Staff.run(
        database,
        "INSERT INTO term (id, academic_year_id, type, code, starts_on, ends_on, study_weeks) SELECT"
            + " NEXTVAL(calendar_seq), id, 'SUMMER', ?, '2020-06-15', '2020-07-31', 6 FROM"
            + " academic_year WHERE start_year = 2105",
        TERM);
    Staff.run(
        database,
        "INSERT INTO summer_plan (id, uuid, term_id, status, applications_from, applications_to,"
            + " submitted_by, submitted_at, decision, approved_by, approved_at) SELECT"
            + " NEXTVAL(registration_seq), UUID(), id, 'APPROVED', '2020-05-11', '2020-06-05',"
            + " 'director', '2020-05-04', '№ 31', 'vicerector', '2020-05-05' FROM term WHERE code ="
            + " ?",
        TERM);
    MasterProgramme.lay(database, PROGRAMME, 2105);
    discipline(database, "SUM-A", "Статистика");
    discipline(database, "SUM-B", "Логистика");
    Staff.run(
        database,
        "INSERT INTO offering (id, uuid, term_id, discipline_id, code, language, status) SELECT"
            + " NEXTVAL(registration_seq), UUID(), t.id, d.id, 'SUM-A-ru', 'ru', 'OPEN' FROM term"
            + " t, discipline d WHERE t.code = ? AND d.code = 'SUM-A'",
        TERM);
    planned(database, "SUM-A", "OPENED", 1, null);
    planned(database, "SUM-B", "REFUSED", 0, "Мало заявок");
    paid(database, "SUM-1", "Жазғыұлы");
    paid(database, "SUM-2", "Жазғықызы");
  }

  private static void discipline(Connection database, String code, String name)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO discipline (id, uuid, code, code_kk, code_en, name_kk, name_ru, name_en,"
            + " credits, control_form, department_id) SELECT NEXTVAL(curriculum_seq), UUID(), ?, ?,"
            + " ?, ?, ?, ?, 5, 'EXAM', MIN(department_id) FROM discipline",
        code,
        code,
        code,
        name,
        name,
        name);
  }

  private static void planned(
      Connection database, String code, String status, int groups, String reason)
      throws SQLException {
    Staff.run(
        database,
        "INSERT INTO summer_discipline (id, uuid, plan_id, discipline_id, language, minimum, price,"
            + " group_cost, status, group_count, offering_id, reason, decided_by, decided_at) SELECT"
            + " NEXTVAL(registration_seq), UUID(), p.id, d.id, 'ru', 2, 25000, 180000, ?, ?, o.id,"
            + " ?, 'senior', '2020-06-10' FROM summer_plan p JOIN term t ON t.id = p.term_id JOIN"
            + " discipline d ON d.code = ? LEFT JOIN offering o ON o.term_id = t.id AND"
            + " o.discipline_id = d.id WHERE t.code = ?",
        status,
        String.valueOf(groups),
        reason,
        code,
        TERM);
  }

  /** A student who has paid for the seat and has studied to the end. */
  private static void paid(Connection database, String number, String name) throws SQLException {
    MasterProgramme.admit(database, PROGRAMME, number, name);
    Staff.run(
        database,
        "INSERT INTO enrolment (id, uuid, student_id, offering_id, type, attempt_no, status,"
            + " enrolled_at) SELECT NEXTVAL(registration_seq), UUID(), s.id, o.id, 'ADDITIONAL', 1,"
            + " 'COMPLETED', '2020-06-10' FROM student s, offering o JOIN term t ON t.id = o.term_id"
            + " WHERE s.student_no = ? AND t.code = ?",
        number,
        TERM);
    Staff.run(
        database,
        "INSERT INTO payment_request (id, uuid, number, student_id, term_id, discipline_id,"
            + " enrolment_id, purpose, credits, price, amount, price_basis, requested_at,"
            + " expires_on, status, paid_on, document, marked_by, marked_at) SELECT"
            + " NEXTVAL(registration_seq), UUID(), ?, e.student_id, o.term_id, o.discipline_id,"
            + " e.id, 'SUMMER', 5, 25000, 125000, '№ 7', '2020-06-08', '2020-06-12', 'PAID',"
            + " '2020-06-09', 'Выписка', 'accounting', '2020-06-09' FROM enrolment e JOIN offering"
            + " o ON o.id = e.offering_id JOIN term t ON t.id = o.term_id JOIN student s ON s.id ="
            + " e.student_id WHERE s.student_no = ? AND t.code = ?",
        "P-" + number,
        number,
        TERM);
  }
}
