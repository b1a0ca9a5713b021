package kz.miras.registrar.access.service.event;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.MailRetry;
import kz.miras.registrar.access.PermissionMatrix;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.subsystem.ApiScope;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * What waits for subscriptions. Each step is a transaction of its own; a server that is lost while
 * it sends leaves the message to the next one after a minute.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class WebhookQueue {

  private static final Duration CLAIM = Duration.ofMinutes(1);
  private static final int MOST = 500;
  private static final int LONGEST = 200;

  @Inject private TableRows rows;
  @Inject private EventStore store;
  @Inject private WebhookSecrets secrets;
  @Inject private UniversityTime time;

  /**
   * A message whose turn it is.
   *
   * @param id key of the delivery
   * @param event public id of the event, the id of the message at every attempt
   * @param attempts made so far, this one among them
   * @param keys secrets it is signed by
   */
  record Message(
      long id,
      long webhook,
      String event,
      String url,
      int attempts,
      List<byte[]> keys,
      String body) {}

  private record Hook(long id, String types, String scopes, long place) {}

  /** Hands what has happened to the subscriptions that ask for it. */
  public void dispatch() {
    store.number();
    List<Hook> hooks =
        rows.list(
            "SELECT w.id, w.types, s.scopes, w.place FROM webhook w JOIN subsystem s ON s.id ="
                + " w.subsystem_id WHERE w.state = 'ACTIVE' AND s.state = 'ACTIVE' AND w.place <"
                + " (SELECT place FROM api_event_feed WHERE id = 1) FOR UPDATE",
            row -> new Hook(row.getLong(1), row.getString(2), row.getString(3), row.getLong(4)));
    for (Hook hook : hooks) {
      List<String> types = told(hook).stream().map(EventType::name).toList();
      long until =
          rows.one(
                  "SELECT MAX(place) FROM (SELECT place FROM api_event WHERE place > ? ORDER BY place"
                      + " LIMIT "
                      + MOST
                      + ") x",
                  row -> row.getLong(1),
                  hook.place())
              .orElse(hook.place());
      deliver(hook, types, until);
      rows.change("UPDATE webhook SET place = ? WHERE id = ?", until, hook.id());
    }
  }

  /** SUB-2. What a subscription asks for and its program may still read. */
  private static Collection<EventType> told(Hook hook) {
    var left = ApiScope.permissions(ApiScope.read(hook.scopes()));
    return WebhookDesk.types(hook.types()).stream()
        .filter(type -> left.contains(type.permission()))
        .filter(
            type ->
                !PermissionMatrix.standard().scopes(Role.SUBSYSTEM, type.permission()).isEmpty())
        .toList();
  }

  private void deliver(Hook hook, List<String> types, long until) {
    if (types.isEmpty()) {
      return;
    }
    List<Object> values = new ArrayList<>(List.of(hook.place(), until));
    values.addAll(types);
    List<Long> events =
        rows.list(
            "SELECT id FROM api_event WHERE place > ? AND place <= ? AND type IN ("
                + Statements.places(types.size())
                + ") ORDER BY place",
            row -> row.getLong(1),
            values.toArray());
    for (long event : events) {
      rows.change(
          "INSERT INTO webhook_delivery (id, uuid, webhook_id, event_id, next_at) VALUES"
              + " (NEXTVAL(api_event_seq), UUID(), ?, ?, ?)",
          hook.id(),
          event,
          TableRows.utc(time.now()));
    }
  }

  /**
   * Takes the next message, so that no other server takes it.
   *
   * @param without subscriptions that are left alone for now
   */
  public Optional<Message> claim(Collection<Long> without) {
    Instant now = time.now();
    List<Object> values = new ArrayList<>();
    values.add(TableRows.utc(now));
    values.add(TableRows.utc(now));
    values.addAll(without);
    Optional<Message> next =
        rows.one(
            "SELECT d.id, w.id AS webhook, w.uuid AS hook, w.url, w.secret_no, w.overlap_until,"
                + " d.attempts, d.event_id, e.uuid AS event FROM webhook_delivery d JOIN webhook w ON"
                + " w.id = d.webhook_id JOIN subsystem s ON s.id = w.subsystem_id JOIN api_event e ON"
                + " e.id = d.event_id WHERE d.state = 'WAITING' AND d.next_at <= ? AND w.state ="
                + " 'ACTIVE' AND s.state = 'ACTIVE' AND (d.claimed_until IS NULL OR d.claimed_until <"
                + " ?)"
                + (without.isEmpty()
                    ? ""
                    : " AND w.id NOT IN (" + Statements.places(without.size()) + ")")
                + " ORDER BY d.next_at, d.id LIMIT 1 FOR UPDATE SKIP LOCKED",
            row -> message(row, now),
            values.toArray());
    next.ifPresent(
        message ->
            rows.change(
                "UPDATE webhook_delivery SET attempts = ?, claimed_until = ? WHERE id = ?",
                message.attempts(),
                TableRows.utc(now.plus(CLAIM)),
                message.id()));
    return next;
  }

  private Message message(ResultSet row, Instant now) throws SQLException {
    String hook = row.getString("hook");
    int number = row.getInt("secret_no");
    List<byte[]> keys = new ArrayList<>(List.of(secrets.of(hook, number)));
    Instant overlap = TableRows.instant(row, "overlap_until");
    if (overlap != null && overlap.isAfter(now)) {
      keys.add(secrets.of(hook, number - 1));
    }
    return new Message(
        row.getLong("id"),
        row.getLong("webhook"),
        row.getString("event"),
        row.getString("url"),
        row.getInt("attempts") + 1,
        keys,
        Json.write(store.one(row.getLong("event_id"))));
  }

  /** The program has taken it. */
  public void delivered(Message message, String answer) {
    rows.change(
        "UPDATE webhook_delivery SET state = 'DELIVERED', delivered_at = ?, claimed_until = NULL,"
            + " failure = ? WHERE id = ?",
        TableRows.utc(time.now()),
        answer,
        message.id());
  }

  /**
   * The program has not taken it: it is tried again later, until it is dead.
   *
   * @param gone whether its address says that it will never take anything again
   * @param asked the pause the program has asked for; null for none
   */
  public void failed(Message message, String failure, boolean gone, Duration asked) {
    Optional<Duration> pause = MailRetry.after(message.attempts());
    Duration wait =
        pause
            .map(usual -> asked != null && asked.compareTo(usual) > 0 ? asked : usual)
            .orElse(Duration.ZERO);
    rows.change(
        "UPDATE webhook_delivery SET state = ?, next_at = ?, claimed_until = NULL, failure = ? WHERE"
            + " id = ?",
        pause.isPresent() && !gone ? "WAITING" : "DEAD",
        TableRows.utc(time.now().plus(wait)),
        Fitted.to(LONGEST, failure),
        message.id());
    if (gone) {
      rows.change(
          "UPDATE webhook SET state = 'GONE', state_reason = '410' WHERE id = ?",
          message.webhook());
    }
  }
}
