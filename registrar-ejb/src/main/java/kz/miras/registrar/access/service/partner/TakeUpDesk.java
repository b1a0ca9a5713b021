package kz.miras.registrar.access.service.partner;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.MessageTaking;
import kz.miras.registrar.access.partner.PartnerSound;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.RandomToken;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * PRT-19. Has a message in quarantine taken up again, after its contract or the terms were mended:
 * whoever asks gets a ticket, and the entrance of SOAP takes the stored message once for it.
 */
@Stateless
@Guarded
public class TakeUpDesk {

  private static final Duration TERM = Duration.ofMinutes(2);
  private static final int BYTES = 32;

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private AuditContext context;
  @Inject private UniversityTime time;

  /**
   * A ticket for a message.
   *
   * @param reason why it will fare better now
   */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public String ticket(String id, String reason) {
    String uuid =
        PublicId.parse(id)
            .orElseThrow(() -> new RegistrarException.NotFound("partner-message", id))
            .toString();
    refuse(
        rows.one(
                "SELECT state, payload_sha256, claimed_by, claimed_until, forgotten_at FROM partner_message WHERE"
                    + " uuid = ? FOR UPDATE",
                PartnerInbox::stored,
                uuid)
            .map(MessageTaking::takeUp)
            .orElseThrow(() -> new RegistrarException.NotFound("partner-message", id))
            .and(PartnerSound.reason(reason)));
    String ticket = RandomToken.of(BYTES);
    rows.change(
        "UPDATE partner_message SET take_up_ticket = ?, take_up_until = ?, handled_by = ?,"
            + " handled_at = ? WHERE uuid = ?",
        RandomToken.hash(ticket),
        TableRows.utc(time.now().plus(TERM)),
        access.current().login(),
        TableRows.utc(time.now()),
        uuid);
    context.because(reason);
    audit.record("partner.take-up-message", "PartnerMessage", uuid, null, null);
    return ticket;
  }
}
