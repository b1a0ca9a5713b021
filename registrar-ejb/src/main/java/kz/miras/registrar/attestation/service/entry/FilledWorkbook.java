package kz.miras.registrar.attestation.service.entry;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kz.miras.registrar.attestation.entry.FileLine;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Spreadsheet;

/**
 * SHT-19. A workbook of {@link SheetWorkbook} as it comes back.
 *
 * @param sheet public id of the sheet it names; empty where it names none
 * @param number of that sheet
 * @param seal it carries
 */
record FilledWorkbook(String sheet, String number, String seal, List<FileLine> lines) {

  private static final int LONGEST_NAME = 200;
  private static final int MOST_LINES = 1000;
  private static final int MOST_CHARACTERS = 1_000_000;

  private static final FilledWorkbook NONE = new FilledWorkbook("", "", "", List.of());

  /**
   * Reads it.
   *
   * @param columns of the sheet it should be of
   * @throws RegistrarException.Refused where it is no workbook
   */
  static FilledWorkbook read(byte[] content, List<String> columns) {
    List<Spreadsheet.Line> lines = lines(content);
    if (lines.size() < 2 || !SheetWorkbook.SIGN.equals(cell(lines.get(0), 0))) {
      return NONE;
    }
    Map<String, Integer> places = new LinkedHashMap<>();
    List<String> names = lines.get(1).cells();
    for (int i = 0; i < names.size(); i++) {
      places.putIfAbsent(names.get(i), i);
    }
    List<FileLine> found = new ArrayList<>();
    for (Spreadsheet.Line line : lines.subList(2, lines.size())) {
      String version = cell(line, places.getOrDefault(SheetWorkbook.VERSION, -1));
      if (version.matches("\\d{1,9}")) {
        found.add(line(line, places, columns, Integer.parseInt(version)));
      }
    }
    return new FilledWorkbook(
        cell(lines.get(0), 1), cell(lines.get(0), 3), cell(lines.get(0), 2), found);
  }

  private static FileLine line(
      Spreadsheet.Line line, Map<String, Integer> places, List<String> columns, int version) {
    Map<String, String> before = new TreeMap<>();
    Map<String, String> text = new TreeMap<>();
    Set<String> calculated = new HashSet<>();
    for (String column : columns) {
      String typed = cell(line, places.getOrDefault(column, -1));
      if (typed.equals(Spreadsheet.FORMULA) || typed.equals(Spreadsheet.FAULT)) {
        calculated.add(column);
        typed = "";
      }
      text.put(column, typed);
      before.put(column, cell(line, places.getOrDefault(SheetWorkbook.BEFORE + column, -1)));
    }
    String position = cell(line, places.getOrDefault(SheetWorkbook.POSITION, -1));
    return new FileLine(
        position.matches("\\d{1,4}") ? Integer.parseInt(position) : 0,
        cell(line, places.getOrDefault(SheetWorkbook.NUMBER, -1)),
        cell(line, places.getOrDefault(SheetWorkbook.STUDENT, -1)),
        version,
        before,
        text,
        calculated);
  }

  private static String cell(Spreadsheet.Line line, int at) {
    return at < 0 || at >= line.cells().size() ? "" : line.cells().get(at).strip();
  }

  private static List<Spreadsheet.Line> lines(byte[] content) {
    if (!Spreadsheet.fits(content)) {
      throw refused("attestation.file.not-xlsx");
    }
    try {
      return Spreadsheet.lines(content, MOST_LINES, MOST_CHARACTERS);
    } catch (Spreadsheet.Unreadable unreadable) {
      throw switch (unreadable.obstacle()) {
        case NOT_XLSX -> refused("attestation.file.not-xlsx");
        case MACROS -> refused("attestation.file.macros");
        case UNPACKS_TOO_LARGE, TOO_LONG -> refused("attestation.file.too-large");
      };
    }
  }

  private static RegistrarException.Refused refused(String code, Serializable... args) {
    return new RegistrarException.Refused(Refusal.of(code, "SHT-19", args).at("file"));
  }

  /** A name without its folders, as the audit trail has room for. */
  static String named(String file) {
    String name = file == null ? "" : file.replaceAll("^.*[/\\\\]", "");
    return name.length() <= LONGEST_NAME ? name : name.substring(name.length() - LONGEST_NAME);
  }
}
