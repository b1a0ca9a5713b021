package kz.miras.registrar.achievement.service.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Reports on progress as files: a workbook with a sheet for each table, or a paper to sign. */
@ApplicationScoped
public class ReportFiles {

  private static final int FIRST_ROW = 3;
  private static final int LONGEST_NAME = 31;
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
    sheet.value(0, 0, paper.title() + " — " + table.title());
    sheet.style(0, 0).bold().fontSize(13).set();
    sheet.value(1, 0, paper.note());
    for (int i = 0; i < table.headings().size(); i++) {
      sheet.value(FIRST_ROW, i, table.headings().get(i));
      sheet.style(FIRST_ROW, i).bold().fillColor("E8EEF4").wrapText(true).set();
      sheet.width(i, i == 0 ? WIDE : NARROW);
    }
    int line = FIRST_ROW + 1;
    for (List<Object> row : table.rows()) {
      for (int i = 0; i < row.size(); i++) {
        if (row.get(i) instanceof Number number) {
          sheet.value(line, i, number);
        } else {
          sheet.value(line, i, ReportTable.shown(row.get(i)));
        }
      }
      line++;
    }
    sheet.freezePane(1, FIRST_ROW + 1);
  }

  /** The report on paper. */
  public byte[] pdf(Paper paper, Language language) {
    return renderer.render(
        "progress", language, model(paper, settings.localized("name", time.today()), time.today()));
  }

  /** What the template shows. */
  static Map<String, Object> model(Paper paper, LocalizedText university, LocalDate today) {
    Map<String, Object> model = new HashMap<>();
    model.put("paper", paper);
    model.put("cells", new Cells());
    model.put("university", university);
    model.put("printed", today);
    return model;
  }

  /** How values stand in the cells of the paper. */
  public static final class Cells {

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
