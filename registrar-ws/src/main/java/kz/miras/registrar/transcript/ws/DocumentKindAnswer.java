package kz.miras.registrar.transcript.ws;

import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.transcript.IssueTerm;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentRequestDesk.Offer;

/**
 * A kind of documents a student may ask for, as programs read it; the contract is in {@code
 * openapi.json}.
 *
 * @param reasons codes of the rules against it
 * @param fee in tenge; null for nothing
 * @param years academic years an answer may be
 * @param programmes those an answer may be; none where there is no choice
 */
record DocumentKindAnswer(
    String kind,
    LocalizedText name,
    boolean available,
    List<String> reasons,
    IssueTerm term,
    BigDecimal fee,
    List<CertificateQuestion> questions,
    List<String> years,
    List<TranscriptView.Studied> programmes) {

  static DocumentKindAnswer of(Offer offer) {
    return new DocumentKindAnswer(
        offer.kind().code(),
        offer.kind().name(),
        offer.verdict().isAllowed(),
        offer.verdict().refusals().stream().map(Refusal::rule).distinct().toList(),
        offer.form().term(),
        offer.kind().fee(),
        offer.form().questions(),
        offer.form().years(),
        offer.form().programmes());
  }
}
