package kz.miras.registrar.access.service.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.CallRecord;
import kz.miras.registrar.access.partner.PartnerProof;
import kz.miras.registrar.access.partner.SignatureFinding;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.partner.CallJournal.Content;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;

/**
 * Calls of partners for those who look after them. What was sent is personal: it is opened by a
 * right of its own, and that is written down.
 */
@Stateless
@Guarded
public class CallQueries {

  @Inject private TableRows rows;
  @Inject private AuditTrail audit;

  /**
   * A call as its page shows it.
   *
   * @param partner public id of the partner; null where nobody known has called
   * @param name of the partner in Kazakh, Russian and English; null where nobody known has called
   * @param keptUntil last day its contents are kept; null where there are none
   * @param genuine whether contents, row and audit trail tell the same
   */
  public record View(
      String id,
      String partner,
      String nameKk,
      String nameRu,
      String nameEn,
      CallRecord call,
      LocalDate keptUntil,
      boolean genuine)
      implements Serializable {}

  /** A call by its public id. */
  @RolesAllowed(Permissions.PARTNER_CALL_READ)
  public View call(String id) {
    return PublicId.parse(id)
        .flatMap(
            uuid ->
                rows.one(
                    "SELECT c.*, p.uuid AS partner, p.name_kk, p.name_ru, p.name_en, k.keep_until,"
                        + " k.request, k.answer FROM partner_call c LEFT JOIN partner p ON p.id ="
                        + " c.partner_id LEFT JOIN partner_call_content k ON k.call_id = c.id WHERE"
                        + " c.uuid = ?",
                    row -> view(row, sealed(uuid.toString())),
                    uuid.toString()))
        .orElseThrow(() -> new RegistrarException.NotFound("partner-call", id));
  }

  /** What the audit trail says of a call; empty where it says nothing. */
  private String sealed(String id) {
    return rows.one(
            "SELECT d.after_values FROM audit_entry e JOIN audit_detail d ON d.entry_id = e.id WHERE"
                + " e.entity = ? AND e.entity_id = ? AND e.action = 'partner.call'",
            row -> row.getString(1),
            CallJournal.ENTITY,
            id)
        .orElse("");
  }

  private static View view(ResultSet row, String sealed) throws SQLException {
    CallRecord call = record(row);
    LocalDate kept = row.getObject("keep_until", LocalDate.class);
    boolean same =
        kept == null
            || isSame(row.getBytes("request"), row.getBytes("request_sha256"))
                && isSame(row.getBytes("answer"), row.getBytes("answer_sha256"));
    return new View(
        row.getString("uuid"),
        row.getString("partner"),
        row.getString("name_kk"),
        row.getString("name_ru"),
        row.getString("name_en"),
        call,
        kept,
        same && CallJournal.sealed(call).equals(sealed));
  }

  private static boolean isSame(byte[] content, byte[] checksum) {
    return content == null ? checksum == null : Arrays.equals(Checksum.sha256(content), checksum);
  }

  private static CallRecord record(ResultSet row) throws SQLException {
    String proof = row.getString("proof");
    return new CallRecord(
        row.getString("service"),
        row.getString("operation"),
        row.getString("message_id"),
        row.getString("correlation_id"),
        row.getString("purpose"),
        row.getString("version"),
        row.getString("address"),
        proof == null ? null : PartnerProof.valueOf(proof),
        SignatureFinding.valueOf(row.getString("signature")),
        TableRows.instant(row, "called_at"),
        row.getInt("millis"),
        row.getString("fault"),
        row.getInt("request_bytes"),
        hexadecimal(row.getBytes("request_sha256")),
        row.getInt("answer_bytes"),
        hexadecimal(row.getBytes("answer_sha256")));
  }

  private static String hexadecimal(byte[] bytes) {
    return bytes == null ? null : HexFormat.of().formatHex(bytes);
  }

  /** What came and went; whoever opens it is written down. */
  @RolesAllowed(Permissions.PARTNER_CALL_READ_IDENTITY)
  public Optional<Content> open(String id) {
    Optional<Content> content =
        PublicId.parse(id)
            .flatMap(
                uuid ->
                    rows.one(
                        "SELECT k.* FROM partner_call_content k JOIN partner_call c ON c.id ="
                            + " k.call_id WHERE c.uuid = ?",
                        row ->
                            new Content(
                                row.getString("request_type"),
                                row.getBytes("request"),
                                row.getString("answer_type"),
                                row.getBytes("answer")),
                        uuid.toString()));
    if (content.isPresent()) {
      audit.record("partner-call.read-identity", CallJournal.ENTITY, id, null, null);
    }
    return content;
  }
}
