package kz.miras.registrar.achievement.service.promotion;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;

/**
 * PRO-13. Lines whose order was taken back for their student, before or after it took effect: an
 * order that takes back has been applied, and nothing of the first one stands. A later run of the
 * year may decide about these students.
 */
final class TakenBackLines {

  /** Over lines {@code l}. */
  static final String ARE =
      "(l.order_id IS NOT NULL AND EXISTS (SELECT 1 FROM student_order k JOIN student_order_line q"
          + " ON q.order_id = k.id WHERE k.corrects_id = l.order_id AND k.kind NOT IN ('OTHER',"
          + " 'PERSONAL_DATA') AND NOT k.migrated AND k.applied_at IS NOT NULL AND q.student_id ="
          + " l.student_id) AND NOT EXISTS (SELECT 1 FROM student_status_change c WHERE c.order_id ="
          + " l.order_id AND c.student_id = l.student_id AND NOT EXISTS (SELECT 1 FROM"
          + " student_status_change u WHERE u.undoes_id = c.id)))";

  /** Notes those of the year of a run, so that its students are no longer held by them. */
  static final String LET_GO =
      "UPDATE promotion_line l SET l.taken_back = TRUE WHERE NOT l.taken_back AND l.year_start ="
          + " (SELECT r.year_start FROM promotion_run r WHERE r.id = ?) AND "
          + ARE;

  private TakenBackLines() {}

  static void letGo(Connection connection, long run) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(LET_GO)) {
      update.setLong(1, run);
      update.executeUpdate();
    }
  }
}
