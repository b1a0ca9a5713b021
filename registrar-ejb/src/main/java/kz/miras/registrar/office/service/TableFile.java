package kz.miras.registrar.office.service;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;

/**
 * Reads the first sheet of an XLSX, or a CSV in UTF-8 or Windows-1251, as rows of texts by heading.
 */
final class TableFile {

  private static final int MOST_ROWS = 200_000;
  private static final int MOST_COLUMNS = 200;

  private TableFile() {}

  /**
   * The rows of a file.
   *
   * @throws RegistrarException.Refused where it is neither XLSX nor CSV, is empty or too long
   */
  static List<Map<String, String>> read(String name, byte[] content) {
    List<List<String>> lines = isXlsx(content) ? xlsx(content) : csv(name, content);
    lines.removeIf(line -> line.stream().allMatch(cell -> cell == null || cell.isBlank()));
    if (lines.size() < 2) {
      throw refused("office.import.empty", name);
    }
    List<String> headings = lines.get(0);
    if (headings.size() > MOST_COLUMNS || lines.size() > MOST_ROWS) {
      throw refused("office.import.too-long", name);
    }
    List<Map<String, String>> rows = new ArrayList<>(lines.size());
    for (List<String> line : lines.subList(1, lines.size())) {
      Map<String, String> row = new LinkedHashMap<>();
      for (int i = 0; i < headings.size(); i++) {
        if (headings.get(i) != null && !headings.get(i).isBlank()) {
          row.put(
              headings.get(i).strip(), i < line.size() && line.get(i) != null ? line.get(i) : "");
        }
      }
      rows.add(row);
    }
    return rows;
  }

  private static boolean isXlsx(byte[] content) {
    return content.length > 4 && content[0] == 'P' && content[1] == 'K';
  }

  private static List<List<String>> xlsx(byte[] content) {
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(content));
        Stream<Row> rows = workbook.getFirstSheet().openStream()) {
      List<List<String>> lines = new ArrayList<>();
      rows.limit(MOST_ROWS + 2L)
          .forEach(
              row -> {
                List<String> line = new ArrayList<>();
                for (int i = 0; i < Math.min(row.getCellCount(), MOST_COLUMNS + 1); i++) {
                  line.add(text(row.getOptionalCell(i).orElse(null)));
                }
                lines.add(line);
              });
      return lines;
    } catch (IOException | RuntimeException e) {
      // whatever the library says of a broken file, the user needs one sentence
      throw refused("office.import.not-xlsx", "XLSX");
    }
  }

  private static String text(Cell cell) {
    if (cell == null || cell.getType() == CellType.EMPTY) {
      return "";
    }
    if (cell.getType() == CellType.NUMBER) {
      String format = cell.getDataFormatString();
      if (format != null && format.toLowerCase(Locale.ROOT).contains("yy")) {
        return cell.asDate().toLocalDate().toString();
      }
      return cell.asNumber().stripTrailingZeros().toPlainString();
    }
    return cell.getText();
  }

  private static List<List<String>> csv(String name, byte[] content) {
    String text = decoded(content);
    if (text.indexOf('\0') >= 0) {
      throw refused("office.import.not-table", name);
    }
    String first = text.lines().findFirst().orElse("");
    char separator = first.contains(";") ? ';' : first.contains("\t") ? '\t' : ',';
    CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(separator).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<List<String>> lines = new ArrayList<>();
      for (CSVRecord record : parser) {
        lines.add(new ArrayList<>(record.toList()));
        if (lines.size() > MOST_ROWS + 1) {
          break;
        }
      }
      return lines;
    } catch (UncheckedIOException | IOException | IllegalStateException e) {
      throw refused("office.import.not-table", name);
    }
  }

  private static String decoded(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      return new String(content, Charset.forName("windows-1251"));
    }
  }

  private static RegistrarException.Refused refused(String code, String argument) {
    return new RegistrarException.Refused(Refusal.of(code, "DAT-1", argument));
  }
}
