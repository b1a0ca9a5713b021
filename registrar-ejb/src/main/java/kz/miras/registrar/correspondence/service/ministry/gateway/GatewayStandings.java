package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** GOV-25. Keeps what the gateway tells of messages of ours, and how each stands there. */
@Stateless
@PermitAll
public class GatewayStandings {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private TableRows table;
  @Inject private UniversityTime time;

  /**
   * What the gateway tells of a message of ours, kept once.
   *
   * @return what is answered: the same each time
   */
  public byte[] told(GatewayQuery.Standing told, byte[] envelope, byte[] answer) {
    try (Connection connection = database.getConnection()) {
      Statements.change(
          connection,
          "INSERT INTO gateway_notification (notification_id, message_id, delivery, original, sha256,"
              + " answer, came_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
          Arrays.asList(
              told.notificationId(),
              told.messageId(),
              told.delivery().name(),
              envelope,
              Checksum.sha256(envelope),
              answer,
              TableRows.utc(time.now())));
    } catch (SQLIntegrityConstraintViolationException e) {
      return table
          .one(
              "SELECT answer FROM gateway_notification WHERE notification_id = ?",
              row -> row.getBytes(1),
              told.notificationId())
          .orElseThrow();
    } catch (SQLException e) {
      throw new IllegalStateException("a notification cannot be kept", e);
    }
    standing(told.messageId(), told);
    return answer;
  }

  /** How a message of ours stands at the gateway; one that is lost has failed. */
  public void standing(String messageId, GatewayQuery.Standing standing) {
    LocalDateTime now = TableRows.utc(time.now());
    table.change(
        "UPDATE gateway_message SET delivery = ?, delivery_text = ?, delivery_at = ? WHERE direction"
            + " = 'OUT' AND channel = 'ASYNC' AND message_id = ?",
        standing.delivery().name(),
        Fitted.to(GatewayStore.LONGEST_TEXT, standing.text()),
        now,
        messageId);
    if (standing.delivery().isLost()) {
      table.change(
          "UPDATE gateway_message SET state = 'FAILED', answer_code = ?, answer_text = ?, done_at = ?"
              + " WHERE direction = 'OUT' AND channel = 'ASYNC' AND message_id = ? AND state = 'SENT'",
          standing.delivery().name(),
          Fitted.to(GatewayStore.LONGEST_TEXT, standing.text()),
          now,
          messageId);
    }
  }

  /** Ids of messages nobody has answered, of which the gateway has told nothing since. */
  public List<String> unanswered(Instant since) {
    return table.list(
        "SELECT message_id FROM gateway_message WHERE direction = 'OUT' AND channel = 'ASYNC' AND"
            + " state = 'SENT' AND COALESCE(delivery_at, created_at) < ? ORDER BY"
            + " COALESCE(delivery_at, created_at) LIMIT 50",
        row -> row.getString(1),
        TableRows.utc(since));
  }

  /** Services messages of ours wait for answers of. */
  public List<String> awaited() {
    return table.list(
        "SELECT DISTINCT service_id FROM gateway_message WHERE direction = 'OUT' AND channel ="
            + " 'ASYNC' AND state = 'SENT' ORDER BY service_id",
        row -> row.getString(1));
  }
}
