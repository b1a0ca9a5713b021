package kz.miras.registrar.achievement.service.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import kz.miras.registrar.achievement.analysis.AnalysisBase;
import kz.miras.registrar.achievement.analysis.AnalysisCut;
import kz.miras.registrar.achievement.analysis.AnalysisFigures;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Asked;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.Part;
import kz.miras.registrar.achievement.service.analysis.AnalysisView.TermColumn;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.ScaledGrade;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.ReportFiles;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import kz.miras.registrar.shared.service.ReportTable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AnalysisFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 20);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, DAY);

  private static LocalizedText text(String word) {
    return LocalizedText.of(word, word, word);
  }

  private static AnalysisFigures figures(int... percents) {
    AnalysisFigures figures = AnalysisFigures.none();
    for (int percent : percents) {
      ScaledGrade result = new ScaledGrade(Grade.of(percent, GradeScale.V2), GradeScale.V2);
      figures = figures.with(result, 1, RULES).with(List.of(result), 1);
    }
    return figures;
  }

  private static AnalysisView view() {
    TermColumn now = new TermColumn(2, "2025-1", "AUTUMN", "2025/2026", 10, 7);
    TermColumn before = new TermColumn(1, "2024-1", "AUTUMN", "2024/2025", 9, 9);
    Part school =
        new Part(
            "SIT",
            text("Ақпараттық технологиялар"),
            null,
            Map.of(2L, figures(92, 72, 49), 1L, figures(60)));
    return new AnalysisView(
        new Asked("2025-1", AnalysisCut.SCHOOL, Map.of(AnalysisCut.FUNDING, "GRANT"), 1),
        List.of(now, before),
        List.of(school, new Part("", null, null, Map.of())),
        school.figures(),
        Map.of(2L, figures(92, 72, 49, 50)),
        AnalysisBase.WITHOUT_EXCUSED);
  }

  private static Paper analysis(Language language) {
    AnalysisTables tables = new AnalysisTables(view(), language);
    return new Paper(
        "2025-1",
        tables.note(),
        List.of(tables.parts(), tables.grades(), tables.distribution()),
        List.of("Ким В."));
  }

  private static Paper group(Language language, int members) {
    boolean whole = members == 1;
    GroupSheetView.Column column =
        new GroupSheetView.Column(
            "id:1", "IT101", text("Алгоритмы"), 5, whole ? figures(92).results() : null);
    GroupSheetView.Row row =
        new GroupSheetView.Row(
            "7f1c2c1e-0000-4000-8000-000000000001",
            "2300001",
            "Әбдіқадыр Қуаныш",
            Map.of("id:1", new GroupSheetView.Cell(92, "A-", false)),
            5,
            5,
            new BigDecimal("3.67"),
            null,
            new BigDecimal("3.10"),
            2,
            whole ? 1 : null);
    return GroupSheetFile.paper(
        new GroupSheetView(
            "ИС-25-1",
            "6B06101",
            text("Информатика"),
            "2025-1",
            "AUTUMN",
            "2025/2026",
            List.of(column),
            members,
            List.of(row),
            whole ? GradeCount.none() : null,
            DAY),
        language);
  }

  private static String print(Paper paper, Language language) throws IOException {
    byte[] pdf =
        new PdfRenderer()
            .render("report", language, ReportFiles.model(paper, text("«Мирас»"), DAY));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " ");
    }
  }

  /** Everything a workbook says, one sheet after the other. */
  private static String workbook(Paper paper) throws IOException {
    byte[] workbook = new ReportFiles().xlsx(paper);
    StringBuilder said = new StringBuilder();
    Path file = Files.createTempFile("report", ".xlsx");
    try {
      Files.write(file, workbook);
      try (ZipFile zip = new ZipFile(file.toFile())) {
        for (ZipEntry entry : Collections.list(zip.entries())) {
          said.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
        }
      }
    } finally {
      Files.delete(file);
    }
    return said.toString();
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("an analysis says the same on paper and in a workbook, beside the year before")
  void analysisAsFiles(Language language) throws IOException {
    String paper = print(analysis(language), language);
    // two of three pass, two are good; three of four students of the university pass
    assertThat(paper).contains("66,67", "100,00", "75,00", "2024-1", "2025-1", "GRANT", "Ким В.");
    assertThat(paper).contains("Ақпараттық технологиялар").doesNotContain("??");
    String workbook = workbook(analysis(language));
    assertThat(workbook).contains("66.67", "2024-1", "SIT").doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("CTL-18 a table warns of too many A and A-, of a summer it never does")
  void excellentOfATerm(Language language) {
    String warning = Messages.text(language, "achievement.analysis.too-many");
    List<Object> autumn = new AnalysisTables(view(), language).parts().rows().get(0);
    assertThat(autumn).contains(new BigDecimal("33.33"), warning);
    AnalysisView view = view();
    TermColumn now = new TermColumn(2, "2025-3", "SUMMER", "2025/2026", 10, 7);
    AnalysisView summer =
        new AnalysisView(
            view.asked(), List.of(now), view.parts(), view.all(), view.others(), view.base());
    assertThat(new AnalysisTables(summer, language).parts().rows().get(0))
        .contains(new BigDecimal("33.33"))
        .doesNotContain(warning);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("on paper students and results stand apart, each beside the year before")
  void partsOnPaper(Language language) {
    AnalysisTables tables = new AnalysisTables(view(), language);
    List<ReportTable> paper = tables.onPaper();
    // of three students two passed and two are good; the year before one of one passed, none good
    assertThat(paper.get(0).rows().get(0).subList(1, 8))
        .containsExactly(
            3,
            2,
            1,
            new BigDecimal("66.67"),
            new BigDecimal("66.67"),
            new BigDecimal("100.00"),
            new BigDecimal("0.00"));
    int both = paper.get(0).headings().size() + paper.get(1).headings().size();
    assertThat(tables.parts().headings()).hasSize(both - 1);
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("a consolidated sheet has marks, GPA, debts, place and lines to sign")
  void groupAsFiles(Language language) throws IOException {
    String paper = print(group(language, 1), language);
    assertThat(paper)
        .contains("Әбдіқадыр Қуаныш", "92 A-", "3,67", "—", "3,10", "IT101 (5)", "20.01.2026");
    assertThat(paper).contains("ИС-25-1", "2025/2026", "____").doesNotContain("??");
    assertThat(workbook(group(language, 1))).contains("92 A-", "3.67").doesNotContain("??");
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName("of a group that is not seen whole a consolidated sheet says how many it shows")
  void someOfGroup(Language language) throws IOException {
    assertThat(print(group(language, 1), language)).contains("100,00");
    String paper = print(group(language, 7), language);
    assertThat(paper).contains("92 A-", "7").doesNotContain("100,00").doesNotContain("??");
    assertThat(paper)
        .contains(
            Messages.text(language, "achievement.consolidated.shown", 1, 7)
                .replaceAll("[\\s\u00a0]+", " "));
  }
}
