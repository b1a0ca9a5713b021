package kz.miras.registrar.registration.service.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;
import kz.miras.registrar.registration.service.summer.SummerReport.Shown;
import kz.miras.registrar.registration.service.summer.SummerReport.State;
import kz.miras.registrar.registration.summer.AttendanceTally;
import kz.miras.registrar.registration.summer.ClosingReport;
import kz.miras.registrar.registration.summer.ClosingReport.Act;
import kz.miras.registrar.registration.summer.ClosingReport.Figures;
import kz.miras.registrar.registration.summer.ClosingReport.Line;
import kz.miras.registrar.registration.summer.SummerGroupStatus;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummerReportFileTest {

  private static final ZoneId ZONE = ZoneId.of("Asia/Almaty");
  private static final Instant CLOSED = Instant.parse("2027-08-09T05:10:00Z");

  /** 21 students in 10 checks, of which they missed 24 and 18 with a valid reason. */
  private static final Figures TAUGHT =
      new Figures(
          24,
          21,
          2,
          21,
          105,
          new BigDecimal("1575000.00"),
          new BigDecimal("800000.00"),
          15,
          4,
          10,
          new AttendanceTally(210, 24, 18),
          3);

  private static final Figures REFUSED =
      new Figures(3, 0, 0, 0, 0, BigDecimal.ZERO, null, 0, 0, 0, AttendanceTally.NONE, 0);

  private static LocalizedText name(String code) {
    return LocalizedText.of(code + " қаз", code + " рус", code + " eng");
  }

  private static ClosingReport report(Act act) {
    return new ClosingReport(
        "2026-3",
        LocalDate.of(2027, 6, 21),
        LocalDate.of(2027, 8, 5),
        6,
        "№ 31",
        act,
        List.of(
            new Line("ART", name("ART"), "kk", SummerGroupStatus.OPENED, null, TAUGHT),
            new Line("LAW", name("LAW"), "ru", SummerGroupStatus.REFUSED, "too few", REFUSED)));
  }

  private static Shown kept(boolean intact) {
    ClosingReport report = report(new Act("director", "Сейітова Әлия", CLOSED));
    return new Shown(report, State.KEPT, CLOSED, Checksum.shown(report.checksum()), intact);
  }

  private static Shown counted(State state) {
    return new Shown(report(null), state, CLOSED, null, true);
  }

  private static String print(Shown shown, Language language) throws IOException {
    Paper paper = SummerReportFile.paper(shown, language, ZONE);
    byte[] pdf =
        new PdfRenderer()
            .render(
                "report",
                language,
                ReportFiles.model(paper, name("Miras"), LocalDate.of(2030, 2, 1)));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
    }
  }

  private static List<Row> rows(Shown shown, Language language) throws IOException {
    byte[] file = new ReportFiles().xlsx(SummerReportFile.workbook(shown, language, ZONE));
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      return workbook.getFirstSheet().read();
    }
  }

  private static List<Integer> numbers(Row row) {
    return IntStream.range(4, 17).mapToObj(i -> row.getCell(i).asNumber().intValueExact()).toList();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName(
      "SUM-14 the workbook counts applications, payments, groups, credits, money, results and"
          + " attendance, line by line and in all")
  void workbook(Language language) throws IOException {
    List<Row> rows = rows(kept(true), language);
    assertThat(rows.get(0).getCellText(0)).contains("2026-3").doesNotContain("??");
    assertThat(rows.get(1).getCellText(0))
        .contains("21.06.2027", "№ 31", "09.08.2027 10:10", "Сейітова Әлия")
        .contains(Checksum.shown(kept(true).report().checksum()))
        .doesNotContain("??");
    for (int i = 0; i < 17; i++) {
      assertThat(rows.get(2).getCellText(i)).isNotBlank().doesNotContain("??");
    }
    Row art = rows.get(3);
    assertThat(art.getCellText(0)).isEqualTo(name("ART").in(language));
    assertThat(numbers(art))
        .containsExactly(24, 21, 2, 21, 105, 1_575_000, 800_000, 15, 4, 2, 10, 80, 3);
    assertThat(rows.get(4).getCellText(3)).endsWith(": too few").doesNotContain("??");
    assertThat(rows.get(4).getCellText(10)).as("no cost of what was not taught").isEqualTo("—");
    assertThat(numbers(rows.get(5)))
        .as("in all")
        .containsExactly(27, 21, 2, 21, 105, 1_575_000, 800_000, 15, 4, 2, 10, 80, 3);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("SUM-14 on paper stand who closed the semester, when, and what it came to")
  void paper(Language language) throws IOException {
    String paper = print(kept(true), language);
    assertThat(paper)
        .contains("Miras", "2026-3", "09.08.2027 10:10", "Сейітова Әлия", "№ 31", "____")
        .contains(name("ART").in(language), name("LAW").in(language), "too few")
        .contains("1 575 000,00", "800 000,00")
        .contains(Checksum.shown(kept(true).report().checksum()))
        .as("a sign the font has not")
        .doesNotContain("??", "#");
    assertThat(print(kept(false), language))
        .as("what somebody changed in the database is told")
        .contains(Messages.text(language, "registration.summer.report.spoiled"));
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName(
      "SUM-14 a preview says that it is one, in its heading too; so does what is recounted")
  void preview(Language language) throws IOException {
    String heading = Messages.text(language, "registration.summer.report.preview-title", "2026-3");
    String preview = print(counted(State.PREVIEW), language);
    assertThat(preview)
        .contains(heading)
        .contains(
            Messages.text(
                language,
                "registration.summer.report.preview-of",
                CLOSED.atZone(ZONE).toLocalDateTime()))
        .doesNotContain("??", "SHA-256");
    assertThat(rows(counted(State.PREVIEW), language).get(0).getCellText(0)).contains(heading);
    assertThat(print(kept(true), language)).doesNotContain(heading);
    assertThat(print(counted(State.COUNTED_ANEW), language))
        .contains(
            Messages.text(
                language,
                "registration.summer.report.anew-of",
                CLOSED.atZone(ZONE).toLocalDateTime()))
        .doesNotContain("??", "SHA-256", heading);
  }
}
