package kz.miras.registrar.office.service;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Spreadsheet;

/**
 * A file as a table: the headings of its first row and the rows below.
 *
 * @param headings as written, in their order; none is blank
 * @param rows those that are not empty
 */
record TableFile(List<String> headings, List<TableRow> rows) {

  static final int MOST_ROWS = 200_000;
  static final int MOST_COLUMNS = 200;
  static final long MOST_CHARACTERS = 60_000_000;

  /** A line as read: cell by cell, the marks of {@link Spreadsheet} among them. */
  record Line(int number, List<String> cells) {

    private boolean isBlank() {
      return cells.stream().allMatch(cell -> cell == null || cell.isBlank());
    }
  }

  /**
   * Reads the first sheet of an XLSX, or a CSV.
   *
   * @throws RegistrarException.Refused where it is neither, is empty or too large
   */
  static TableFile read(String name, byte[] content) {
    List<Line> lines = new ArrayList<>();
    for (Line line : Spreadsheet.fits(content) ? XlsxTable.lines(content) : csv(name, content)) {
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    if (lines.size() > MOST_ROWS + 1) {
      throw refused("office.import.too-long", name);
    }
    if (lines.size() < 2) {
      throw refused("office.import.empty", name);
    }
    Map<Integer, String> headings = new LinkedHashMap<>();
    List<String> first = lines.get(0).cells();
    for (int i = 0; i < first.size(); i++) {
      if (first.get(i) != null && !first.get(i).isBlank()) {
        headings.put(i, shortened(first.get(i)));
      }
    }
    if (headings.size() > MOST_COLUMNS) {
      throw refused("office.import.too-wide", name, MOST_COLUMNS);
    }
    List<TableRow> rows = new ArrayList<>(lines.size());
    for (Line line : lines.subList(1, lines.size())) {
      rows.add(row(headings, line));
    }
    return new TableFile(List.copyOf(headings.values()), rows);
  }

  private static List<Line> csv(String name, byte[] content) {
    if (content.length > 0
        && !isOldExcel(content)
        && name.toLowerCase(Locale.ROOT).endsWith(".xlsx")) {
      throw refused("office.import.not-xlsx");
    }
    return CsvTable.lines(name, content);
  }

  private static String shortened(String heading) {
    String text = heading.startsWith("\u0000") ? "=…" : heading.strip();
    return text.length() <= 60 ? text : text.substring(0, 60) + "…";
  }

  private static TableRow row(Map<Integer, String> headings, Line line) {
    Map<String, String> values = new LinkedHashMap<>();
    Map<String, String> problems = new HashMap<>();
    headings.forEach(
        (at, heading) -> {
          String cell = at < line.cells().size() ? line.cells().get(at) : null;
          if (Spreadsheet.FORMULA.equals(cell)) {
            problems.put(heading, "office.import.formula");
          } else if (Spreadsheet.FAULT.equals(cell)) {
            problems.put(heading, "office.import.cell-fault");
          }
          values.put(heading, cell == null || cell.startsWith("\u0000") ? "" : cell);
        });
    return new TableRow(line.number(), values, problems);
  }

  /** True for a format of spreadsheets that only its own programs read. */
  static boolean isOldExcel(byte[] content) {
    return content.length > 4
        && (content[0] & 0xff) == 0xd0
        && (content[1] & 0xff) == 0xcf
        && (content[2] & 0xff) == 0x11
        && (content[3] & 0xff) == 0xe0;
  }

  static RegistrarException.Refused refused(String code, java.io.Serializable... args) {
    return new RegistrarException.Refused(Refusal.of(code, "DAT-1", args).at("file"));
  }

  /** Letters as headings compare them. */
  static String folded(String heading) {
    return heading.strip().replace("*", "").strip().toLowerCase(Locale.ROOT);
  }
}
