package kz.miras.registrar.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

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
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream zip = new ZipOutputStream(out)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        byte[] part = in.readAllBytes();
        zip.putNextEntry(new ZipEntry(entry.getName()));
        zip.write(
            entry.getName().equals(SHEET)
                ? replaced(new String(part, StandardCharsets.UTF_8), cell, content)
                    .getBytes(StandardCharsets.UTF_8)
                : part);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
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
