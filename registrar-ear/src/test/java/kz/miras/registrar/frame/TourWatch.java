package kz.miras.registrar.frame;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kz.miras.registrar.shared.service.MessageArguments;

/**
 * What the tour finds of what is watched: a report with a flag, a student at risk, a debt, a mail.
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
    // who advises without the rights of an adviser is told of late plans, and led to no closed door
    statement.executeUpdate(
        "INSERT INTO notice (id, teacher_id, code, args, link, at) SELECT NEXTVAL(office_seq),"
            + " a.teacher_id, 'registration.notice.plan-late', '"
            + MessageArguments.write(List.of("2400001"))
            + "', '/office/list.xhtml?list=study-plans', NOW(6) FROM account a WHERE a.login ="
            + " 'teacher'");
  }
}
