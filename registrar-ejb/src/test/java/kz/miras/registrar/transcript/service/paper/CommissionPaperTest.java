package kz.miras.registrar.transcript.service.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.attestation.commission.Appearance;
import kz.miras.registrar.attestation.commission.AwardedDegree;
import kz.miras.registrar.attestation.commission.DefenceKind;
import kz.miras.registrar.attestation.commission.FinalDecision;
import kz.miras.registrar.attestation.commission.PresentedPapers;
import kz.miras.registrar.attestation.commission.ProtocolQuestion;
import kz.miras.registrar.attestation.commission.ProtocolText;
import kz.miras.registrar.attestation.service.commission.CommissionCard;
import kz.miras.registrar.attestation.service.commission.MeetingView;
import kz.miras.registrar.attestation.service.commission.ProtocolView;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What attestation commissions decide, on paper. */
class CommissionPaperTest {

  private static final LocalDate DAY = LocalDate.of(2188, 6, 10);
  private static final LocalTime FROM = LocalTime.of(9, 0);
  private static final LocalTime TO = LocalTime.of(13, 0);
  private static final Stamp STAMP =
      new Stamp("DP-2188/00001", DAY, "CODE", "https://registrar.example/verify/CODE");

  private static final AwardedDegree DEGREE =
      new AwardedDegree(
          Level.BACHELOR,
          "6B06101",
          LocalizedText.of("Ақпараттық жүйелер", "Информационные системы", "Information systems"));

  private static List<ProtocolView.Seat> seats() {
    return List.of(
        new ProtocolView.Seat(1, "Сәтпаев Қ.", CommissionOffice.CHAIR, "профессор", true),
        new ProtocolView.Seat(2, "Ким В. А.", CommissionOffice.MEMBER, "", true),
        new ProtocolView.Seat(3, "Беков А.", CommissionOffice.MEMBER, "", false),
        new ProtocolView.Seat(4, "Хатшы", CommissionOffice.SECRETARY, null, true));
  }

  private static ProtocolView protocol() {
    ProtocolText text =
        new ProtocolText(
            DefenceKind.DEFENCE,
            Appearance.PRESENT,
            LocalizedText.of("Өңір деректері", "Данные региона", "Data of the region"),
            "Ахметов Д. С.",
            "Ли Р. О.",
            new PresentedPapers(64, true, true, 82),
            List.of(new ProtocolQuestion("Ким В. А.", "Откуда данные?")),
            "ответы полные",
            91,
            1,
            "мало источников",
            false);
    return new ProtocolView(
        "id",
        "АК-1/3",
        new ProtocolView.Where(
            "c", "АК-1", "41-с", DAY.minusDays(60), "m", DAY, FROM, TO, "А-201", true, seats()),
        new ProtocolView.Whose(
            "s",
            "2500234",
            "Смағұлова Шұғыла",
            "ИС-41",
            "6B06101",
            LocalizedText.of("Ақпараттық жүйелер", "Информационные системы", "Information systems"),
            Level.BACHELOR,
            "DIP",
            LocalizedText.of("Диплом жұмысы", "Дипломная работа", "Diploma work"),
            8,
            new BigDecimal("3.61")),
        text,
        new ProtocolView.MarkOf(91, "A-", new BigDecimal("3.67"), null),
        FinalDecision.AWARDED,
        DEGREE,
        List.of(),
        List.of(),
        new ProtocolView.Written("aks", Instant.EPOCH, "akc", Instant.EPOCH),
        new ProtocolView.Correction(
            new ProtocolView.Link("old", "АК-1/2"), null, "опечатка в оценке", true),
        Set.of(),
        null,
        null);
  }

