package kz.miras.registrar.frame;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kz.miras.registrar.shared.service.MessageArguments;

/**
 * What the tour finds of what is watched: a report with a flag, a student at risk, a debt, a mail,
 * a difference of a history; and what waits for a second person.
 */
final class TourWatch {

  private TourWatch() {}

  static void fill(Statement statement) throws SQLException {
    statement.executeUpdate(
        "INSERT IGNORE INTO integrity_report (id, month, sheets, corrections, made_by, made_at)"
            + " VALUES (NEXTVAL(achievement_seq), DATE_FORMAT(university_today() - INTERVAL 1 MONTH,"
            + " '%Y-%m-01'), 12, 1, 'director', NOW(6))");
    statement.executeUpdate(
        "INSERT INTO integrity_flag (id, uuid, report_id, rule, code, args, rule_set_code, sheet_id,"
            + " teacher_id) VALUES (NEXTVAL(achievement_seq), UUID(), (SELECT MAX(id) FROM"
            + " integrity_report), 'INT-2', 'achievement.integrity.mass', '"
            + MessageArguments.write(List.of(9, 20, 50))
            + "', 'policy-bachelor', (SELECT MIN(id) FROM sheet WHERE closed_at IS NOT NULL),"
            + " (SELECT MIN(id) FROM teacher))");
    statement.executeUpdate(
        "INSERT IGNORE INTO student_risk (student_id, rules, reasons, details, absences,"
            + " debt_credits, rule_set_code, since_on, judged_on) VALUES ((SELECT MIN(id) FROM"
            + " student WHERE status = 'STUDYING'), 'RSK-3', 1,"
            + " JSON_ARRAY(JSON_OBJECT('code', 'achievement.risk.debts', 'rule', 'RSK-3', 'args', '"
            + MessageArguments.write(List.of(15, 10))
            + "')), 0, 15, 'policy-bachelor', university_today(), university_today())");
    statement.executeUpdate(
        "INSERT IGNORE INTO student_debt (student_id, place, discipline_key, code, name_kk, name_ru,"
            + " name_en, credits, cause, since_term, sign, ways, way_until, judged_on) SELECT (SELECT"
            + " MIN(id) FROM student WHERE status = 'STUDYING'), 1, CONCAT('id:', d.id), d.code,"
            + " d.name_kk, d.name_ru, d.name_en, d.credits, 'FAILED', '2025-1', 'F', 'REPEAT SUMMER',"
            + " university_today(), university_today() FROM discipline d ORDER BY d.id LIMIT 1");
    statement.executeUpdate(
        "INSERT INTO mail (id, uuid, account_id, address, language, topics, notices, state, attempts,"
            + " created_at) VALUES (NEXTVAL(office_seq), UUID(), (SELECT MIN(id) FROM account),"
            + " 'nobody@example.invalid', 'ru', 'attestation.coding.notice.coded', 2, 'FAILED', 1,"
            + " NOW(6))");
    statement.executeUpdate(
        "INSERT INTO mail_attempt (id, mail_id, at, error) VALUES (NEXTVAL(office_seq), (SELECT"
            + " MAX(id) FROM mail), NOW(6), '550 no such user')");
    TourExchange.fill(statement);
    differs(statement);
    waits(statement);
    // who advises without the rights of an adviser is told of late plans, and led to no closed door
    statement.executeUpdate(
        "INSERT INTO notice (id, teacher_id, code, args, link, at) SELECT NEXTVAL(office_seq),"
            + " a.teacher_id, 'registration.notice.plan-late', '"
            + MessageArguments.write(List.of("2400001"))
            + "', '/office/list.xhtml?list=study-plans', NOW(6) FROM account a WHERE a.login ="
            + " 'teacher'");
  }

  /** A check of the histories that found something, and what was done about it. */
  private static void differs(Statement statement) throws SQLException {
    statement.executeUpdate(
        "INSERT INTO history_check (id, uuid, figures, chains, students, results, differences,"
            + " made_by, made_at) VALUES (NEXTVAL(achievement_seq), UUID(), TRUE, TRUE, 700, 9000, 1,"
            + " 'system', NOW(6))");
    statement.executeUpdate(
        "INSERT INTO history_difference (id, uuid, check_id, student_id, kind, figure, stored,"
            + " derived) VALUES (NEXTVAL(achievement_seq), UUID(), (SELECT MAX(id) FROM"
            + " history_check), (SELECT MIN(id) FROM student WHERE status = 'STUDYING'), 'FIGURE',"
            + " 'earned', '8', '5')");
    statement.executeUpdate(
        "INSERT INTO history_difference_event (id, difference_id, kind, words, made_by, made_at)"
            + " VALUES (NEXTVAL(achievement_seq), (SELECT MAX(id) FROM history_difference), 'REMARK',"
            + " '2026-11-01', 'senior', NOW(6))");
  }

  /** A file of past results and a recognition, each to be decided by somebody else. */
  private static void waits(Statement statement) throws SQLException {
    statement.executeUpdate(
        "INSERT INTO import_run (id, uuid, list, file_name, file_sha256, rows_total, rows_new,"
            + " uploaded_by, uploaded_at, status, touched_at, needs_approval, submitted_by,"
            + " submitted_at) VALUES (NEXTVAL(office_seq), UUID(), 'results', '2020.csv',"
            + " UNHEX(SHA2('tour', 256)), 1, 1, 'senior', NOW(6), 'WAITING', NOW(6), TRUE, 'senior',"
            + " NOW(6))");
    statement.executeUpdate(
        "INSERT INTO import_row (run_id, row_no, content, state) SELECT MAX(id), 2,"
            + " '{\"student_no\":\"2400001\",\"letter\":\"A-\"}', 'NEW' FROM import_run WHERE"
            + " status = 'WAITING' AND submitted_by = 'senior'");
    statement.executeUpdate(
        "INSERT INTO recognition (id, uuid, student_id, discipline_id, kind, source_name,"
            + " source_credits, sign, percent, document_no, document_date, organisation, order_no,"
            + " order_date, status, requested_by, requested_at) VALUES (NEXTVAL(achievement_seq),"
            + " UUID(), (SELECT MIN(id) FROM student WHERE status = 'STUDYING'), (SELECT MIN(id)"
            + " FROM discipline), 'MOBILITY', 'Logic', 5, 'A', 96, 'T-7', '2025-06-20', 'KazNU',"
            + " '12', '2025-09-01', 'REQUESTED', 'senior', NOW(6))");
  }
}
