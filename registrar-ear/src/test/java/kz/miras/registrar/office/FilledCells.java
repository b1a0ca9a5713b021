package kz.miras.registrar.office;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A workbook whose cells somebody fills in a spreadsheet. */
public final class FilledCells {

  private static final String SHEET = "xl/worksheets/sheet1.xml";

  private FilledCells() {}

  /**
   * The workbook with another value in a cell, whatever protects it.
   *
   * @param cell its address, F7 for one
   * @param value a number, or a text
   */
  public static byte[] with(byte[] workbook, String cell, String value) {
    return changed(workbook, cell, content(value));
  }

  /** The workbook with a formula in a cell. */
  public static byte[] formula(byte[] workbook, String cell, String formula) {
    return changed(workbook, cell, "><f>" + formula + "</f><v>90</v>");
  }

  private static String content(String value) {
    return value.matches("[0-9.]+")
        ? " t=\"n\"><v>" + value + "</v>"
        : " t=\"inlineStr\"><is><t>" + value + "</t></is>";
  }

  private static byte[] changed(byte[] workbook, String cell, String content) {
    try {
      Path file = Files.createTempFile("registrar-it", ".xlsx");
      try {
        Files.write(file, workbook);
        try (FileSystem zip = FileSystems.newFileSystem(file, Map.of())) {
          Path sheet = zip.getPath(SHEET);
          Files.writeString(sheet, replaced(Files.readString(sheet), cell, content));
        }
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String replaced(String sheet, String cell, String content) {
    Pattern old = Pattern.compile("<c r=\"" + cell + "\"( s=\"\\d+\")?[^>]*?(/>|>.*?</c>)");
    Matcher found = old.matcher(sheet);
    if (!found.find()) {
      throw new AssertionError("no cell " + cell);
    }
    String style = found.group(1) == null ? "" : found.group(1);
    return sheet.substring(0, found.start())
        + "<c r=\""
        + cell
        + "\""
        + style
        + content
        + "</c>"
        + sheet.substring(found.end());
  }
}
