package kz.miras.registrar.correspondence.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kz.miras.registrar.access.Role;
import kz.miras.registrar.access.service.Actors;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.signing.SignaturePlace;
import kz.miras.registrar.transcript.service.signing.SignatureStamp;
import kz.miras.registrar.transcript.service.signing.SignerOfRecord;
import kz.miras.registrar.transcript.service.signing.SigningFacts;

/** Puts letters on the letterhead of the office. */
@ApplicationScoped
class LetterPrinter {

  static final String TEMPLATE = "letter";

  @Inject private Letters letters;
  @Inject private Actors actors;
  @Inject private Officers officers;
  @Inject private DocumentFiles documents;
  @Inject private SignerOfRecord signer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** What the signature of a letter says. */
  SigningFacts facts(StoredLetter letter, Instant signed) {
    LocalDate day = letter.registeredOn();
    return new SigningFacts(
        List.of(
            new SigningFacts.Signatory(
                officers.name(letter.signatory()), title(letter.signatory()))),
        List.of(letter.facts().language()),
        settings.localized("name", day),
        settings.localized("city", day),
        letter.index(),
        letter.index(),
        signed);
  }

  /** The post of who signs: the highest of the roles that sign. */
  private LocalizedText title(String login) {
    Role role =
        Stream.of(Role.VR, Role.DIR)
            .filter(
                one ->
                    actors
                        .byLogin(String.valueOf(login))
                        .filter(actor -> actor.roles(time.today()).contains(one))
                        .isPresent())
            .findFirst()
            .orElse(Role.DIR);
    String key = "access.role." + role.name();
    return LocalizedText.of(
        Messages.text(Language.KK, key),
        Messages.text(Language.RU, key),
        Messages.text(Language.EN, key));
  }

  /**
   * A letter on the letterhead.
   *
   * @param signing what its signature says, for which a place is made; null for none
   */
  byte[] print(StoredLetter letter, Language language, SigningFacts signing) {
    LocalDate day = letter.registeredOn() == null ? time.today() : letter.registeredOn();
    Optional<StoredLetter> answers = Optional.ofNullable(letter.replyTo()).flatMap(letters::byKey);
    Map<String, Object> model = new HashMap<>();
    model.put(
        "l",
        new LetterPaper(
            letter.index(),
            letter.index() == null ? null : letter.registeredOn(),
            answers.map(one -> one.facts().theirNumber()).orElse(null),
            answers.map(one -> one.facts().theirDate()).orElse(null),
            answers.map(StoredLetter::index).orElse(null),
            letter.facts().name(),
            letter.address(),
            letter.facts().subject(),
            letter.facts().body().lines().filter(line -> !line.isBlank()).toList(),
            letter.facts().enclosures(),
            title(letter.signatory()),
            officers.name(letter.signatory()),
            officers.name(letter.drafter()),
            settings.localized("name", day),
            settings.localized("city", day),
            settings.localized("address", day),
            settings.text("contacts", day, "")));
    if (signing == null) {
      return documents.print(TEMPLATE, List.of(language), model, null);
    }
    model.put(
        PdfRenderer.SIGNATURE, new SignatureStamp(signing, signer.certificate(), time.zone()));
    return documents
        .printed(
            TEMPLATE,
            List.of(language),
            model,
            null,
            document -> SignaturePlace.put(document, signing))
        .pdf();
  }
}
