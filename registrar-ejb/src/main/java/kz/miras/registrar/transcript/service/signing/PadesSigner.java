package kz.miras.registrar.transcript.service.signing;

import eu.europa.esig.dss.enumerations.CertificationPermission;
import eu.europa.esig.dss.enumerations.DigestAlgorithm;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.DSSDocument;
import eu.europa.esig.dss.model.DSSException;
import eu.europa.esig.dss.model.InMemoryDocument;
import eu.europa.esig.dss.model.ToBeSigned;
import eu.europa.esig.dss.pades.PAdESSignatureParameters;
import eu.europa.esig.dss.pades.signature.PAdESService;
import eu.europa.esig.dss.pdf.IPdfObjFactory;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import java.time.Instant;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.service.LibraryDates;
import kz.miras.registrar.shared.service.Messages;

/**
 * DOC-20. PAdES baseline signatures (ETSI EN 319 142-1): level B-B, or B-T where a time stamping
 * authority is configured. The document is certified: readers of PDF say of any change that it is
 * one.
 */
final class PadesSigner implements DocumentSigner {

  static final String NAME = "pades";

  private final SigningKey key;
  private final TimeStamps stamps;
  private final IPdfObjFactory writing;

  PadesSigner(SigningSettings settings, Instant now) {
    this(settings, now, new SignedUpdate());
  }

  /** With what writes the signature into a file, to be held against another. */
  PadesSigner(SigningSettings settings, Instant now, IPdfObjFactory writing) {
    this.writing = writing;
    key = SigningKey.of(settings, now);
    stamps = settings.authority() == null ? null : new TimeStamps(settings.authority());
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public SigningCertificate certificate() {
    return key.certificate();
  }

  @Override
  public byte[] sign(byte[] pdf, SigningFacts facts) {
    try {
      PAdESSignatureParameters how = how(facts);
      PAdESService service = service();
      DSSDocument document = new InMemoryDocument(pdf);
      ToBeSigned data = service.getDataToSign(document, how);
      return DSSUtils.toByteArray(
          service.signDocument(document, how, key.sign(data, how.getDigestAlgorithm())));
    } catch (DSSException e) {
      throw new IllegalStateException("a document cannot be signed", e);
    }
  }

  private PAdESService service() {
    PAdESService service = new PAdESService(new CommonCertificateVerifier());
    service.setPdfObjFactory(writing);
    if (stamps != null) {
      service.setTspSource(stamps);
    }
    return service;
  }

  private PAdESSignatureParameters how(SigningFacts facts) {
    PAdESSignatureParameters how = new PAdESSignatureParameters();
    how.setSignatureLevel(
        stamps == null ? SignatureLevel.PAdES_BASELINE_B : SignatureLevel.PAdES_BASELINE_T);
    how.setDigestAlgorithm(DigestAlgorithm.SHA256);
    how.setSigningCertificate(key.token());
    how.setCertificateChain(key.chain());
    how.bLevel().setSigningDate(LibraryDates.of(facts.moment()));
    how.setPermission(CertificationPermission.NO_CHANGE_PERMITTED);
    how.getImageParameters().getFieldParameters().setFieldId(SignaturePlace.FIELD);
    how.setAppName("Registrar");
    how.setSignerName(
        facts.signatories().stream()
            .map(SigningFacts.Signatory::name)
            .collect(Collectors.joining(", ")));
    how.setReason(Messages.text(facts.language(), "transcript.signature.reason", facts.number()));
    how.setLocation(
        facts.university().in(facts.language()) + ", " + facts.city().in(facts.language()));
    how.setContactInfo(facts.code());
    return how;
  }
}
