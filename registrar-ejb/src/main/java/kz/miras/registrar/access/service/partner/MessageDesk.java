package kz.miras.registrar.access.service.partner;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.MessageState;
import kz.miras.registrar.access.partner.MessageTaking;
import kz.miras.registrar.access.partner.MessageTaking.Stored;
import kz.miras.registrar.access.partner.PartnerSound;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** Messages that were not answered, for whoever looks after them. */
@Stateless
@Guarded
public class MessageDesk {

  private static final String ENTITY = "PartnerMessage";

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /**
   * A message as its page shows it.
   *
   * @param forgotten when what came was forgotten; null while it is kept
   */
  public record View(
      String id,
      String partner,
      String nameKk,
      String nameRu,
      String nameEn,
      String messageId,
      String service,
      String operation,
      MessageState state,
      Instant received,
      int attempts,
      String reason,
      String handledBy,
      Instant handledAt,
      Instant forgotten)
      implements Serializable {}

  /** A message by its public id. */
  @RolesAllowed(Permissions.PARTNER_CALL_READ)
  public View message(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                rows.one(
                    "SELECT m.*, p.uuid AS partner, p.name_kk, p.name_ru, p.name_en FROM"
                        + " partner_message m JOIN partner p ON p.id = m.partner_id WHERE m.uuid = ?",
                    MessageDesk::view,
                    uuid.toString()))
        .orElseThrow(() -> new RegistrarException.NotFound("partner-message", id));
  }

  private static View view(ResultSet row) throws SQLException {
    return new View(
        row.getString("uuid"),
        row.getString("partner"),
        row.getString("name_kk"),
        row.getString("name_ru"),
        row.getString("name_en"),
        row.getString("message_id"),
        row.getString("service"),
        row.getString("operation"),
        MessageState.valueOf(row.getString("state")),
        TableRows.instant(row, "received_at"),
        row.getInt("attempts"),
        row.getString("reason"),
        row.getString("handled_by"),
        TableRows.instant(row, "handled_at"),
        TableRows.instant(row, "forgotten_at"));
  }

  /**
   * What came, byte for byte but for its password; whoever opens it is written down.
   *
   * @throws RegistrarException.NotFound where it is not kept any more
   */
  @RolesAllowed(Permissions.PARTNER_CALL_READ_IDENTITY)
  public byte[] open(String id) {
    View message = message(id);
    if (message.forgotten() != null) {
      throw new RegistrarException.NotFound("partner-message", id);
    }
    audit.record("partner-call.read-identity", ENTITY, message.id(), null, null);
    return rows.one(
            "SELECT request FROM partner_message WHERE uuid = ?",
            row -> row.getBytes(1),
            message.id())
        .orElseThrow();
  }

  /**
   * Puts a message away that is not answered and never will be.
   *
   * @throws RegistrarException.Conflict where it has been answered or put away since it was shown
   */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public void discard(String id, String reason) {
    refuse(PartnerSound.reason(reason));
    View message = message(id);
    Stored stored =
        rows.one(
                "SELECT state, payload_sha256, claimed_by, claimed_until, forgotten_at FROM"
                    + " partner_message WHERE uuid = ? FOR UPDATE",
                PartnerInbox::stored,
                message.id())
            .orElseThrow();
    if (!stored.state().isOpen()) {
      throw new RegistrarException.Conflict("error.conflict");
    }
    refuse(MessageTaking.discard(stored, ServerClaim.NODE, ServerClaim::lasts, time.now()));
    rows.change(
        "UPDATE partner_message SET state = 'DISCARDED', reason = ?, claimed_by = NULL,"
            + " handled_by = ?, handled_at = ? WHERE uuid = ?",
        reason.strip(),
        access.current().login(),
        TableRows.utc(time.now()),
        message.id());
    context.because(reason);
    audit.record("partner.discard-message", ENTITY, message.id(), null, null);
  }
}