  @Test
  @DisplayName(
      "DOC-70 AK-8 AK-14 the protocol of a student says in three languages who was there, what was"
          + " asked, the grade, the decision and the degree it awards")
  void student() throws IOException {
    ProtocolView view = protocol();
    String text = print("defence-protocol", Map.of("x", view, "hours", "09:00 – 13:00"));
    assertThat(text)
        .contains("DP-2188/00001", "АК-1/3", "Смағұлова Шұғыла", "Сәтпаев Қ.", "Откуда данные?")
        .contains("ХАТТАМАСЫ", "ПРОТОКОЛ АТТЕСТАЦИОННОЙ КОМИССИИ", "OF THE ATTESTATION COMMISSION")
        .contains("Өңір деректері", "Данные региона", "Data of the region", "91 %, A-, 3.67")
        .contains("мало источников", "АК-1/2", "опечатка в оценке", "09:00 – 13:00")
        .contains("«Ақпараттық жүйелер» білім беру бағдарламасы бойынша бакалавр")
        .contains("бакалавр по образовательной программе 6B06101 «Информационные системы»")
        .contains("Bachelor in the programme 6B06101 Information systems")
        .doesNotContain("Беков", "??", "null");
  }

  @Test
  @DisplayName("DOC-70 AK-14 the decision on the award names each student and the degree awarded")
  void award() throws IOException {
    MeetingView.Row row =
        new MeetingView.Row(
            "id",
            1,
            "АК-1/3",
            "2500234",
            "Смағұлова Шұғыла",
            "ИС-41",
            "DIP",
            LocalizedText.of("Д", "Д", "D"),
            Appearance.PRESENT,
            91,
            0,
            "A-",
            FinalDecision.HONOURS,
            DEGREE,
            0,
            true,
            true,
            false);
    MeetingView view =
        new MeetingView(
            "m",
            "c",
            "АК-1",
            DefenceKind.DEFENCE,
            DAY,
            FROM,
            TO,
            "А-201",
            true,
            "12-р",
            DAY,
            seats(),
            4,
            List.of(),
            List.of(row),
            false,
            false,
            false);
    assertThat(
            print(
                "award-protocol", Map.of("x", view, "rows", view.rows(), "hours", "09:00 – 13:00")))
        .contains("ПРИСУЖДЕНИИ СТЕПЕНИ", "Смағұлова Шұғыла", "АК-1/3", "A-", "с отличием")
        .contains("с отличием: бакалавр по образовательной программе 6B06101")
        .contains("Bachelor in the programme 6B06101 Information systems")
        .doesNotContain("Беков", "??", "null");
  }

  @Test
  @DisplayName("DOC-70 AK-13 the report of the chair says its figures and recommendations")
  void report() throws IOException {
    CommissionCard card =
        new CommissionCard(
            "c",
            "АК-1",
            2187,
            new CommissionCard.Order("41-с", DAY, "4", DAY, "senior", Instant.EPOCH),
            DAY,
            DAY,
            List.of(new CommissionCard.Programme("6B06101", LocalizedText.of("П", "П", "P"))),
            List.of(new CommissionCard.Member(CommissionOffice.CHAIR, "Сәтпаев Қ.", "", true)),
            List.of(
                new CommissionCard.Meeting(
                    "m", DefenceKind.DEFENCE, DAY, FROM, TO, "А-201", 5, 5, true)),
            new CommissionCard.Figures(
                5,
                4,
                1,
                0,
                0,
                4,
                1,
                List.of(new CommissionCard.LetterCount("A-", 3)),
                new BigDecimal("80.0"),
                new BigDecimal("60.0"),
                new BigDecimal("84.5")),
            "больше практики",
            null,
            false,
            false,
            false,
            false);
    assertThat(print("chair-report", Map.of("x", card, "year", "2187/2188")))
        .contains("ОТЧЁТ ПРЕДСЕДАТЕЛЯ", "2187/2188", "80.0 %", "A- – 3", "больше практики", "84.5")
        .doesNotContain("??", "null");
  }

  private static String print(String template, Map<String, Object> content) throws IOException {
    Map<String, Object> model = new HashMap<>(content);
    model.put(
        "university",
        LocalizedText.of("«Мирас» университеті", "Университет «Мирас»", "Miras University"));
    model.put("issued", STAMP);
    model.put(
        PdfRenderer.TONGUES, Arrays.stream(Language.values()).map(PdfRenderer::words).toList());
    model.put("qr", PdfRenderer.qr(STAMP.url()));
    byte[] pdf = new PdfRenderer().render(template, Language.KK, model);
    Files.write(Path.of(System.getProperty("basedir", "."), "target", template + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isEqualTo(Language.values().length);
      return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
    }
  }
}
