package kz.miras.registrar.transcript.service.signing;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import kz.miras.registrar.shared.service.PdfRenderer;

/**
 * What a document shows of its digital signature: who signed, when, with which certificate. It is
 * printed by the template {@code signature.xhtml} at the end of the document, in its languages.
 */
public final class SignatureStamp {

  private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

  private final SigningFacts facts;
  private final SigningCertificate certificate;
  private final ZoneId zone;

  public SignatureStamp(SigningFacts facts, SigningCertificate certificate, ZoneId zone) {
    this.facts = facts;
    this.certificate = certificate;
    this.zone = zone;
  }

  /** The words of each language of the document. */
  public List<PdfRenderer.Words> getParts() {
    return facts.languages().stream().map(PdfRenderer::words).toList();
  }

  public List<SigningFacts.Signatory> getSignatories() {
    return facts.signatories();
  }

  /** When it was signed, with how far the clock of the university is before UTC. */
  public String getMoment() {
    return MOMENT.format(facts.moment().atZone(zone))
        + " (UTC"
        + zone.getRules().getOffset(facts.moment()).getId().replaceFirst(":00$", "")
        + ")";
  }

  public SigningCertificate getCertificate() {
    return certificate;
  }

  /** Last day of the certificate, in the university's zone. */
  public java.time.LocalDate getUntil() {
    return certificate.validUntil().atZone(zone).toLocalDate();
  }
}
