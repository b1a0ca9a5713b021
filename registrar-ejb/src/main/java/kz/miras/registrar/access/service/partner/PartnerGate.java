package kz.miras.registrar.access.service.partner;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.access.partner.PartnerCalls;
import kz.miras.registrar.access.partner.PartnerState;
import kz.miras.registrar.access.partner.RegisteredPartner;
import kz.miras.registrar.access.service.KnownSecrets;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * Partners as the border asks for them, before anybody has signed in. Everything is read for each
 * call: whoever is stopped or whose secret is ended is refused from the next call on, on every
 * server.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class PartnerGate {

  private static final String PARTNER =
      "SELECT p.id, a.login, p.state, "
          + StoredTerms.COLUMNS
          + " FROM partner p JOIN account a ON a.id = p.account_id LEFT JOIN partner_terms t ON"
          + " t.partner_id = p.id AND t.status = 'IN_FORCE'";

  @Inject private TableRows rows;
  @Inject private KnownSecrets secrets;
  @Inject private UniversityTime time;

  /** The partner whose account has this login; empty where it is no partner's. */
  public Optional<RegisteredPartner> byLogin(String login) {
    return rows.one(PARTNER + " WHERE a.login = ?", PartnerGate::partner, login);
  }

  /**
   * The partner that has registered a certificate which is in force now.
   *
   * @param fingerprint SHA-256 of the certificate
   */
  public Optional<RegisteredPartner> byCertificate(byte[] fingerprint) {
    return rows.one(
        PARTNER
            + " JOIN partner_certificate c ON c.partner_id = p.id WHERE c.fingerprint = ? AND"
            + " c.valid_from <= ? AND c.valid_until > ?",
        PartnerGate::partner,
        fingerprint,
        now(),
        now());
  }

  private static RegisteredPartner partner(ResultSet row) throws SQLException {
    return new RegisteredPartner(
        row.getLong("id"),
        row.getString("login"),
        PartnerState.valueOf(row.getString("state")),
        StoredTerms.of(row));
  }

  /** Has the partner a secret in force that is this one? */
  public boolean hasSecret(RegisteredPartner partner, String password) {
    List<String> hashes =
        rows.list(
            "SELECT hash FROM partner_secret WHERE partner_id = ? AND valid_from <= ? AND"
                + " (valid_until IS NULL OR valid_until > ?) ORDER BY valid_from DESC",
            row -> row.getString(1),
            partner.id(),
            now(),
            now());
    return secrets.fits(password, hashes);
  }

  /** A certificate of the partner that is in force now, as it is encoded; empty where none is. */
  public Optional<byte[]> certificate(RegisteredPartner partner, byte[] fingerprint) {
    return rows.one(
        "SELECT encoded FROM partner_certificate WHERE partner_id = ? AND fingerprint = ? AND"
            + " valid_from <= ? AND valid_until > ?",
        row -> row.getBytes(1),
        partner.id(),
        fingerprint,
        now(),
        now());
  }

  /** PRT-4. Counts one more call; refused where it is one too many. */
  public Verdict count(RegisteredPartner partner) {
    LocalDateTime now = now();
    LocalDateTime minute = now.truncatedTo(ChronoUnit.MINUTES);
    LocalDateTime day = TableRows.utc(time.today().atStartOfDay(time.zone()).toInstant());
    return PartnerCalls.rate(
        partner.terms(),
        counted(partner, "MINUTE", minute),
        counted(partner, "DAY", day),
        Duration.between(now, minute.plusMinutes(1)),
        Duration.between(now, day.plusDays(1)));
  }

  private int counted(RegisteredPartner partner, String span, LocalDateTime begins) {
    rows.change(
        "INSERT INTO partner_rate (partner_id, span, begins_at, calls) VALUES (?, ?, ?, 1) ON"
            + " DUPLICATE KEY UPDATE calls = calls + 1",
        partner.id(),
        span,
        begins);
    return rows.one(
            "SELECT calls FROM partner_rate WHERE partner_id = ? AND span = ? AND begins_at = ?",
            row -> row.getInt(1),
            partner.id(),
            span,
            begins)
        .orElse(1);
  }

  /** Whether a signature is seen for the first time; from now on it is known. */
  public boolean isFirst(RegisteredPartner partner, byte[] signature) {
    return rows.change(
            "INSERT IGNORE INTO partner_signature (partner_id, digest, seen_at) VALUES (?, ?, ?)",
            partner.id(),
            signature,
            now())
        == 1;
  }

  private LocalDateTime now() {
    return TableRows.utc(time.now());
  }
}
