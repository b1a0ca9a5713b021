package kz.miras.registrar.shared.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.template.TemplateTool;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Reports of tables as files: a workbook with a sheet for each table, or a paper to sign. */
@ApplicationScoped
public class ReportFiles {

  private static final int FIRST_ROW = 3;
  private static final int LONGEST_NAME = 31;
  private static final int TOGETHER = 500;

  /** Rows of a table that find room on one sheet of a workbook, its heading left out. */
  private static final int MOST_ROWS = 1_000_000;

  private static final int WIDE = 46;
  private static final int NARROW = 13;

  @Inject private PdfRenderer renderer;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * A report.
   *
   * @param title its heading
   * @param note what it covers and how its rates are counted
   * @param signed who signs it
   */
  public record Paper(String title, String note, List<ReportTable> tables, List<String> signed) {}

  /** The report as a workbook, a sheet for each table. */
  public byte[] xlsx(Paper paper) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      int number = 1;
      for (ReportTable table : paper.tables()) {
        sheet(workbook.newWorksheet(name(number++, table.title())), paper, table);
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A name of a sheet: short, and without the signs a workbook refuses. */
  private static String name(int number, String title) {
    String name = number + " " + title.replaceAll("[\\\\/*?:\\[\\]]", " ");
    return name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) : name;
  }

  private static void sheet(Worksheet sheet, Paper paper, ReportTable table) {
    head(sheet, paper, table);
    int line = FIRST_ROW + 1;
    for (List<Object> row : table.rows()) {
      row(sheet, line++, row);
    }
    if (table.total() != null) {
      row(sheet, line, table.total());
      for (int i = 0; i < table.total().size(); i++) {
        sheet.style(line, i).bold().set();
      }
    }
  }

  private static void head(Worksheet sheet, Paper paper, ReportTable table) {
    sheet.value(0, 0, paper.title() + " — " + table.title());
    sheet.style(0, 0).bold().fontSize(13).set();
    sheet.value(1, 0, paper.note());
    sheet.freezePane(1, FIRST_ROW + 1);
    for (int i = 0; i < table.headings().size(); i++) {
      sheet.value(FIRST_ROW, i, table.headings().get(i));
      sheet.style(FIRST_ROW, i).bold().fillColor("E8EEF4").wrapText(true).set();
      sheet.width(i, i == 0 ? WIDE : NARROW);
    }
  }

  private static void row(Worksheet sheet, int line, List<Object> row) {
    for (int i = 0; i < row.size(); i++) {
      if (row.get(i) instanceof Number number) {
        sheet.value(line, i, number);
      } else {
        sheet.value(line, i, ReportTable.shown(row.get(i)));
      }
    }
  }

  /**
   * A report of one table whose rows come one after the other and are never held together; where
   * they are more than a sheet of a workbook has, another sheet goes on.
   *
   * @param paper with the one table, which names the headings
   * @param rows hands over each row
   */
  public byte[] xlsx(Paper paper, Consumer<Consumer<List<Object>>> rows) {
    return xlsx(paper, rows, MOST_ROWS);
  }

  static byte[] xlsx(Paper paper, Consumer<Consumer<List<Object>>> rows, int most) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      Endless endless = new Endless(workbook, paper, most);
      rows.accept(endless);
      endless.end();
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A table that goes on from sheet to sheet. */
  private static final class Endless implements Consumer<List<Object>> {

    private final Workbook workbook;
    private final Paper paper;
    private final int most;
    private Worksheet sheet;
    private int sheets;
    private int rows;

    private Endless(Workbook workbook, Paper paper, int most) {
      this.workbook = workbook;
      this.paper = paper;
      this.most = most;
      next();
    }

    private void next() {
      ReportTable table = paper.tables().get(0);
      sheet = workbook.newWorksheet(name(++sheets, table.title()));
      head(sheet, paper, table);
      rows = 0;
    }

    @Override
    public void accept(List<Object> row) {
      try {
        if (rows == most) {
          end();
          next();
        }
        row(sheet, FIRST_ROW + 1 + rows++, row);
        if (rows % TOGETHER == 0) {
          sheet.flush();
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    private void end() throws IOException {
      sheet.finish();
    }
  }

  /** The report on paper. */
  public byte[] pdf(Paper paper, Language language) {
    return pdf(paper, language, time.today());
  }

  /** The report of a past day on paper, under the name the university had on it. */
  public byte[] pdf(Paper paper, Language language, LocalDate of) {
    return renderer.render(
        "report", language, model(paper, settings.localized("name", of), time.today()));
  }

  /** What the template shows. */
  public static Map<String, Object> model(Paper paper, LocalizedText university, LocalDate today) {
    Map<String, Object> model = new HashMap<>();
    model.put("paper", paper);
    model.put("cells", new Cells());
    model.put("university", university);
    model.put("printed", today);
    return model;
  }

  /** How values stand in the cells of the paper. */
  public static final class Cells implements TemplateTool {

    /** A value as it is printed. */
    public String shown(Object value) {
      return ReportTable.shown(value);
    }

    /** Style of its cell. */
    public String style(Object value) {
      return ReportTable.isNumber(value) ? "num" : "";
    }
  }
}
