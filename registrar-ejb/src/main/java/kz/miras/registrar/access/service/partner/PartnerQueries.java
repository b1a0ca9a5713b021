package kz.miras.registrar.access.service.partner;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.PartnerSound.Organisation;
import kz.miras.registrar.access.partner.PartnerState;
import kz.miras.registrar.access.partner.PartnerTerms;
import kz.miras.registrar.access.partner.TermsStatus;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** Partners as the page of one shows them. */
@Stateless
@Guarded
public class PartnerQueries {

  @Inject private TableRows rows;
  @Inject private UniversityTime time;

  /** An edition of terms with its story. */
  public record Edition(
      String id,
      int number,
      String basis,
      PartnerTerms terms,
      TermsStatus status,
      String proposedBy,
      Instant proposedAt,
      String decidedBy,
      Instant decidedAt,
      String decision)
      implements Serializable {}

  /**
   * A secret or certificate; the secret itself is not kept.
   *
   * @param subject of a certificate; null for secrets
   * @param fingerprint of a certificate; null for secrets
   * @param until the first instant it is not taken; null for none
   */
  public record Credential(
      String id,
      String subject,
      String fingerprint,
      Instant from,
      Instant until,
      String createdBy,
      boolean inForce)
      implements Serializable {}

  /**
   * A partner with all that is kept of it.
   *
   * @param pausedUntil until when nothing is delivered, since its address fails; null where it is
   */
  public record Card(
      String id,
      String login,
      Organisation organisation,
      PartnerState state,
      String stateReason,
      String stateBy,
      Instant stateAt,
      Instant pausedUntil,
      List<Edition> editions,
      List<Credential> secrets,
      List<Credential> certificates)
      implements Serializable {
    public Card {
      editions = List.copyOf(editions);
      secrets = List.copyOf(secrets);
      certificates = List.copyOf(certificates);
    }
  }

  /** A partner by its public id. */
  @RolesAllowed(Permissions.PARTNER_READ)
  public Card card(String partner) {
    long id = PartnerDesk.key(rows, partner);
    return rows.one(
            "SELECT p.*, a.login FROM partner p JOIN account a ON a.id = p.account_id WHERE p.id ="
                + " ?",
            row -> card(row, id),
            id)
        .orElseThrow(() -> new RegistrarException.NotFound("partner", partner));
  }

  private Card card(ResultSet row, long id) throws SQLException {
    return new Card(
        row.getString("uuid"),
        row.getString("login"),
        new Organisation(
            row.getString("bin"),
            row.getString("name_kk"),
            row.getString("name_ru"),
            row.getString("name_en"),
            row.getString("contact_name"),
            row.getString("contact_email"),
            row.getString("contact_phone")),
        PartnerState.valueOf(row.getString("state")),
        row.getString("state_reason"),
        row.getString("state_by"),
        TableRows.instant(row, "state_at"),
        rows.one(
                "SELECT paused_until FROM partner_circuit WHERE partner_id = ? AND paused_until > ?",
                circuit -> TableRows.instant(circuit, "paused_until"),
                id,
                TableRows.utc(time.now()))
            .orElse(null),
        editions(id),
        credentials("partner_secret", "NULL AS subject, NULL AS fingerprint", id),
        credentials("partner_certificate", "subject, fingerprint", id));
  }

  private List<Edition> editions(long partner) {
    return rows.list(
        "SELECT t.* FROM partner_terms t WHERE t.partner_id = ? ORDER BY t.number DESC",
        row ->
            new Edition(
                row.getString("uuid"),
                row.getInt("number"),
                row.getString("basis"),
                StoredTerms.of(row),
                TermsStatus.valueOf(row.getString("status")),
                row.getString("proposed_by"),
                TableRows.instant(row, "proposed_at"),
                row.getString("decided_by"),
                TableRows.instant(row, "decided_at"),
                row.getString("decision")),
        partner);
  }

  private List<Credential> credentials(String table, String own, long partner) {
    Instant now = time.now();
    return rows.list(
        "SELECT uuid, "
            + own
            + ", valid_from, valid_until, created_by FROM "
            + table
            + " WHERE partner_id = ? ORDER BY valid_from DESC, id DESC",
        row -> {
          Instant until = TableRows.instant(row, "valid_until");
          byte[] fingerprint = row.getBytes("fingerprint");
          return new Credential(
              row.getString("uuid"),
              row.getString("subject"),
              fingerprint == null ? null : HexFormat.ofDelimiter(":").formatHex(fingerprint),
              TableRows.instant(row, "valid_from"),
              until,
              row.getString("created_by"),
              until == null || until.isAfter(now));
        },
        partner);
  }
}
