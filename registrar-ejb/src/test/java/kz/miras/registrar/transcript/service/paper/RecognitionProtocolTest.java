package kz.miras.registrar.transcript.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.CorrectionStatus;
import kz.miras.registrar.achievement.recognition.RecognitionKind;
import kz.miras.registrar.achievement.recognition.RecognitionWish;
import kz.miras.registrar.achievement.service.recognition.RecognitionView;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The protocol of a decision on recognition, on paper. */
class RecognitionProtocolTest {

  private static final LocalDate DAY = LocalDate.of(2185, 2, 1);
  private static final LocalizedText UNIVERSITY =
      LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University");

  private static RecognitionView decided(CorrectionStatus status, String note) {
    Instant at = Instant.parse("2185-01-30T06:00:00Z");
    return new RecognitionView(
        "id",
        "2500234",
        "Смағұлова Шұғыла",
        "IYa1320",
        LocalizedText.of("Шетел тілі", "Иностранный язык", "Foreign language"),
        5,
        new RecognitionWish(
            RecognitionKind.TRANSFER_IN,
            "English B2",
            6,
            "A-",
            92,
            "T-7",
            DAY.minusMonths(4),
            "KazNU",
            "12-c",
            DAY.minusDays(3)),
        status,
        "specialist",
        at,
        "director",
        at.plusSeconds(3600),
        note,
        List.of(),
        false);
  }

  @Test
  @DisplayName(
      "DOC-70 the protocol of recognition says in three languages what was decided and why")
  void printed() throws IOException {
    RecognitionView view = decided(CorrectionStatus.APPROVED, "результаты обучения совпадают");
    Stamp stamp = new Stamp("RP-2185/00001", DAY, "CODE", "https://registrar.example/verify/CODE");
    String text = text(print(view, stamp));
    assertThat(text)
        .contains("RP-2185/00001", "Смағұлова Шұғыла", "IYa1320", "English B2, 6 ECTS", "A-, 92 %")
        .contains("ХАТТАМАСЫ", "ПРОТОКОЛ ПРИЗНАНИЯ", "PROTOCOL OF RECOGNITION")
        .contains("признать и перезачесть кредиты", "результаты обучения совпадают")
        .doesNotContain("??", "null");
    assertThat(text(print(decided(CorrectionStatus.REJECTED, "объём меньше"), Stamp.preview(DAY))))
        .contains("отказать в признании", "объём меньше", "без номера")
        .doesNotContain("??", "null");
    assertThat(
            Json.write(
                new ProtocolMaker.ProtocolRecord(
                    "RECOGNITION_PROTOCOL", stamp, UNIVERSITY, null, view)))
        .contains("\"T-7\"", "\"RP-2185/00001\"");
  }

  private static byte[] print(RecognitionView view, Stamp stamp) throws IOException {
    Map<String, Object> model = new HashMap<>();
    model.put("r", view);
    model.put("university", UNIVERSITY);
    model.put("zone", ZoneId.of("Asia/Almaty"));
    model.put("issued", stamp);
    model.put(
        PdfRenderer.TONGUES, Arrays.stream(Language.values()).map(PdfRenderer::words).toList());
    model.put("qr", stamp.url() == null ? null : PdfRenderer.qr(stamp.url()));
    byte[] pdf = new PdfRenderer().render("recognition-protocol", Language.KK, model);
    Files.write(
        Path.of(System.getProperty("basedir", "."), "target", "recognition-protocol.pdf"), pdf);
    return pdf;
  }

  private static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(Language.values().length);
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
