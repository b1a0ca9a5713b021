package kz.miras.registrar.transcript.service.signing;

import java.time.Instant;
import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;

/**
 * What a signature says of itself.
 *
 * @param signatories who signed, in the order they stand on the document
 * @param languages of the document, its first one first
 * @param number of the document
 * @param code by which anybody may check it
 * @param moment of the last signature
 */
public record SigningFacts(
    List<Signatory> signatories,
    List<Language> languages,
    LocalizedText university,
    LocalizedText city,
    String number,
    String code,
    Instant moment) {

  /** Somebody who signed. */
  public record Signatory(String name, LocalizedText title) {}

  public SigningFacts {
    signatories = List.copyOf(signatories);
    languages = List.copyOf(languages);
  }

  /** The language the signature speaks. */
  public Language language() {
    return languages.get(0);
  }
}
