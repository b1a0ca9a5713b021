package kz.miras.registrar.access.service.partner.push;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.OutgoingState;
import kz.miras.registrar.access.partner.OutgoingSteps;
import kz.miras.registrar.access.partner.PushFailure;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.partner.PartnerOutbox;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** PRT-18. Messages for partners, for whoever looks after them. */
@Stateless
@Guarded
public class OutgoingDesk {

  private static final String ENTITY = "PartnerOutgoing";
  private static final String STATE = PartnerOutbox.stateAt("?") + " AS state_now";

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /**
   * An attempt to deliver.
   *
   * @param failure null where the partner took it
   * @param detail the status of HTTP or the partner's own words; null for none
   */
  public record Attempt(Instant at, int millis, PushFailure failure, String detail)
      implements Serializable {}

  /**
   * A message as its page shows it.
   *
   * @param next when it is sent next; null where it is not
   * @param endpoint whether the terms in force name an address
   */
  public record View(
      String id,
      String partner,
      String nameKk,
      String nameRu,
      String nameEn,
      String kind,
      String inReplyTo,
      Instant created,
      OutgoingState state,
      int attempts,
      Instant next,
      Instant arrived,
      boolean endpoint,
      String handledBy,
      Instant handledAt,
      String handledReason,
      List<Attempt> tries)
      implements Serializable {

    public View {
      tries = List.copyOf(tries);
    }

    /** Whether it may be tried again or given up. */
    public boolean isOpen() {
      return state.isOpen();
    }
  }

  private record Open(long id, long partner, OutgoingState state, boolean endpoint) {}

  /** A message by its public id. */
  @RolesAllowed(Permissions.PARTNER_CALL_READ)
  public View message(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                rows.one(
                    "SELECT o.*, "
                        + STATE
                        + ", p.uuid AS partner, p.name_kk, p.name_ru, p.name_en, t.endpoint FROM"
                        + " partner_outbox o JOIN partner p ON p.id = o.partner_id LEFT JOIN"
                        + " partner_terms t ON t.partner_id = p.id AND t.status = 'IN_FORCE' WHERE"
                        + " o.uuid = ?",
                    this::view,
                    TableRows.utc(time.now()),
                    uuid.toString()))
        .orElseThrow(() -> new RegistrarException.NotFound("partner-outgoing", id));
  }

  private View view(ResultSet row) throws SQLException {
    OutgoingState state = OutgoingState.valueOf(row.getString("state_now"));
    boolean endpoint = row.getString("endpoint") != null;
    return new View(
        row.getString("uuid"),
        row.getString("partner"),
        row.getString("name_kk"),
        row.getString("name_ru"),
        row.getString("name_en"),
        row.getString("kind"),
        row.getString("in_reply_to"),
        TableRows.instant(row, "created_at"),
        state,
        row.getInt("attempts"),
        endpoint && state == OutgoingState.WAITING ? TableRows.instant(row, "next_at") : null,
        TableRows.instant(row, "acknowledged_at"),
        endpoint,
        row.getString("handled_by"),
        TableRows.instant(row, "handled_at"),
        row.getString("handled_reason"),
        rows.list(
            "SELECT at, millis, failure, detail FROM partner_delivery WHERE outbox_id = ? ORDER BY"
                + " id DESC",
            OutgoingDesk::attempt,
            row.getLong("id")));
  }

  private static Attempt attempt(ResultSet row) throws SQLException {
    String failure = row.getString("failure");
    return new Attempt(
        TableRows.instant(row, "at"),
        row.getInt("millis"),
        failure == null ? null : PushFailure.valueOf(failure),
        row.getString("detail"));
  }

  /** Lets a message be sent now, with all its attempts before it, whatever its address has done. */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public void again(String id) {
    Open open = open(id);
    refuse(OutgoingSteps.again(open.state(), open.endpoint()));
    rows.change(
        "UPDATE partner_outbox SET state = 'WAITING', attempts = 0, next_at = ?, handled_by = ?,"
            + " handled_at = ? WHERE id = ?",
        TableRows.utc(time.now()),
        access.current().login(),
        TableRows.utc(time.now()),
        open.id());
    rows.change(
        "UPDATE partner_circuit SET paused_until = ? WHERE partner_id = ? AND paused_until > ?",
        TableRows.utc(time.now()),
        open.partner(),
        TableRows.utc(time.now()));
    audit.record("partner.send-again", ENTITY, id, null, null);
  }

  /** Gives a message up: it is neither sent nor offered any more. */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public void giveUp(String id, String reason) {
    Open open = open(id);
    refuse(OutgoingSteps.giveUp(open.state(), reason));
    rows.change(
        "UPDATE partner_outbox SET state = 'GIVEN_UP', handled_by = ?, handled_at = ?,"
            + " handled_reason = ? WHERE id = ?",
        access.current().login(),
        TableRows.utc(time.now()),
        reason.strip(),
        open.id());
    context.because(reason);
    audit.record("partner.give-up", ENTITY, id, null, null);
  }

  private Open open(String id) {
    View shown = message(id);
    return rows.one(
            "SELECT o.id, o.partner_id, "
                + STATE
                + " FROM partner_outbox o WHERE o.uuid = ? FOR UPDATE",
            row ->
                new Open(
                    row.getLong(1),
                    row.getLong(2),
                    OutgoingState.valueOf(row.getString(3)),
                    shown.endpoint()),
            TableRows.utc(time.now()),
            shown.id())
        .orElseThrow();
  }
}
