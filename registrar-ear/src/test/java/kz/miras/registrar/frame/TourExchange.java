package kz.miras.registrar.frame;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kz.miras.registrar.shared.service.MessageArguments;

/** What the tour finds of the exchange with the ministry: a run, a finding, a difference. */
final class TourExchange {

  private static final String STUDENT =
      "(SELECT n.number FROM ministry_number n WHERE n.type = 'STUDENT' AND n.our_id = (SELECT"
          + " MIN(id) FROM student WHERE status = 'STUDYING'))";
  private static final String RUN = "(SELECT MAX(id) FROM ministry_run)";

  private TourExchange() {}

  static void fill(Statement statement) throws SQLException {
    statement.executeUpdate("INSERT IGNORE INTO ministry_counter (type) VALUES ('STUDENT')");
    statement.executeUpdate(
        "INSERT IGNORE INTO ministry_number (type, our_id, number) SELECT 'STUDENT', (SELECT MIN(id)"
            + " FROM student WHERE status = 'STUDYING'), c.last_number + 1 FROM ministry_counter c"
            + " WHERE c.type = 'STUDENT'");
    statement.executeUpdate(
        "UPDATE ministry_counter SET last_number = (SELECT MAX(number) FROM ministry_number WHERE"
            + " type = 'STUDENT') WHERE type = 'STUDENT'");
    statement.executeUpdate(
        "INSERT INTO ministry_run (id, uuid, kind, only_due, state, begun_by, begun_at, alive_at,"
            + " ended_at) VALUES (NEXTVAL(ministry_seq), UUID(), 'SEND', TRUE, 'ENDED', 'senior',"
            + " NOW(6), NOW(6), NOW(6))");
    statement.executeUpdate(
        "INSERT INTO ministry_part (run_id, place, type, position, total, seen, blocked, refused,"
            + " differing, ended_at) SELECT "
            + RUN
            + ", 1, 'STUDENT', 1, 2, 2, 1, 1, 1, NOW(6)");
    statement.executeUpdate(
        "INSERT INTO ministry_outcome (run_id, type, number, outcome, reason) SELECT "
            + RUN
            + ", 'STUDENT', "
            + STUDENT
            + ", 'REFUSED', 'nationId must not be null'");
    statement.executeUpdate(
        "INSERT INTO ministry_finding (id, type, number, label, student_id, rule, field, code, args,"
            + " blocks, found_at) SELECT NEXTVAL(ministry_seq), 'STUDENT', "
            + STUDENT
            + ", 'A student', (SELECT MIN(id) FROM student WHERE status = 'STUDYING'), 'GOV-3',"
            + " 'enrollDate', 'ministry.finding.missing', '"
            + MessageArguments.write(List.of("enrollDate"))
            + "', TRUE, NOW(6)");
    statement.executeUpdate(
        "INSERT INTO ministry_difference (id, run_id, type, number, label, student_id, kind, field,"
            + " ours, theirs, found_at, first_found_at) SELECT NEXTVAL(ministry_seq), "
            + RUN
            + ", 'STUDENT', "
            + STUDENT
            + ", 'A student', (SELECT MIN(id) FROM student WHERE status = 'STUDYING'), 'DIFFERS',"
            + " 'gpa', '3.12', '0', NOW(6), NOW(6)");
    statement.executeUpdate(
        "INSERT INTO gateway_message (id, uuid, direction, channel, message_id, service_id, state,"
            + " original, sha256, answer, answer_code, attempts, created_by, created_at) VALUES"
            + " (NEXTVAL(gateway_seq), UUID(), 'OUT', 'SYNC', UUID(), 'TEST', 'ANSWERED',"
            + " '<a/>', UNHEX(SHA2('<a/>', 256)), '<b/>', 'SCSS001', 1, 'senior', NOW(6))");
  }
}
