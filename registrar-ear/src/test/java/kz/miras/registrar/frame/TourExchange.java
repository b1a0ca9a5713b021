package kz.miras.registrar.frame;

import java.sql.SQLException;
import java.sql.Statement;

/** What the tour finds of the exchange with the ministry: a message of its gateway. */
final class TourExchange {

  private TourExchange() {}

  static void fill(Statement statement) throws SQLException {
    statement.executeUpdate(
        "INSERT INTO gateway_message (id, uuid, direction, channel, message_id, service_id, state,"
            + " original, sha256, answer, answer_code, attempts, created_by, created_at) VALUES"
            + " (NEXTVAL(gateway_seq), UUID(), 'OUT', 'SYNC', UUID(), 'TEST', 'ANSWERED',"
            + " '<a/>', UNHEX(SHA2('<a/>', 256)), '<b/>', 'SCSS001', 1, 'senior', NOW(6))");
  }
}
