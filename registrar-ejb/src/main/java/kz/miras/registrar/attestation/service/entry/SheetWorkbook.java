package kz.miras.registrar.attestation.service.entry;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

  private static final String RATING = "rating";
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
   */
  record Head(String id, String number, String title, String facts) {}

  /**
   * A line.
   *
   * @param standing what stands in each column, as it would be typed
   * @param rating admission rating; null where there is none yet
   * @param closed whether nothing is typed in it any more
   */
  record Line(
      int position,
      String student,
      String number,
      int version,
      Map<String, String> standing,
      Integer rating,
      boolean closed) {}

  /**
   * The workbook.
   *
   * @param columns of the sheet
   * @param open those of them that are filled
   * @param rated whether the sheet has an admission rating
   * @param seal of all that comes back unchanged
   */
  static byte[] write(
      Head head,
      List<String> columns,
      Set<String> open,
      boolean rated,
      List<Line> lines,
      String seal,
      Language language) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      Worksheet sheet = workbook.newWorksheet(named(head.number()));
      Page page = new Page(sheet, columns, rated, language);
      page.identity(head, seal);
      page.heading(head);
      for (int i = 0; i < lines.size(); i++) {
        page.line(FIRST_LINE + i, lines.get(i), open);
      }
      page.checks(open, lines.size());
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
    private final List<String> columns;
    private final boolean rated;
    private final Language language;

    private Page(Worksheet sheet, List<String> columns, boolean rated, Language language) {
      this.sheet = sheet;
      this.columns = columns;
      this.rated = rated;
      this.language = language;
    }

    private int version() {
      return FIRST_COLUMN + columns.size() + (rated ? 1 : 0);
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
        sheet.value(1, FIRST_COLUMN + i, columns.get(i));
        sheet.value(1, version() + 1 + i, BEFORE + columns.get(i));
        sheet.hideColumn(version() + 1 + i);
      }
      if (rated) {
        sheet.value(1, version() - 1, RATING);
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
      sheet.value(4, 0, Messages.text(language, "attestation.file.how"));
      sheet.style(4, 0).italic().fontColor("566573").set();
      cell(0, "№", 5);
      cell(1, Messages.text(language, "office.field.full_name"), 40);
      cell(2, Messages.text(language, "office.field.student_no"), 16);
      for (int i = 0; i < columns.size(); i++) {
        String column = columns.get(i);
        String key =
            column.equals("score") && columns.size() == 1 && !rated
                ? "attestation.col.single"
                : "attestation.col." + column;
        cell(FIRST_COLUMN + i, Messages.text(language, key), 12);
      }
      if (rated) {
        cell(version() - 1, Messages.text(language, "attestation.col.rating"), 12);
      }
      sheet.freezePane(FIRST_COLUMN, FIRST_LINE);
    }

    private void cell(int column, String heading, int width) {
      sheet.value(HEADINGS, column, heading);
      sheet.style(HEADINGS, column).bold().fillColor("E8EEF4").set();
      sheet.width(column, width);
    }

    private void line(int at, Line line, Set<String> open) {
      sheet.value(at, 0, line.position());
      sheet.value(at, 1, line.student());
      sheet.value(at, 2, line.number());
      for (int i = 0; i < columns.size(); i++) {
        String standing = line.standing().getOrDefault(columns.get(i), "");
        int column = FIRST_COLUMN + i;
        if (standing.matches("[0-9.]+")) {
          sheet.value(at, column, new BigDecimal(standing));
        } else if (!standing.isEmpty()) {
          sheet.value(at, column, standing);
        }
        boolean filled = open.contains(columns.get(i)) && !line.closed();
        sheet
            .style(at, column)
            .horizontalAlignment("center")
            .fillColor(filled ? TO_FILL : FIXED)
            .protectionOption(ProtectionOption.LOCKED, !filled)
            .set();
        // as a text: what stood there comes back letter by letter
        sheet.value(at, version() + 1 + i, standing);
      }
      if (rated && line.rating() != null) {
        sheet.value(at, version() - 1, line.rating());
      }
      sheet.value(at, version(), line.version());
    }

    /** Tells whoever fills it at once what no cell holds; the mark AB may be in either alphabet. */
    private void checks(Set<String> open, int lines) {
      for (int i = 0; i < columns.size(); i++) {
        if (lines == 0 || !open.contains(columns.get(i))) {
          continue;
        }
        int column = FIRST_COLUMN + i;
        String cell = Character.toString('A' + column) + (FIRST_LINE + 1);
        // the library writes formulas as they are: less and greater would end the file there
        String number = "AND(ISNUMBER(" + cell + ")," + cell + "=MEDIAN(0," + cell + ",100))";
        String text = columns.get(i).equals("score") ? "LEN(" + cell + ")=2" : "FALSE";
        sheet
            .range(FIRST_LINE, column, FIRST_LINE + lines - 1, column)
            .validateWithFormula("OR(" + number + "," + text + ")")
            .allowBlank(true)
            .errorStyle(DataValidationErrorStyle.WARNING)
            .showErrorMessage(true)
            .errorTitle("Registrar")
            .error(Messages.text(language, "attestation.file.cell"));
      }
    }

    private void finish() {
      sheet.fitToWidth((short) 1);
      // without a password: the seal tells what was changed, whoever lifts the protection
      sheet.protect("");
    }
  }
}
