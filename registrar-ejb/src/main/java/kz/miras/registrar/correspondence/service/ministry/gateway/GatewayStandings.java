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
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** GOV-25. Keeps what the gateway tells of messages of ours, and how each stands there. */
@Stateless
@PermitAll
public class GatewayStandings {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

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
              GatewayStore.utc(time.now())));
    } catch (SQLIntegrityConstraintViolationException e) {
      return kept(told.notificationId());
    } catch (SQLException e) {
      throw new IllegalStateException("a notification cannot be kept", e);
    }
    standing(told.messageId(), told);
    return answer;
  }

  private byte[] kept(String notification) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(
              connection,
              "SELECT answer FROM gateway_notification WHERE notification_id = ?",
              List.of(notification),
              row -> row.getBytes(1))
          .get(0);
    } catch (SQLException e) {
      throw new IllegalStateException("a notification cannot be read", e);
    }
  }

  /** How a message of ours stands at the gateway; one that is lost has failed. */
  public void standing(String messageId, GatewayQuery.Standing standing) {
    LocalDateTime now = GatewayStore.utc(time.now());
    change(
        "UPDATE gateway_message SET delivery = ?, delivery_text = ?, delivery_at = ? WHERE direction"
            + " = 'OUT' AND channel = 'ASYNC' AND message_id = ?",
        standing.delivery().name(),
        GatewayStore.shortened(standing.text()),
        now,
        messageId);
    if (standing.delivery().isLost()) {
      change(
          "UPDATE gateway_message SET state = 'FAILED', answer_code = ?, answer_text = ?, done_at = ?"
              + " WHERE direction = 'OUT' AND channel = 'ASYNC' AND message_id = ? AND state = 'SENT'",
          standing.delivery().name(),
          GatewayStore.shortened(standing.text()),
          now,
          messageId);
    }
  }

  /** Ids of messages nobody has answered, of which the gateway has told nothing since. */
  public List<String> unanswered(Instant since) {
    return texts(
        "SELECT message_id FROM gateway_message WHERE direction = 'OUT' AND channel = 'ASYNC' AND"
            + " state = 'SENT' AND COALESCE(delivery_at, created_at) < ? ORDER BY"
            + " COALESCE(delivery_at, created_at) LIMIT 50",
        GatewayStore.utc(since));
  }

  /** Services messages of ours wait for answers of. */
  public List<String> awaited() {
    return texts(
        "SELECT DISTINCT service_id FROM gateway_message WHERE direction = 'OUT' AND channel ="
            + " 'ASYNC' AND state = 'SENT' ORDER BY service_id");
  }

  private List<String> texts(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, List.of(values), row -> row.getString(1));
    } catch (SQLException e) {
      throw new IllegalStateException("messages cannot be read", e);
    }
  }

  private void change(String sql, Object... values) {
    try (Connection connection = database.getConnection()) {
      Statements.change(connection, sql, Arrays.asList(values));
    } catch (SQLException e) {
      throw new IllegalStateException("a message cannot be written", e);
    }
  }
}
