package kz.miras.registrar.access.service.event;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.subsystem.DeliveryState;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.access.subsystem.WebhookState;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** Subscriptions for whoever looks after them. */
@Stateless
@Guarded
public class WebhookOffice {

  @Inject private TableRows rows;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * An event on its way.
   *
   * @param failure what the last attempt came to
   * @param next when it is tried next; null where it is not
   */
  public record Delivery(
      String id,
      EventType type,
      Instant happened,
      DeliveryState state,
      int attempts,
      String failure,
      Instant next,
      Instant delivered)
      implements Serializable {}

  /** A subscription with its last deliveries. */
  public record Card(
      String id,
      String subsystem,
      String login,
      String url,
      List<EventType> types,
      WebhookState state,
      Instant createdAt,
      List<Delivery> deliveries)
      implements Serializable {
    public Card {
      types = List.copyOf(types);
      deliveries = List.copyOf(deliveries);
    }
  }

  /** A subscription by its public id. */
  @RolesAllowed(Permissions.SUBSYSTEM_READ)
  public Card card(String id) {
    return rows.one(
            "SELECT w.*, s.uuid AS subsystem, a.login FROM webhook w JOIN subsystem s ON s.id ="
                + " w.subsystem_id JOIN account a ON a.id = s.account_id WHERE w.uuid = ?",
            this::card,
            uuid(id))
        .orElseThrow(() -> new RegistrarException.NotFound("webhook", id));
  }

  private Card card(ResultSet row) throws SQLException {
    return new Card(
        row.getString("uuid"),
        row.getString("subsystem"),
        row.getString("login"),
        row.getString("url"),
        WebhookDesk.types(row.getString("types")).stream().sorted().toList(),
        WebhookState.valueOf(row.getString("state")),
        TableRows.instant(row, "created_at"),
        rows.list(
            "SELECT d.*, e.type, e.at FROM webhook_delivery d JOIN api_event e ON e.id = d.event_id"
                + " WHERE d.webhook_id = ? ORDER BY d.id DESC LIMIT 100",
            WebhookOffice::delivery,
            row.getLong("id")));
  }

  private static Delivery delivery(ResultSet row) throws SQLException {
    DeliveryState state = DeliveryState.valueOf(row.getString("state"));
    return new Delivery(
        row.getString("uuid"),
        EventType.valueOf(row.getString("type")),
        TableRows.instant(row, "at"),
        state,
        row.getInt("attempts"),
        row.getString("failure"),
        state == DeliveryState.WAITING ? TableRows.instant(row, "next_at") : null,
        TableRows.instant(row, "delivered_at"));
  }

  /** Sends an event once more, with all its attempts before it; the program knows it by its id. */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public void again(String delivery) {
    int turned =
        rows.change(
            "UPDATE webhook_delivery SET state = 'WAITING', attempts = 0, next_at = ?, delivered_at ="
                + " NULL WHERE uuid = ?",
            TableRows.utc(time.now()),
            uuid(delivery));
    if (turned == 1) {
      audit.record("webhook.send-again", "WebhookDelivery", delivery, null, null);
    }
  }

  /** Ends a subscription. */
  @RolesAllowed(Permissions.SUBSYSTEM_EDIT)
  public void end(String id) {
    if (rows.change(
            "UPDATE webhook SET state = 'ENDED' WHERE uuid = ? AND state <> 'ENDED'", uuid(id))
        == 1) {
      audit.record("webhook.end", WebhookDesk.ENTITY, id, null, null);
    }
  }

  private static String uuid(String id) {
    return PublicId.parse(id)
        .orElseThrow(() -> new RegistrarException.NotFound("webhook", id))
        .toString();
  }
}
