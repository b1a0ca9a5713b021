package kz.miras.registrar.transcript.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.TranscriptView;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TranscriptFileTest {
  private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
  private static final String KAZAKH = "Әә Ғғ Ққ Ңң Өө Ұұ Үү Һһ Іі";
  static final DocumentFiles FILES = new DocumentFiles(new PdfRenderer());

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("DOC-4 a transcript on expulsion prints every discipline, FX and F too")
  void everyDisciplineIsPrinted(Language language) throws IOException {
    String text = text(pdf(List.of(language)));
    assertThat(text).contains("TR-2026/00042", "ZZA101", "ZZB102", "ZZC103");
    assertThat(text).contains("FX", "A-", "З-2024/1", "О-2026/7").doesNotContain("??");
  }

  @Test
  @DisplayName("every Kazakh letter is printed and every font is inside the file")
  void kazakhLetters() throws IOException {
    byte[] pdf = pdf(List.of(Language.KK));
    assertThat(text(pdf)).contains(KAZAKH);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      for (PDPage page : document.getPages()) {
        for (COSName name : page.getResources().getFontNames()) {
          PDFont font = page.getResources().getFont(name);
          assertThat(font.isEmbedded()).as(font.getName()).isTrue();
        }
      }
    }
  }

  @Test
  @DisplayName("a transcript can be archived and read aloud: PDF/A-2a, tagged, in its language")
  void archivable() throws IOException {
    byte[] pdf = pdf(List.of(Language.KK, Language.RU, Language.EN));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
      assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("kk");
      assertThat(document.getDocumentCatalog().getOutputIntents()).isNotEmpty();
      String metadata =
          new String(
              document.getDocumentCatalog().getMetadata().toByteArray(),
              java.nio.charset.StandardCharsets.UTF_8);
      assertThat(metadata).contains("pdfaid", "pdfuaid");
    }
    assertThat(text(pdf)).contains("1 / 3", "3 / 3");
  }

  @Test
  @DisplayName("each language writes the holder's name its own way, the old contents as they were")
  void namesByLanguage() throws IOException {
    assertThat(text(pdf(List.of(Language.KK))))
        .contains("Ахметқызы Сәуле")
        .doesNotContain("Ахметова", "Akhmetova");
    assertThat(text(pdf(List.of(Language.RU))))
        .contains("Ахметова Сәуле")
        .doesNotContain("Ахметқызы", "Akhmetova");
    assertThat(text(pdf(List.of(Language.EN))))
        .contains("Akhmetova Saule")
        .doesNotContain("Ахметова", "Ахметқызы");
    String stored = Json.write(view()).replace("\"kazakhName\":\"Ахметқызы Сәуле\",", "");
    TranscriptView old = Json.read(stored, TranscriptView.class);
    assertThat(old.holder().kazakhName()).isNull();
    assertThat(old.holder().nameIn(Language.KK)).isEqualTo("Ахметова Сәуле");
  }

  @Test
  @DisplayName("three languages make one file, what people typed stays text")
  void threeLanguages() throws IOException {
    PdfRenderer.Printed one = printed(List.of(Language.EN));
    PdfRenderer.Printed three = printed(List.of(Language.KK, Language.RU, Language.EN));
    assertThat(three.pages()).isEqualTo(3 * one.pages());
    assertThat(text(one.pdf())).contains("<b>Logic & proof</b>");
  }

  @ParameterizedTest
  @EnumSource(DocumentStatus.class)
  @DisplayName("DOC-3 a visitor learns kind, number, date, masked name and validity, and no more")
  void whatAVisitorLearns(DocumentStatus status) {
    LocalDate issued =
        status == DocumentStatus.PREPARED || status == DocumentStatus.RESERVED
            ? null
            : LocalDate.of(2026, 5, 1);
    DocumentVerification.Answer answer =
        DocumentVerification.answer(Optional.of(stored(status, issued)), TODAY);
    assertThat(answer.verdict())
        .isEqualTo(
            issued == null
                ? DocumentVerification.Verdict.UNKNOWN
                : status == DocumentStatus.ISSUED
                    ? DocumentVerification.Verdict.VALID
                    : status == DocumentStatus.REPLACED
                        ? DocumentVerification.Verdict.REPLACED
                        : DocumentVerification.Verdict.ANNULLED);
    if (issued == null) {
      assertThat(answer).isEqualTo(DocumentVerification.answer(Optional.empty(), TODAY));
    } else {
      assertThat(answer.number()).isEqualTo("TR-2026/00042");
      assertThat(answer.maskedName()).isEqualTo("А****** С****");
      assertThat(answer.toString()).doesNotContain("Ахметова", "24-0001", "clerk");
    }
  }

  @Test
  @DisplayName(
      "DOC-9 a valid document that states a corrected result is told superseded, and since when")
  void supersededIsTold() {
    LocalDate since = LocalDate.of(2026, 6, 1);
    DocumentVerification.Answer answer =
        DocumentVerification.answer(
            Optional.of(stored(DocumentStatus.ISSUED, LocalDate.of(2026, 5, 1), since)), TODAY);
    assertThat(answer.verdict()).isEqualTo(DocumentVerification.Verdict.SUPERSEDED);
    assertThat(answer.supersededOn()).isEqualTo(since);
    assertThat(
            DocumentVerification.answer(
                    Optional.of(stored(DocumentStatus.ANNULLED, LocalDate.of(2026, 5, 1), since)),
                    TODAY)
                .verdict())
        .as("what was taken back is not relied on at all")
        .isEqualTo(DocumentVerification.Verdict.ANNULLED);
  }

  private static DocumentStore.Stored stored(DocumentStatus status, LocalDate issued) {
    return stored(status, issued, null);
  }

  private static DocumentStore.Stored stored(
      DocumentStatus status, LocalDate issued, LocalDate superseded) {
    return new DocumentStore.Stored(
        1,
        UUID.randomUUID(),
        SampleKind.transcript(),
        "TR-2026/00042",
        7L,
        "24-0001",
        null,
        "kk",
        status,
        null,
        "7F3K-9QWM-2HXC-D4TR",
        "clerk",
        "head",
        issued,
        "Ахметова Сәуле",
        null,
        1,
        1,
        null,
        null,
        superseded);
  }

  static byte[] pdf(List<Language> languages) {
    return printed(languages).pdf();
  }

  static PdfRenderer.Printed printed(List<Language> languages, PdfRenderer.Addition... additions) {
    return FILES.printed(
        "transcript",
        languages,
        TranscriptMaker.model(view(), languages),
        view().verificationUrl(),
        additions);
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  static TranscriptView view() {
    List<StudyRecord.Line> lines =
        List.of(
            line(1, "ZZA101", "<b>Logic & proof</b>", "A-", "3.67", 92, true),
            line(2, "ZZB102", KAZAKH, "FX", "0.50", 40, true),
            line(3, "ZZC103", "Этика", "F", "0.00", 10, true));
    return new TranscriptView(
        DocumentKind.TRANSCRIPT_EXPELLED,
        "TR-2026/00042",
        LocalDate.of(2026, 5, 1),
        LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
        LocalizedText.of("Шымкент", "Шымкент", "Shymkent"),
        LocalizedText.of("Мектеп", "Школа", "School"),
        new TranscriptView.Holder(
            "24-0001",
            "Ахметова Сәуле",
            "Akhmetova Saule",
            "Ахметқызы Сәуле",
            LocalizedText.of("Ахметқызы", "Ахметова", "Akhmetova"),
            LocalDate.of(2005, 3, 14),
            Level.BACHELOR,
            "6B06101",
            LocalizedText.of("Информатика", "Информатика", "Computer science"),
            StudyForm.FULL_TIME,
            "kk",
            Funding.GRANT,
            2024,
            2,
            StudentStatus.EXPELLED),
        LocalizedText.of("Кеңсе басшысы", "Руководитель офиса", "Head of the office"),
        "7F3K-9QWM-2HXC-D4TR",
        "https://example.kz/verify?code=7F3K-9QWM-2HXC-D4TR",
        new StudyRecord(
            List.of(
                new StudyRecord.TermPart(
                    "2025/2026",
                    "AUTUMN",
                    lines,
                    15,
                    5,
                    new BigDecimal("1.39"),
                    new BigDecimal("20.85"),
                    15)),
            List.of(
                new StudyRecord.YearPart(
                    "2025/2026", 5, new BigDecimal("1.39"), new BigDecimal("20.85"), 15)),
            5,
            0,
            new BigDecimal("1.39"),
            new BigDecimal("20.85"),
            15,
            lines.subList(1, 3)),
        List.of(
            new TranscriptView.Basis(
                "student.order-kind.ADMISSION", "З-2024/1", LocalDate.of(2024, 8, 25)),
            new TranscriptView.Basis(
                "student.order-kind.EXPULSION", "О-2026/7", LocalDate.of(2026, 4, 30))),
        3L,
        null,
        null);
  }

  private static StudyRecord.Line line(
      long at, String code, String name, String sign, String digital, int percent, boolean counts) {
    return new StudyRecord.Line(
        at,
        code,
        LocalizedText.of(name, name, name),
        Cycle.BASIC,
        "UNIVERSITY",
        5,
        60,
        percent,
        percent,
        sign,
        new BigDecimal(digital),
        "curriculum.traditional.GOOD",
        ResultKind.MAIN,
        1,
        LocalDate.of(2026, 1, 12),
        "№ 1",
        counts,
        "achievement.reason.ONLY_ATTEMPT",
        true,
        "achievement.gpa-part.COUNTED",
        false,
        false,
        false);
  }
}
