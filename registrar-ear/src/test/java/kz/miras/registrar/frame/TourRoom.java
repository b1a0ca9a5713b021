package kz.miras.registrar.frame;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import kz.miras.registrar.shared.service.MessageArguments;

/** What the tour finds in exam rooms. */
final class TourRoom {

  private TourRoom() {}

  /** An act about an incident, and an exam whose works are coded. */
  static void fill(Statement statement) throws SQLException {
    statement.executeUpdate(
        "INSERT INTO exam_incident (id, uuid, number, sheet_id, student_id, occurred_at, kind,"
            + " removed, description, witnesses, registered_by, registered_at, status) SELECT"
            + " NEXTVAL(attestation_seq), UUID(), '2026-9999', r.sheet_id, r.student_id, NOW(6),"
            + " 'DEVICE', TRUE, 'a telephone', 'A\nB', 'senior', NOW(6), 'REGISTERED' FROM"
            + " sheet_row r WHERE r.id = (SELECT MAX(x.id) FROM sheet_row x JOIN sheet h ON h.id ="
            + " x.sheet_id WHERE h.kind = 'MAIN' AND h.exam_date IS NOT NULL)");
    statement.executeUpdate(
        "INSERT INTO work_coding (sheet_id, coded_by, coded_at) SELECT sheet_id, 'senior', NOW(6)"
            + " FROM exam_incident WHERE number = '2026-9999'");
    statement.executeUpdate(
        "INSERT INTO work_code (sheet_id, student_id, code) SELECT sheet_id, student_id, 'T7URQ2'"
            + " FROM exam_incident WHERE number = '2026-9999'");
    // whoever prepares exams is told of them by a notice with the link
    statement.executeUpdate(
        "INSERT INTO notice (id, account_id, code, args, link, at) SELECT NEXTVAL(office_seq), a.id,"
            + " 'attestation.coding.notice.coded', '"
            + MessageArguments.write(List.of("2026-9999", 1))
            + "', CONCAT('/attestation/works.xhtml?id=', h.uuid), NOW(6) FROM account a, sheet h"
            + " JOIN exam_incident i ON i.sheet_id = h.id WHERE a.login = 'senior' AND i.number ="
            + " '2026-9999'");
  }
}
