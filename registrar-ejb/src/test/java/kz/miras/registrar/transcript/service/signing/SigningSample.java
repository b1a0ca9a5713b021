package kz.miras.registrar.transcript.service.signing;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;

/** A document to sign, and a key to sign it with. */
final class SigningSample {

  static final Instant MOMENT = Instant.parse("2026-11-24T06:05:00Z");
  static final String CODE = "7F3K-9QWM-2HXC-D4TR";

  private SigningSample() {}

  static Map<String, String> environment(Path directory) {
    Map<String, String> environment = new HashMap<>();
    environment.put("REGISTRAR_KEYS", directory.toString());
    environment.put("REGISTRAR_SEAL_KEY", "a seal key that is long enough for everything");
    return environment;
  }

  static PadesSigner signer(Map<String, String> environment) {
    return new PadesSigner(SigningSettings.of(environment, "unused"), MOMENT);
  }

  static SigningFacts facts(Language... languages) {
    return new SigningFacts(
        List.of(
            new SigningFacts.Signatory(
                "Ахметова Сәуле", LocalizedText.of("Ректор (kk)", "Ректор (ru)", "Rector")),
            new SigningFacts.Signatory(
                "Оспанов Ерлан", LocalizedText.of("Тіркеуші", "Регистратор", "Registrar"))),
        List.of(languages),
        LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
        LocalizedText.of("Шымкент", "Шымкент", "Shymkent"),
        "TR-2026/00042",
        CODE,
        MOMENT);
  }

  /** The document of about three pages, with its place for the signature. */
  static byte[] document(DocumentSigner signer, SigningFacts facts) {
    Map<String, Object> model = new HashMap<>();
    model.put("qr", null);
    model.put("lines", IntStream.range(0, 120).mapToObj(n -> "Жол " + n).toList());
    model.put(
        PdfRenderer.SIGNATURE,
        new SignatureStamp(facts, signer.certificate(), ZoneId.of("Asia/Almaty")));
    return new PdfRenderer()
        .printed(
            "signing-sample",
            facts.language(),
            model,
            document -> SignaturePlace.put(document, facts))
        .pdf();
  }
}
