package kz.miras.registrar.correspondence.service.ministry.gateway;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLIntegrityConstraintViolationException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import kz.miras.registrar.access.MailRetry;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** GOV-23, GOV-24. Keeps messages as they were sent or came, and what became of them. */
@Stateless
@PermitAll
public class GatewayStore {

  static final int LONGEST_TEXT = 500;

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private TableRows table;
  @Inject private UniversityTime time;

  /**
   * A message that was kept.
   *
   * @param answer null while there is none
   * @param delivery how it stands at the gateway; null where it has not told
   * @param toldAt when it told
   */
  public record Kept(
      long id,
      UUID uuid,
      boolean outgoing,
      GatewayChannel channel,
      String messageId,
      String correlationId,
      String serviceId,
      GatewayState state,
      byte[] original,
      byte[] answer,
      String code,
      String text,
      int attempts,
      String by,
      Instant at,
      GatewayQuery.Delivery delivery,
      Instant toldAt) {}

  /** Keeps a message that is to be sent. */
  public UUID outgoing(GatewayMessage message, byte[] envelope, String by) {
    return insert("OUT", message, envelope, GatewayState.WAITING, by, null).orElseThrow();
  }

  /** Keeps a message that has come, with the answer it gets; false where it came before. */
  public boolean incoming(GatewayMessage message, byte[] envelope, byte[] answer) {
    return insert("IN", message, envelope, GatewayState.RECEIVED, "gateway", answer).isPresent();
  }

  private Optional<UUID> insert(
      String direction,
      GatewayMessage message,
      byte[] envelope,
      GatewayState state,
      String by,
      byte[] answer) {
    UUID uuid = UUID.randomUUID();
    LocalDateTime now = TableRows.utc(time.now());
    try (Connection connection = database.getConnection()) {
      Statements.change(
          connection,
          "INSERT INTO gateway_message (id, uuid, direction, channel, message_id, correlation_id,"
              + " service_id, state, original, sha256, answer, next_at, created_by, created_at)"
              + " VALUES (NEXT VALUE FOR gateway_seq, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          Arrays.asList(
              uuid.toString(),
              direction,
              message.channel().name(),
              message.messageId(),
              message.correlationId(),
              message.serviceId(),
              state.name(),
              envelope,
              Checksum.sha256(envelope),
              answer,
              state == GatewayState.WAITING ? now : null,
              by,
              now));
      return Optional.of(uuid);
    } catch (SQLIntegrityConstraintViolationException e) {
      return Optional.empty();
    } catch (SQLException e) {
      throw new IllegalStateException("a message cannot be kept", e);
    }
  }

  /** Takes a message that is due; empty where somebody else has. It is due again after a while. */
  public Optional<Kept> claim(UUID uuid) {
    Instant now = time.now();
    int claimed =
        table.change(
            "UPDATE gateway_message SET attempts = attempts + 1, next_at = ? WHERE uuid = ? AND state"
                + " = 'WAITING' AND next_at <= ?",
            TableRows.utc(now.plus(Duration.ofMinutes(5))),
            uuid.toString(),
            TableRows.utc(now));
    return claimed == 1 ? one(uuid) : Optional.empty();
  }

  /** Messages that are due. */
  public List<UUID> due() {
    return list(
            "state = 'WAITING' AND next_at <= ? ORDER BY id LIMIT 50", TableRows.utc(time.now()))
        .stream()
        .map(Kept::uuid)
        .toList();
  }

  public Optional<Kept> one(UUID uuid) {
    return list("uuid = ?", uuid.toString()).stream().findFirst();
  }

  /** A message that came, by its sender's id. */
  public Optional<Kept> received(GatewayChannel channel, String messageId) {
    return list("direction = 'IN' AND channel = ? AND message_id = ?", channel.name(), messageId)
        .stream()
        .findFirst();
  }

  /** What was answered. */
  public void done(UUID uuid, GatewayState state, byte[] answer, String code, String text) {
    table.change(
        "UPDATE gateway_message SET state = ?, answer = ?, answer_code = ?, answer_text = ?, next_at"
            + " = NULL, done_at = ? WHERE uuid = ?",
        state.name(),
        answer,
        code,
        Fitted.to(LONGEST_TEXT, text),
        TableRows.utc(time.now()),
        uuid.toString());
  }

  /** It was not taken: it is sent again later, or given up. */
  public void later(Kept message, String text) {
    Optional<Duration> pause = MailRetry.after(message.attempts());
    table.change(
        "UPDATE gateway_message SET state = ?, answer_text = ?, next_at = ? WHERE id = ?",
        pause.isPresent() ? GatewayState.WAITING.name() : GatewayState.FAILED.name(),
        Fitted.to(LONGEST_TEXT, text),
        pause.map(one -> TableRows.utc(time.now().plus(one))).orElse(null),
        message.id());
  }

  /** The answer to a message of ours has come by a message of its own. */
  public void answered(String messageId) {
    table.change(
        "UPDATE gateway_message SET state = 'ANSWERED', done_at = ? WHERE direction = 'OUT' AND"
            + " channel = 'ASYNC' AND message_id = ? AND state = 'SENT'",
        TableRows.utc(time.now()),
        messageId);
  }

  private List<Kept> list(String which, Object... values) {
    return table.list(
        "SELECT id, uuid, direction, channel, message_id, correlation_id, service_id, state,"
            + " original, answer, answer_code, answer_text, attempts, created_by, created_at,"
            + " delivery, delivery_at FROM gateway_message WHERE "
            + which,
        GatewayStore::kept,
        values);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    return new Kept(
        row.getLong("id"),
        UUID.fromString(row.getString("uuid")),
        row.getString("direction").equals("OUT"),
        GatewayChannel.valueOf(row.getString("channel")),
        row.getString("message_id"),
        row.getString("correlation_id"),
        row.getString("service_id"),
        GatewayState.valueOf(row.getString("state")),
        row.getBytes("original"),
        row.getBytes("answer"),
        row.getString("answer_code"),
        row.getString("answer_text"),
        row.getInt("attempts"),
        row.getString("created_by"),
        TableRows.instant(row, "created_at"),
        row.getString("delivery") == null
            ? null
            : GatewayQuery.Delivery.valueOf(row.getString("delivery")),
        TableRows.instant(row, "delivery_at"));
  }
}
