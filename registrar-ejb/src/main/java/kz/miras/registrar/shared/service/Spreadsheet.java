package kz.miras.registrar.shared.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an XLSX. What unpacks to far more than any list needs, and workbooks
 * with macros, are turned away before a library opens them.
 */
public final class Spreadsheet {

  /** Stands for a cell that holds a formula instead of a value. */
  public static final String FORMULA = "\u0000formula";

  /** Stands for a cell that shows an error of the spreadsheet, #N/A for one. */
  public static final String FAULT = "\u0000fault";

  private static final long MOST_UNPACKED = 200L << 20;
  private static final long MOST_STRINGS = 80L << 20;
  private static final int MOST_PARTS = 2000;

  private Spreadsheet() {}

  /**
   * A line as read.
   *
   * @param number of the line, from 1
   * @param cells texts, {@link #FORMULA} and {@link #FAULT} among them
   */
  public record Line(int number, List<String> cells) {}

  /** What keeps a file from being read. */
  public enum Obstacle {
    NOT_XLSX,
    MACROS,
    UNPACKS_TOO_LARGE,
    TOO_LONG
  }

  /** A file that is not read. */
  public static final class Unreadable extends Exception {

    private static final long serialVersionUID = 1L;

    private final Obstacle obstacle;

    Unreadable(Obstacle obstacle) {
      super(obstacle.name());
      this.obstacle = obstacle;
    }

    public Obstacle obstacle() {
      return obstacle;
    }
  }

  /** Whether it may be an XLSX at all, by how it begins. */
  public static boolean fits(byte[] content) {
    return content.length > 4 && content[0] == 'P' && content[1] == 'K';
  }

  /**
   * The lines of the first sheet.
   *
   * @param mostLines lines that are read; the rest is passed over
   * @param mostCharacters of all cells together
   * @throws Unreadable where it is no workbook, or more than anybody writes by hand
   */
  public static List<Line> lines(byte[] content, long mostLines, long mostCharacters)
      throws Unreadable {
    guard(content);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(
                new ByteArrayInputStream(content), new ReadingOptions(true, false));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<Line> lines = new ArrayList<>();
      long characters = 0;
      Iterator<Row> each = rows.limit(mostLines).iterator();
      while (each.hasNext()) {
        Row row = each.next();
        List<String> cells = new ArrayList<>();
        for (int i = 0; i < Math.min(row.getCellCount(), 1024); i++) {
          String text = text(row.getOptionalCell(i).orElse(null));
          characters += text.length();
          cells.add(text);
        }
        if (characters > mostCharacters) {
          throw new Unreadable(Obstacle.TOO_LONG);
        }
        lines.add(new Line(row.getRowNum(), cells));
      }
      return lines;
    } catch (IOException | RuntimeException e) {
      // whatever the library says of a broken file, the user needs one sentence
      throw new Unreadable(Obstacle.NOT_XLSX);
    }
  }

  private static void guard(byte[] content) throws Unreadable {
    long unpacked = 0;
    int parts = 0;
    boolean workbook = false;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin")) {
          throw new Unreadable(Obstacle.MACROS);
        }
        workbook |= name.equals("xl/workbook.xml");
        long size;
        try (InputStream in = zip.getInputStream(part)) {
          size = size(in, buffer, MOST_UNPACKED - unpacked);
        }
        unpacked += size;
        if (unpacked > MOST_UNPACKED
            || name.endsWith("sharedstrings.xml") && size > MOST_STRINGS
            || ++parts > MOST_PARTS) {
          throw new Unreadable(Obstacle.UNPACKS_TOO_LARGE);
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new Unreadable(Obstacle.NOT_XLSX);
    }
    if (!workbook) {
      throw new Unreadable(Obstacle.NOT_XLSX);
    }
  }

  /** Counts without keeping, and stops beyond the limit. */
  private static long size(InputStream in, byte[] buffer, long limit) throws IOException {
    long size = 0;
    for (int read = in.read(buffer); read >= 0 && size <= limit; read = in.read(buffer)) {
      size += read;
    }
    return size;
  }

  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getFormula() != null || cell.getType() == CellType.FORMULA) {
      return FORMULA;
    }
    if (cell.getType() == CellType.ERROR) {
      return FAULT;
    }
    if (cell.getType() == CellType.NUMBER) {
      return switch (meaning(cell)) {
        case 'd' -> cell.asDate().toLocalDate().toString();
        case 't' -> time(cell).toString();
        default -> cell.asNumber().stripTrailingZeros().toPlainString();
      };
    }
    return cell.getText().replace("\u0000", "");
  }

  private static LocalTime time(Cell cell) {
    return cell.asDate().toLocalTime().plusSeconds(30).truncatedTo(ChronoUnit.MINUTES);
  }

  /** What the cell's format makes of its number: d for a day, t for a time, n for a number. */
  private static char meaning(Cell cell) {
    int id = cell.getDataFormatId() == null ? 0 : cell.getDataFormatId();
    if (id >= 14 && id <= 17 || id == 22 || id >= 27 && id <= 36 || id >= 50 && id <= 58) {
      return 'd';
    }
    if (id >= 18 && id <= 21 || id >= 45 && id <= 47) {
      return 't';
    }
    String format =
        cell.getDataFormatString() == null
            ? ""
            : cell.getDataFormatString()
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\[[^]]*]|\"[^\"]*\"|\\\\.", "");
    if (format.equals("general")) {
      return 'n';
    }
    if (format.contains("y") || format.contains("d")) {
      return 'd';
    }
    return format.contains("h") ? 't' : 'n';
  }
}
