package kz.miras.registrar.attestation.service.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.ProtectionOption;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * SHT-19. A sheet as a workbook to be filled: what is not filled in it is protected, and hidden
 * lines and columns say which sheet it is of and what stood there.
 */
final class SheetWorkbook {

  /** How the first cell of a workbook made here begins. */
  static final String SIGN = "registrar-marks-1";

  /** Machine name of the column with the student's number. */
  static final String NUMBER = "number";

  /** Machine name of the column with the version of the row. */
  static final String VERSION = "version";

  /** What the machine name of a column with what stood there begins with. */
  static final String BEFORE = "before.";

  static final String POSITION = "position";
  static final String STUDENT = "student";

  private static final int FIRST_LINE = 6;
  private static final int HEADINGS = FIRST_LINE - 1;
  private static final int LONGEST_NAME = 31;
  private static final String TO_FILL = "FFF8DC";
  private static final String FIXED = "EEF1F4";

  private SheetWorkbook() {}

  /**
   * What stands above the lines.
   *
   * @param id public id of the sheet
   * @param title what it is a sheet of
   * @param facts group, term, teacher
   * @param how what is filled and with what
   * @param check what a cell that holds something else is told
   */
  record Head(String id, String number, String title, String facts, String how, String check) {}

  /**
   * A column that is filled.
   *
   * @param name by which it comes back
   * @param marked whether a mark of two letters may stand in place of a number
   */
  record Column(String name, String heading, boolean marked) {}

  /**
   * A line.
   *
   * @param standing what stands in each column, as it would be typed
   * @param derived what follows from it; null where nothing does yet
   * @param open columns that are filled in it
   */
  record Line(
      int position,
      String student,
      String number,
      int version,
      Map<String, String> standing,
      Number derived,
      Set<String> open) {

    /** The same as it comes back untouched. */
    FileLine asRead() {
      return new FileLine(position, number, student.strip(), version, standing, standing, Set.of());
    }
  }

  /**
   * The workbook.
   *
   * @param derived heading of the column of what follows; null for none
   * @param seal of all that comes back unchanged
   */
  static byte[] write(
      Head head,
      List<Column> columns,
      String derived,
      List<Line> lines,
      String seal,
      Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      Page page = new Page(workbook.newWorksheet(named(head.number())), columns, derived, language);
      page.identity(head, seal);
      page.heading(head);
      for (int i = 0; i < lines.size(); i++) {
        page.line(FIRST_LINE + i, lines.get(i));
      }
      page.checks(lines, head.check());
      page.finish();
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** The number as a spreadsheet may call a sheet. */
  private static String named(String number) {
    String name = number.replaceAll("[\\[\\]:*?/\\\\]", "-");
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }

  /** Where a column of the sheet stands. */
  private static final class Page {

    private static final int FIRST_COLUMN = 3;

    private final Worksheet sheet;
    private final List<Column> columns;
    private final String derived;
    private final Language language;

    private Page(Worksheet sheet, List<Column> columns, String derived, Language language) {
      this.sheet = sheet;
      this.columns = columns;
      this.derived = derived;
      this.language = language;
    }

    private int version() {
      return FIRST_COLUMN + columns.size() + (derived == null ? 0 : 1);
    }

    /** Two hidden lines: whose the file is, and what each column is. */
    private void identity(Head head, String seal) {
      sheet.value(0, 0, SIGN);
      sheet.value(0, 1, head.id());
      sheet.value(0, 2, seal);
      sheet.value(0, 3, head.number());
      sheet.value(1, 0, POSITION);
      sheet.value(1, 1, STUDENT);
      sheet.value(1, 2, NUMBER);
      for (int i = 0; i < columns.size(); i++) {
        sheet.value(1, FIRST_COLUMN + i, columns.get(i).name());
        sheet.value(1, version() + 1 + i, BEFORE + columns.get(i).name());
        sheet.hideColumn(version() + 1 + i);
      }
      sheet.value(1, version(), VERSION);
      sheet.hideColumn(version());
      sheet.hideRow(0);
      sheet.hideRow(1);
    }

    private void heading(Head head) {
      sheet.value(2, 0, head.title());
      sheet.style(2, 0).bold().fontSize(13).set();
      sheet.value(3, 0, head.facts());
      sheet.value(4, 0, head.how());
      sheet.style(4, 0).italic().fontColor("566573").set();
      cell(0, "№", 5);
      cell(1, Messages.text(language, "office.field.full_name"), 40);
      cell(2, Messages.text(language, "office.field.student_no"), 16);
      for (int i = 0; i < columns.size(); i++) {
        cell(FIRST_COLUMN + i, columns.get(i).heading(), 12);
      }
      if (derived != null) {
        cell(version() - 1, derived, 12);
      }
      sheet.freezePane(FIRST_COLUMN, FIRST_LINE);
    }

    private void cell(int column, String heading, int width) {
      sheet.value(HEADINGS, column, heading);
      sheet.style(HEADINGS, column).bold().fillColor("E8EEF4").set();
      sheet.width(column, width);
    }

    private void line(int at, Line line) {
      sheet.value(at, 0, line.position());
      sheet.value(at, 1, line.student());
      sheet.value(at, 2, line.number());
      for (int i = 0; i < columns.size(); i++) {
        String standing = line.standing().getOrDefault(columns.get(i).name(), "");
        int column = FIRST_COLUMN + i;
        if (standing.matches("[0-9.]+")) {
          sheet.value(at, column, new BigDecimal(standing));
        } else if (!standing.isEmpty()) {
          sheet.value(at, column, standing);
        }
        boolean filled = line.open().contains(columns.get(i).name());
        sheet
            .style(at, column)
            .horizontalAlignment("center")
            .fillColor(filled ? TO_FILL : FIXED)
            .protectionOption(ProtectionOption.LOCKED, !filled)
            .set();
        // as a text: what stood there comes back letter by letter
        sheet.value(at, version() + 1 + i, standing);
      }
      if (line.derived() != null) {
        sheet.value(at, version() - 1, line.derived());
      }
      sheet.value(at, version(), line.version());
    }

    /** Tells whoever fills it at once what no cell holds; a mark may be in either alphabet. */
    private void checks(List<Line> lines, String told) {
      for (int i = 0; i < columns.size(); i++) {
        String name = columns.get(i).name();
        if (lines.stream().noneMatch(line -> line.open().contains(name))) {
          continue;
        }
        int column = FIRST_COLUMN + i;
        String cell = sheet.range(FIRST_LINE, column, FIRST_LINE, column).toString();
        cell = cell.substring(0, cell.indexOf(':') < 0 ? cell.length() : cell.indexOf(':'));
        // the library writes formulas as they are: less and greater would end the file there
        String number = "AND(ISNUMBER(" + cell + ")," + cell + "=MEDIAN(0," + cell + ",100))";
        String text = columns.get(i).marked() ? "LEN(" + cell + ")=2" : "FALSE";
        sheet
            .range(FIRST_LINE, column, FIRST_LINE + lines.size() - 1, column)
            .validateWithFormula("OR(" + number + "," + text + ")")
            .allowBlank(true)
            .errorStyle(DataValidationErrorStyle.WARNING)
            .showErrorMessage(true)
            .errorTitle("Registrar")
            .error(told);
      }
    }

    private void finish() {
      sheet.fitToWidth((short) 1);
      sheet.fitToHeight((short) 0);
      // it keeps from slips only: the seal tells what was changed, whoever lifts it
      sheet.protect("registrar");
    }
  }
}
