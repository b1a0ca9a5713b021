package kz.miras.registrar.office.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import kz.miras.registrar.office.service.TableFile.Line;
import kz.miras.registrar.shared.RegistrarException;
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
final class XlsxTable {

  private static final long MOST_UNPACKED = 200L << 20;
  private static final long MOST_STRINGS = 80L << 20;
  private static final int MOST_PARTS = 2000;

  private XlsxTable() {}

  static boolean fits(byte[] content) {
    return content.length > 4 && content[0] == 'P' && content[1] == 'K';
  }

  static List<Line> lines(byte[] content) {
    guard(content);
    try (ReadableWorkbook workbook =
            new ReadableWorkbook(
                new ByteArrayInputStream(content), new ReadingOptions(true, false));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<Line> lines = new ArrayList<>();
      long[] characters = {0};
      rows.limit(TableFile.MOST_ROWS + 2L)
          .forEach(
              row -> {
                List<String> cells = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getCellCount(), 1024); i++) {
                  String text = text(row.getOptionalCell(i).orElse(null));
                  characters[0] += text.length();
                  cells.add(text);
                }
                if (characters[0] > TableFile.MOST_CHARACTERS) {
                  throw TableFile.refused("office.import.too-long", "XLSX");
                }
                lines.add(new Line(row.getRowNum(), cells));
              });
      return lines;
    } catch (RegistrarException.Refused e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // whatever the library says of a broken file, the user needs one sentence
      throw TableFile.refused("office.import.not-xlsx");
    }
  }

  private static void guard(byte[] content) {
    long unpacked = 0;
    int parts = 0;
    boolean workbook = false;
    byte[] buffer = new byte[1 << 16];
    try (ZipFile zip = ZipFile.builder().setByteArray(content).get()) {
      for (ZipArchiveEntry part : Collections.list(zip.getEntries())) {
        String name = part.getName().toLowerCase(Locale.ROOT);
        if (name.endsWith("vbaproject.bin")) {
          throw TableFile.refused("office.import.macros");
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
          throw TableFile.refused("office.import.unpacks-too-large");
        }
      }
    } catch (IOException | IllegalArgumentException e) {
      throw TableFile.refused("office.import.not-xlsx");
    }
    if (!workbook) {
      throw TableFile.refused("office.import.not-xlsx");
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
      return TableFile.formula();
    }
    if (cell.getType() == CellType.ERROR) {
      return TableFile.fault();
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
