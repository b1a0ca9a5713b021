package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import kz.miras.registrar.local.TestServer;

/**
 * The student of whom there is most to tell: the most results, all of them published, and a
 * transcript issued here.
 *
 * @param results how many
 */
record TestedStudent(
    String uuid, String number, String iin, String born, long results, long school) {

  private static final String RICH =
      "SELECT s.uuid, s.student_no, s.iin, s.birth_date, COUNT(DISTINCT a.id), p.school_id FROM"
          + " student s JOIN programme p ON p.id = s.programme_id JOIN achievement a ON a.student_id"
          + " = s.id WHERE s.iin IS NOT NULL AND EXISTS (SELECT 1 FROM issued_document d WHERE"
          + " d.student_id = s.id AND d.status = 'ISSUED') AND NOT EXISTS (SELECT 1 FROM issued_document d WHERE"
          + " d.student_id = s.id AND d.pdf IS NULL) AND NOT EXISTS (SELECT 1 FROM achievement u"
          + " WHERE u.student_id = s.id AND u.sheet_id IS NOT NULL AND NOT EXISTS (SELECT 1 FROM"
          + " sheet_publication p WHERE p.sheet_id = u.sheet_id AND p.part = 'RESULT')) GROUP BY"
          + " s.id ORDER BY 5 DESC, s.id LIMIT 1";

  static TestedStudent of(TestServer server) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select = connection.prepareStatement(RICH);
        ResultSet row = select.executeQuery()) {
      assertThat(row.next()).as("a student with results and a transcript").isTrue();
      return new TestedStudent(
          row.getString(1),
          row.getString(2),
          row.getString(3),
          row.getString(4),
          row.getLong(5),
          row.getLong(6));
    }
  }

  /** What the register says of the transcript issued last. */
  String issued(TestServer server, String what) throws SQLException {
    return text(
        server,
        "SELECT "
            + what
            + " FROM issued_document WHERE status = 'ISSUED' AND student_id = (SELECT id FROM"
            + " student WHERE uuid = ?) ORDER BY issued_on DESC, id DESC LIMIT 1",
        uuid);
  }

  /** The first value a statement finds. */
  static String text(TestServer server, String sql, String... values) throws SQLException {
    try (Connection connection = server.database();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setString(i + 1, values[i]);
      }
      try (ResultSet row = select.executeQuery()) {
        assertThat(row.next()).as(sql).isTrue();
        return row.getString(1);
      }
    }
  }
}
