package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.SignatoryTitles;
import kz.miras.registrar.transcript.service.signing.SignatureStamp;
import kz.miras.registrar.transcript.service.signing.SigningCertificate;
import kz.miras.registrar.transcript.service.signing.SigningFacts;

/**
 * DOC-65. What a document on trial would show of its signature, with the places of its kind signed
 * by nobody: who writes a template sees how much room it takes. No key is asked for it.
 */
@ApplicationScoped
class SampleStamp {

  private static final String NOBODY = "________________";
  private static final long DAYS = 365;

  @Inject private DocumentKinds kinds;
  @Inject private SignatoryTitles titles;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /** The stamp of the documents printed by a template; empty where they are not signed. */
  Optional<SignatureStamp> of(String template, Language language) {
    return kinds.all().stream()
        .filter(kind -> kind.template().equals(template))
        .filter(kind -> !kind.signatories().isEmpty())
        .findFirst()
        .map(kind -> new SignatureStamp(facts(kind, language), certificate(language), time.zone()));
  }

  private SigningFacts facts(DocumentKind kind, Language language) {
    List<SigningFacts.Signatory> signatories =
        kind.signatories().stream()
            .map(place -> new SigningFacts.Signatory(NOBODY, titles.of(place, time.today())))
            .toList();
    LocalizedText university = settings.localized("name", time.today());
    LocalizedText city = settings.localized("city", time.today());
    return new SigningFacts(
        signatories, List.of(language), university, city, null, null, time.now());
  }

  private SigningCertificate certificate(Language language) {
    Instant now = time.now();
    return new SigningCertificate(
        Messages.text(language, "transcript.signature.sample"),
        "00",
        now,
        now.plus(DAYS, ChronoUnit.DAYS),
        false,
        "",
        new byte[0]);
  }
}
