package kz.miras.registrar.access.service.event;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.access.subsystem.WebhookSignature;
import kz.miras.registrar.access.subsystem.WebhookSound;
import kz.miras.registrar.access.subsystem.WebhookState;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** SUB-4, SUB-5. A program's own subscriptions. */
@Stateless
@Guarded
public class WebhookDesk {

  static final String ENTITY = "Webhook";

  private static final Duration OVERLAP = Duration.ofHours(24);
  private static final String MINE =
      "SELECT w.* FROM webhook w JOIN subsystem s ON s.id = w.subsystem_id JOIN account a ON a.id ="
          + " s.account_id WHERE a.login = ?";

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private EventFeed feed;
  @Inject private EventStore store;
  @Inject private WebhookSecrets secrets;
  @Inject private UniversityTime time;

  /**
   * A subscription.
   *
   * @param types names, in their order
   * @param secret told when it is made and when it is renewed; null otherwise
   */
  public record Subscription(
      String id,
      String url,
      List<String> types,
      WebhookState state,
      Instant createdAt,
      String secret)
      implements Serializable {
    public Subscription {
      types = List.copyOf(types);
    }

    Subscription telling(String told) {
      return new Subscription(id, url, types, state, createdAt, told);
    }
  }

  /**
   * Subscribes to what happens from now on.
   *
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.WEBHOOK_MANAGE)
  public Subscription subscribe(String url, List<String> types) {
    Set<EventType> readable = feed.readable();
    refuse(
        WebhookSound.subscription(
            url,
            types,
            readable::contains,
            (int) own().stream().filter(one -> one.state() == WebhookState.ACTIVE).count()));
    store.number();
    String uuid = UUID.randomUUID().toString();
    rows.change(
        "INSERT INTO webhook (id, uuid, subsystem_id, url, types, place, created_at, created_by)"
            + " VALUES (NEXTVAL(api_event_seq), ?, (SELECT s.id FROM subsystem s JOIN account a ON"
            + " a.id = s.account_id WHERE a.login = ?), ?, ?, (SELECT place FROM api_event_feed WHERE"
            + " id = 1), ?, ?)",
        uuid,
        me(),
        url,
        String.join(" ", new LinkedHashSet<>(types)),
        now(),
        me());
    audit.record(
        "webhook.subscribe", ENTITY, uuid, null, Json.write(Map.of("url", url, "types", types)));
    return one(uuid).telling(WebhookSignature.written(secrets.of(uuid, 1)));
  }

  /** All of the caller. */
  @RolesAllowed(Permissions.WEBHOOK_MANAGE)
  public List<Subscription> own() {
    return rows.list(MINE + " ORDER BY w.id", WebhookDesk::read, me());
  }

  /** One of the caller. */
  @RolesAllowed(Permissions.WEBHOOK_MANAGE)
  public Subscription one(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid -> rows.one(MINE + " AND w.uuid = ?", WebhookDesk::read, me(), uuid.toString()))
        .orElseThrow(() -> new RegistrarException.NotFound("webhook", id));
  }

  private static Subscription read(ResultSet row) throws SQLException {
    return new Subscription(
        row.getString("uuid"),
        row.getString("url"),
        List.of(row.getString("types").split(" ")),
        WebhookState.valueOf(row.getString("state")),
        TableRows.instant(row, "created_at"),
        null);
  }

  /** Ends one; once more changes nothing. */
  @RolesAllowed(Permissions.WEBHOOK_MANAGE)
  public void end(String id) {
    one(id);
    if (rows.change("UPDATE webhook SET state = 'ENDED' WHERE uuid = ? AND state <> 'ENDED'", id)
        == 1) {
      audit.record("webhook.end", ENTITY, id, null, null);
    }
  }

  /** A new secret; messages are signed by the one before as well for a day. */
  @RolesAllowed(Permissions.WEBHOOK_MANAGE)
  public Subscription renew(String id) {
    Subscription found = one(id);
    rows.change(
        "UPDATE webhook SET secret_no = secret_no + 1, overlap_until = ? WHERE uuid = ?",
        TableRows.utc(time.now().plus(OVERLAP)),
        id);
    int number =
        rows.one("SELECT secret_no FROM webhook WHERE uuid = ?", row -> row.getInt(1), id)
            .orElseThrow();
    audit.record("webhook.renew-secret", ENTITY, id, null, null);
    return found.telling(WebhookSignature.written(secrets.of(id, number)));
  }

  /** Types by their names. */
  static Set<EventType> types(String names) {
    return List.of(names.split(" ")).stream()
        .flatMap(name -> EventType.of(name).stream())
        .collect(Collectors.toSet());
  }

  private String me() {
    return access.current().login();
  }

  private LocalDateTime now() {
    return TableRows.utc(time.now());
  }
}
