package kz.miras.registrar.transcript.ws;

import java.time.LocalDate;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.transcript.service.DocumentVerification.Answer;

/**
 * What is told of a document; the contract is in {@code openapi.json}.
 *
 * @param text the verdict as a sentence, in the caller's language
 * @param kind null where nothing is told, as is all below but contentsMatch
 */
record VerdictBody(
    String verdict,
    String text,
    Kind kind,
    String number,
    LocalDate date,
    String holder,
    LocalDate validUntil,
    LocalDate supersededOn,
    boolean contentsMatch) {

  /** What kind of document it is. */
  record Kind(String code, LocalizedText name) {}

  static VerdictBody of(Answer answer, Language language) {
    return new VerdictBody(
        answer.verdict().name(),
        Messages.text(language, answer.key()),
        answer.kind() == null ? null : new Kind(answer.kind().code(), answer.kind().name()),
        answer.number(),
        answer.date(),
        answer.maskedName(),
        answer.validUntil(),
        answer.supersededOn(),
        answer.contentsMatch());
  }
}
