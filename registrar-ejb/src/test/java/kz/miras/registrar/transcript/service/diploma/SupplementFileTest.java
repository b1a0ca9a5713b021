package kz.miras.registrar.transcript.service.diploma;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.diploma.DiplomaDraft;
import kz.miras.registrar.transcript.diploma.DiplomaSeries;
import kz.miras.registrar.transcript.diploma.SupplementView;
import kz.miras.registrar.transcript.diploma.SupplementView.Look;
import kz.miras.registrar.transcript.diploma.SupplementView.Row;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.DocumentMaker.Twin;
import kz.miras.registrar.transcript.service.Referee;
import kz.miras.registrar.transcript.service.TwinFiles;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Supplements on paper, by the form of the country and by that of Europe. */
class SupplementFileTest {

  private static final List<Language> ALL = List.of(Language.KK, Language.RU, Language.EN);
  static final DocumentFiles FILES = new DocumentFiles(new PdfRenderer());
  private static final List<Twin> TWIN =
      List.of(new Twin("elmo.xml", "application/xml", new byte[] {60}, "ELMO 1.7"));

  static final PdfRenderer.Addition TWINS =
      document -> TwinFiles.put(document, TWIN, Instant.EPOCH);

  static final String OURS = "https://example.kz/verify?code=7F3K";

  @ParameterizedTest
  @CsvSource({
    "KK, ДИПЛОМСЫЗ ЖАРАМСЫЗ, ДИПЛОМҒА ҚОСЫМША, Өмірбекқызы, үздік",
    "RU, БЕЗ ДИПЛОМА НЕДЕЙСТВИТЕЛЬНО, ПРИЛОЖЕНИЕ К ДИПЛОМУ, Омирбекова, отличием",
    "EN, NOT VALID WITHOUT DIPLOMA, SUPPLEMENT TO DIPLOMA, Omirbekova, honours"
  })
  @DisplayName(
      "DIP-7 DIP-9 a supplement prints its 16 lines, edge words and footnote in each language")
  void sixteenLines(Language language, String edge, String title, String name, String honours)
      throws IOException {
    byte[] pdf = supplement(view(false, null, "BD 00012345678", true), List.of(language));
    String text = text(pdf);
    assertThat(text.replaceAll("\\s", "")).contains(edge.replace(" ", ""));
    assertThat(text).contains(title, name, "BD 00012345678", "240", "3.65", "DS-2026/00007");
    assertThat(text).contains("10.", "11.", "12.", "14.", "16.").doesNotContain("??");
    assertThat(text).containsIgnoringCase(honours);
    assertThat(text).contains("2018");
  }

  @Test
  @DisplayName("DIP-2 the code on a supplement is the ministry's; without one it says so")
  void codeOfTheMinistry() throws IOException {
    String without = text(supplement(view(false, null, null, false), List.of(Language.RU)));
    assertThat(without)
        .contains("номер из ЕПВО не получен", "QR-код из ЕПВО не получен")
        .doesNotContain("с отличием");
    assertThat(SupplementMaker.model(view(false, null, null, false), ALL))
        .doesNotContainKey("ministry");
    assertThat(
            SupplementMaker.model(view(false, null, "BD 00012345678", true), ALL).get("ministry"))
        .isEqualTo(PdfRenderer.qr("https://epvo.kz/d/42"));
  }

  @Test
  @DisplayName(
      "DIP-4 DIP-6 a duplicate is stamped as one, study at a distance is told, hours by a switch")
  void stampDistanceAndHours() throws IOException {
    String text =
        text(
            supplement(
                view(true, "BD 00000000001", "BD 00012345678", false), List.of(Language.RU)));
    assertThat(text)
        .contains(
            "Дубликат взамен подлинника № BD 00000000001",
            "с переводом на дистанционное обучение",
            "Часы",
            "150");
    assertThat(text(supplement(view(false, null, "BD 00012345678", false), List.of(Language.RU))))
        .doesNotContain("Часы", "Дубликат", "дистанционное");
  }

