package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.ReportFiles.Paper;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFilesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

  private static Paper paper(ReportTable table) {
    return new Paper("2025-1", "note", List.of(table), List.of());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 999, 1000, 2500})
  @DisplayName("a table of any length is written whole; a full sheet goes on in the next")
  void endless(int rows) throws IOException {
    byte[] file =
        ReportFiles.xlsx(
            paper(new ReportTable("results", List.of("student", "percent"), List.of())),
            sink -> {
              for (int i = 1; i <= rows; i++) {
                sink.accept(ReportTable.row("S" + i, i));
              }
            },
            1000);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file))) {
      List<Sheet> sheets = workbook.getSheets().toList();
      assertThat(sheets).hasSize(Math.max(1, (rows + 999) / 1000));
      int next = 1;
      for (int i = 0; i < sheets.size(); i++) {
        assertThat(sheets.get(i).getName()).isEqualTo(i + 1 + " results");
        List<Row> read = sheets.get(i).read();
        for (Row row : read.subList(3, read.size())) {
          assertThat(row.getCellText(0)).isEqualTo("S" + next);
          assertThat(row.getCell(1).asNumber().intValueExact()).isEqualTo(next++);
        }
      }
      assertThat(next).isEqualTo(rows + 1);
    }
  }

  @Test
  @DisplayName("what the rows of a table come to stands below them, in the workbook and on paper")
  void total() throws IOException {
    Paper paper =
        paper(
            new ReportTable(
                "money",
                List.of("discipline", "income"),
                List.of(ReportTable.row("ART", 105), ReportTable.row("LAW", 42)),
                ReportTable.row("total", 147)));
    byte[] xlsx = new ReportFiles().xlsx(paper);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      List<Row> read = workbook.getFirstSheet().read();
      assertThat(read.get(read.size() - 1).getCellText(0)).isEqualTo("total");
      assertThat(read.get(read.size() - 1).getCell(1).asNumber().intValueExact()).isEqualTo(147);
    }
    byte[] pdf =
        new PdfRenderer()
            .render(
                "report",
                Language.KK,
                ReportFiles.model(paper, LocalizedText.of("Мирас", "Мирас", "Miras"), DAY));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(new PDFTextStripper().getText(document).replaceAll("[\\s\u00a0]+", " "))
          .contains("ART 105", "LAW 42", "total 147", "Мирас");
    }
  }
}
