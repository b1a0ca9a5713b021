package kz.miras.registrar.access.service.partner;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.UUID;
import kz.miras.registrar.access.partner.CallRecord;
import kz.miras.registrar.access.partner.RegisteredPartner;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Every call of a partner, whatever became of it: a row nobody changes, the bytes that came and
 * went, and an entry of the audit trail with the same checksums, which the seals cover.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CallJournal {

  static final String ENTITY = "PartnerCall";
  private static final int WORD = 64;
  private static final int ID = 100;
  private static final int TYPE = 300;

  @Inject private TableRows rows;
  @Inject private AuditTrail audit;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * What came and went, as it is kept.
   *
   * @param request null where nothing is kept
   * @param answer null where nothing is kept
   */
  public record Content(String requestType, byte[] request, String answerType, byte[] answer) {
    public Content {
      request = request == null ? null : request.clone();
      answer = answer == null ? null : answer.clone();
    }

    @Override
    public byte[] request() {
      return request == null ? null : request.clone();
    }

    @Override
    public byte[] answer() {
      return answer == null ? null : answer.clone();
    }
  }

  /**
   * Writes a call down.
   *
   * @param partner null where nobody known has called
   */
  public void write(RegisteredPartner partner, CallRecord call, Content content) {
    long id = rows.one("SELECT NEXTVAL(partner_seq)", row -> row.getLong(1)).orElseThrow();
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO partner_call (id, uuid, partner_id, service, operation, message_id,"
            + " correlation_id, purpose, version, address, proof, signature, called_at, millis,"
            + " outcome, fault, request_bytes, request_sha256, answer_bytes, answer_sha256) VALUES"
            + " (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        id,
        uuid.toString(),
        partner == null ? null : partner.id(),
        call.service(),
        Fitted.to(WORD, call.operation()),
        Fitted.to(ID, call.messageId()),
        Fitted.to(ID, call.correlationId()),
        Fitted.to(WORD, call.purpose()),
        call.version(),
        Fitted.to(WORD, call.address()),
        call.proof() == null ? null : call.proof().name(),
        call.signature().name(),
        TableRows.utc(call.at()),
        call.millis(),
        call.outcome().name(),
        call.fault(),
        call.requestBytes(),
        bytes(call.requestSha256()),
        call.answerBytes(),
        bytes(call.answerSha256()));
    if (content.request() != null || content.answer() != null) {
      rows.change(
          "INSERT INTO partner_call_content (call_id, request_type, request, answer_type, answer,"
              + " keep_until) VALUES (?, ?, ?, ?, ?, ?)",
          id,
          Fitted.to(TYPE, content.requestType()),
          content.request(),
          Fitted.to(TYPE, content.answerType()),
          content.answer(),
          keptUntil());
    }
    audit.record("partner.call", ENTITY, uuid, null, sealed(call));
  }

  private LocalDate keptUntil() {
    return time.today()
        .plusDays(Long.parseLong(settings.text("partner.journal-days", time.today(), "1095")));
  }

  /** What the audit trail keeps of a call: nothing personal, and both checksums. */
  static String sealed(CallRecord call) {
    return Json.write(
        new Sealed(
            call.service(),
            call.outcome().name(),
            call.fault(),
            call.requestSha256(),
            call.answerSha256()));
  }

  /** Its components in this order are the members of the entry. */
  record Sealed(String service, String outcome, String fault, String request, String answer) {}

  private static byte[] bytes(String hexadecimal) {
    return hexadecimal == null ? null : HexFormat.of().parseHex(hexadecimal);
  }

  /** Forgets contents whose time is over; at most so many at once. */
  public int forget(int most) {
    return rows.change(
        "DELETE FROM partner_call_content WHERE keep_until < ? ORDER BY keep_until LIMIT ?",
        time.today(),
        most);
  }
}