  @Test
  @DisplayName("DOC-63 supplements with their twins keep to PDF/A-3a and PDF/UA")
  void keepToTheStandards() throws IOException {
    SupplementView view = view(true, "BD 00000000001", "BD 00012345678", true);
    List<Language> one = List.of(Language.KK);
    for (PdfRenderer.Printed printed :
        List.of(
            FILES.printed("diploma-supplement", one, SupplementMaker.model(view, one), OURS, TWINS),
            FILES.printed(
                "european-supplement", one, SupplementMaker.european(view, one), OURS, TWINS))) {
      assertThat(Referee.against(printed.pdf())).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({"EN, DIPLOMA SUPPLEMENT", "RU, ПРИЛОЖЕНИЕ К ДИПЛОМУ", "KK, ДИПЛОМҒА ҚОСЫМША"})
  @DisplayName("DIP-9 the European supplement has the eight sections of the model, none left out")
  void eightSections(Language language, String heading) throws IOException {
    SupplementView view = view(false, null, "BD 00012345678", true);
    String text =
        text(
            FILES.print(
                "european-supplement",
                List.of(language),
                SupplementMaker.european(view, List.of(language)),
                OURS));
    assertThat(text).contains(heading).doesNotContain("??");
    assertThat(EuropeanSections.of(view, language)).hasSize(8);
    EuropeanSections.of(view, language)
        .forEach(
            section -> {
              assertThat(text).contains(section.number() + ". ");
              assertThat(section.content() != null || !section.parts().isEmpty()).isTrue();
              section
                  .parts()
                  .forEach(part -> assertThat(part.content()).as(part.number()).isNotBlank());
            });
  }

  static byte[] supplement(SupplementView view, List<Language> languages) {
    return FILES.print(
        "diploma-supplement", languages, SupplementMaker.model(view, languages), OURS);
  }

  static String text(byte[] pdf) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ');
    }
  }

  private static Row row(String code, String sign, String digital) {
    return new Row(
        code,
        LocalizedText.of("Пән " + code, "Дисциплина " + code, "Discipline " + code),
        5,
        150,
        sign,
        90,
        digital == null ? null : new BigDecimal(digital),
        digital == null ? null : "curriculum.traditional.EXCELLENT");
  }

  /** A graduate; hours are printed where the study was at a distance. */
  static SupplementView view(boolean distance, String duplicateOf, String number, boolean honours) {
    return new SupplementView(
        "DS-2026/00007",
        LocalDate.of(2026, 7, 1),
        LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"),
        LocalizedText.of("Шымкент", "Шымкент", "Shymkent"),
        LocalizedText.of("Мектеп", "Школа", "School"),
        new TranscriptView.Holder(
            "22-0001",
            "Омирбекова Әсем Қуанышқызы",
            "Omirbekova Asem",
            "Өмірбекқызы Әсем",
            LocalizedText.of("Өмірбекқызы", "Омирбекова", "Omirbekova"),
            LocalDate.of(2004, 3, 14),
            Level.BACHELOR,
            "6B06101",
            LocalizedText.of("Информатика", "Информатика", "Computer science"),
            StudyForm.FULL_TIME,
            "kk",
            Funding.GRANT,
            2022,
            4,
            StudentStatus.GRADUATED),
        new DiplomaDraft(
            DiplomaSeries.BD,
            LocalizedText.of("АКТ бакалавры", "бакалавр ИКТ", "bachelor in ICT"),
            "12",
            LocalDate.of(2026, 6, 20),
            LocalizedText.of("Деректерді талдау", "Анализ данных", "Analysis of data"),
            null,
            LocalizedText.of("ЖОБ № 1", "Аттестат ЖОБ № 1, 10.06.2022", "Certificate No. 1"),
            LocalizedText.of("ҰБТ", "ЕНТ, 05.07.2022", "UNT, 05.07.2022"),
            distance ? 40 : 0,
            null,
            number,
            number == null ? null : "https://epvo.kz/d/42",
            duplicateOf),
        2026,
        240,
        new BigDecimal("3.65"),
        List.of(row("PRA1", "A", "4.00")),
        List.of(row("GOS1", "A-", "3.67")),
        row("DIP1", "A", "4.00"),
        6,
        IntStream.range(0, 44)
            .mapToObj(
                at ->
                    row("ZZA" + (100 + at), at % 9 == 0 ? "P" : "B+", at % 9 == 0 ? null : "3.33"))
            .toList(),
        220,
        List.of(),
        distance,
        honours,
        null,
        new Look(
            distance,
            LocalizedText.of("НАОКО, 2028 жылға дейін", "НАОКО, до 2028 года", "IQAA, until 2028"),
            LocalizedText.of("Ректор", "Ректор", "Rector"),
            LocalizedText.of("Факультет деканы", "Декан факультета", "Dean of the Faculty")));
  }
}
