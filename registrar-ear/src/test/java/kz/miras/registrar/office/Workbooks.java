package kz.miras.registrar.office;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Workbooks made by hand, right ones and spoiled ones. */
final class Workbooks {

  /** How a file of the programs before 2007 begins. */
  static final byte[] OLD = {(byte) 0xd0, (byte) 0xcf, 0x11, (byte) 0xe0, (byte) 0xa1, 1, 2, 3};

  private Workbooks() {}

  static byte[] of(String sheet, List<String[]> rows) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      fill(workbook.newWorksheet(sheet), rows);
      workbook.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row whose last cell is calculated. */
  static byte[] formula(String[] headings, String[] row) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Test", "1.0")) {
      Worksheet sheet = workbook.newWorksheet("sheet");
      fill(sheet, List.of(headings, row));
      sheet.formula(1, row.length - 1, "UPPER(\"unit\")");
      workbook.finish();
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Worksheet sheet, List<String[]> rows) {
    for (int line = 0; line < rows.size(); line++) {
      for (int column = 0; column < rows.get(line).length; column++) {
        sheet.value(line, column, rows.get(line)[column]);
      }
    }
  }

  /** A workbook with one more part. */
  static byte[] with(byte[] workbook, String part, byte[] content) {
    return with(workbook, part, content, 1);
  }

  /** A small file that unpacks to more than 200 MB. */
  static byte[] bomb(byte[] workbook) {
    return with(workbook, "xl/worksheets/sheet9.xml", new byte[1 << 20], 210);
  }

  static byte[] zip(String part, byte[] content) {
    return with(null, part, content, 1);
  }

  private static byte[] with(byte[] workbook, String part, byte[] content, int times) {
    try {
      Path file = Files.createTempFile("registrar-it", ".zip");
      try {
        fill(file, workbook, part, content, times);
        return Files.readAllBytes(file);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void fill(Path file, byte[] workbook, String part, byte[] content, int times)
      throws IOException {
    if (workbook == null) {
      Files.delete(file);
    } else {
      Files.write(file, workbook);
    }
    try (FileSystem zip = FileSystems.newFileSystem(file, Map.of("create", "true"))) {
      Path inside = zip.getPath(part);
      if (inside.getParent() != null) {
        Files.createDirectories(inside.getParent());
      }
      try (OutputStream out = Files.newOutputStream(inside)) {
        for (int i = 0; i < times; i++) {
          out.write(content);
        }
      }
    }
  }
}
