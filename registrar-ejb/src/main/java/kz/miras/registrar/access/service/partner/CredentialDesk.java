package kz.miras.registrar.access.service.partner;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.partner.CredentialSound;
import kz.miras.registrar.access.partner.CredentialSound.CertificateFacts;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.RotatedCredentials;
import kz.miras.registrar.access.service.RotatedCredentials.Issued;
import kz.miras.registrar.access.service.RotatedCredentials.Kept;
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

  private static final int NAME = 500;

  @Inject private TableRows rows;
  @Inject private RotatedCredentials credentials;
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
    Issued issued =
        credentials.issue(Kept.PARTNER_SECRET, PartnerDesk.key(rows, partner), last, overlap);
    told("partner.issue-secret", partner, issued.id(), last);
    return issued.secret();
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
    credentials.shorten(Kept.PARTNER_CERTIFICATE, id, overlap);
    UUID uuid = UUID.randomUUID();
    LocalDateTime until = credentials.after(last);
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
        credentials.now(),
        until.isAfter(TableRows.utc(end)) ? TableRows.utc(end) : until,
        access.current().login());
    told("partner.register-certificate", partner, uuid, last);
  }

  /** Ends a secret at once. */
  @RolesAllowed(Permissions.PARTNER_STOP)
  public void endSecret(String partner, String secret) {
    end(Kept.PARTNER_SECRET, partner, secret);
  }

  /** Ends a certificate at once. */
  @RolesAllowed(Permissions.PARTNER_STOP)
  public void endCertificate(String partner, String certificate) {
    end(Kept.PARTNER_CERTIFICATE, partner, certificate);
  }

  private void end(Kept kept, String partner, String uuid) {
    if (credentials.end(kept, PartnerDesk.key(rows, partner), uuid)) {
      audit.record("partner.end-credential", PartnerDesk.ENTITY, partner, null, ofOne(uuid));
    }
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
}
