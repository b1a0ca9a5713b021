package kz.miras.registrar.access.service.partner;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.CredentialSound;
import kz.miras.registrar.access.partner.CredentialSound.CertificateFacts;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.LibraryDates;
import kz.miras.registrar.shared.service.TableRows;
import kz.miras.registrar.shared.service.UniversityTime;

/** PRT-9, PRT-10. Secrets and certificates of partners: a new one, the old one for some days. */
@Stateless
@Guarded
public class CredentialDesk {

  private static final int SECRET_BYTES = 30;
  private static final int NAME = 500;
  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private TableRows rows;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Makes a new secret.
   *
   * @param last its last day
   * @param overlap days those before go on
   * @return the secret, which nothing keeps: it is shown once
   */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public String issue(String partner, LocalDate last, Integer overlap) {
    refuse(CredentialSound.rotation(last, overlap, time.today()));
    long id = PartnerDesk.key(rows, partner);
    byte[] random = new byte[SECRET_BYTES];
    RANDOM.nextBytes(random);
    String secret = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    shorten("partner_secret", id, overlap);
    UUID uuid = UUID.randomUUID();
    rows.change(
        "INSERT INTO partner_secret (id, uuid, partner_id, hash, valid_from, valid_until,"
            + " created_by) VALUES (NEXTVAL(partner_seq), ?, ?, ?, ?, ?, ?)",
        uuid.toString(),
        id,
        Passwords.hash(secret),
        now(),
        after(last),
        access.current().login());
    told("partner.issue-secret", partner, uuid, last);
    return secret;
  }

  /**
   * Registers a certificate.
   *
   * @param pem as text
   * @param last its last day here; its own end comes first where that is earlier
   * @param overlap days those before go on
   */
  @RolesAllowed(Permissions.PARTNER_EDIT)
  public void register(String partner, String pem, LocalDate last, Integer overlap) {
    X509Certificate certificate =
        PemCertificate.read(pem)
            .orElseThrow(
                () ->
                    new RegistrarException.Refused(
                        Refusal.of("access.partner.certificate-form", "PRT-10").at("pem")));
    byte[] encoded = encoded(certificate);
    byte[] fingerprint = Checksum.sha256(encoded);
    boolean known =
        rows.one(
                "SELECT 1 FROM partner_certificate WHERE fingerprint = ?", row -> true, fingerprint)
            .isPresent();
    Instant end = LibraryDates.instant(certificate.getNotAfter());
    Verdict verdict =
        CredentialSound.certificate(
            new CertificateFacts(
                certificate.getPublicKey(),
                certificate.getSigAlgName(),
                LibraryDates.instant(certificate.getNotBefore()),
                end),
            known,
            time.now());
    refuse(verdict.and(CredentialSound.rotation(last, overlap, time.today())));
    long id = PartnerDesk.key(rows, partner);
    shorten("partner_certificate", id, overlap);
    UUID uuid = UUID.randomUUID();
    LocalDateTime until = after(last);
    rows.change(
        "INSERT INTO partner_certificate (id, uuid, partner_id, fingerprint, subject, issuer,"
            + " encoded, valid_from, valid_until, created_by) VALUES (NEXTVAL(partner_seq), ?, ?,"
            + " ?, ?, ?, ?, ?, ?, ?)",
        uuid.toString(),
        id,
        fingerprint,
        Fitted.to(NAME, certificate.getSubjectX500Principal().getName()),
        Fitted.to(NAME, certificate.getIssuerX500Principal().getName()),
        encoded,
        now(),
        until.isAfter(TableRows.utc(end)) ? TableRows.utc(end) : until,
        access.current().login());
    told("partner.register-certificate", partner, uuid, last);
  }

  /** Ends a secret at once. */
  @RolesAllowed(Permissions.PARTNER_STOP)
  public void endSecret(String partner, String secret) {
    end("partner_secret", partner, secret);
  }

  /** Ends a certificate at once. */
  @RolesAllowed(Permissions.PARTNER_STOP)
  public void endCertificate(String partner, String certificate) {
    end("partner_certificate", partner, certificate);
  }

  private void end(String table, String partner, String uuid) {
    int ended =
        rows.change(
            "UPDATE "
                + table
                + " SET valid_until = ?, ended_by = ? WHERE partner_id = ? AND uuid = ? AND"
                + " (valid_until IS NULL OR valid_until > ?)",
            now(),
            access.current().login(),
            PartnerDesk.key(rows, partner),
            uuid,
            now());
    if (ended == 1) {
      audit.record("partner.end-credential", PartnerDesk.ENTITY, partner, null, ofOne(uuid));
    }
  }

  private void shorten(String table, long partner, int overlap) {
    LocalDateTime end = now().plusDays(overlap);
    rows.change(
        "UPDATE "
            + table
            + " SET valid_until = ? WHERE partner_id = ? AND (valid_until IS NULL OR valid_until >"
            + " ?)",
        end,
        partner,
        end);
  }

  private void told(String deed, String partner, UUID uuid, LocalDate last) {
    audit.record(
        deed,
        PartnerDesk.ENTITY,
        partner,
        null,
        Json.write(Map.of("credential", uuid.toString(), "lastDay", last.toString())));
  }

  private static String ofOne(String uuid) {
    return Json.write(Map.of("credential", uuid));
  }

  private static byte[] encoded(X509Certificate certificate) {
    try {
      return certificate.getEncoded();
    } catch (CertificateEncodingException e) {
      throw new IllegalStateException("a certificate that was read cannot be written", e);
    }
  }

  private LocalDateTime now() {
    return TableRows.utc(time.now().truncatedTo(ChronoUnit.MICROS));
  }

  /** The first instant after a day. */
  private LocalDateTime after(LocalDate last) {
    return TableRows.utc(last.plusDays(1).atStartOfDay(time.zone()).toInstant());
  }
}
