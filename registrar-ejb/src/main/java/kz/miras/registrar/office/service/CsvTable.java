package kz.miras.registrar.office.service;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import kz.miras.registrar.office.service.TableFile.Line;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * Reads a CSV in UTF-8, UTF-16 with its mark, or Windows-1251; cells stand apart by semicolon, tab,
 * comma or bar, whichever its first line has most of.
 */
final class CsvTable {

  private static final String SEPARATORS = ";\t,|";
  private static final Pattern CONTROL = Pattern.compile("[\\x00-\\x08\\x0e-\\x1f]");

  /** What upper-case Russian of the code page 866 looks like when read as Windows-1251. */
  private static final Pattern WRONG_PAGE = Pattern.compile("[ЂЃѓЉЊЌЋЏђљњќћџ\ufffd]");

  private CsvTable() {}

  static List<Line> lines(String name, byte[] content) {
    if (TableFile.isOldExcel(content)) {
      throw TableFile.refused("office.import.old-excel", name);
    }
    String text = decoded(name, content);
    if (CONTROL.matcher(text).find()) {
      throw TableFile.refused("office.import.not-table", name);
    }
    if (text.length() > TableFile.MOST_CHARACTERS) {
      throw TableFile.refused("office.import.too-long", name);
    }
    int skipped = 0;
    char separator;
    String first = text.lines().findFirst().orElse("");
    if (first.matches("(?i)sep=.")) {
      separator = first.charAt(4);
      text = text.substring(text.indexOf('\n') + 1);
      skipped = 1;
    } else {
      separator = most(first);
    }
    return parsed(name, text, separator, skipped);
  }

  private static char most(String line) {
    char best = ';';
    long count = 0;
    for (char separator : SEPARATORS.toCharArray()) {
      long here = line.chars().filter(c -> c == separator).count();
      if (here > count) {
        best = separator;
        count = here;
      }
    }
    return best;
  }

  private static List<Line> parsed(String name, String text, char separator, int skipped) {
    CSVFormat format =
        CSVFormat.DEFAULT.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
    try (CSVParser parser = CSVParser.parse(new StringReader(text), format)) {
      List<Line> lines = new ArrayList<>();
      long begins = 1;
      for (CSVRecord record : parser) {
        lines.add(new Line((int) begins + skipped, record.toList()));
        // a cell may hold line breaks; the next row begins below it
        begins = parser.getCurrentLineNumber() + 1;
        if (lines.size() > TableFile.MOST_ROWS + 1) {
          break;
        }
      }
      return lines;
    } catch (UncheckedIOException | IOException | IllegalStateException e) {
      throw TableFile.refused("office.import.broken-csv", name);
    }
  }

  private static String decoded(String name, byte[] content) {
    if (begins(content, 0xff, 0xfe) || begins(content, 0xfe, 0xff)) {
      return new String(content, StandardCharsets.UTF_16);
    }
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\ufeff") ? text.substring(1) : text;
    } catch (CharacterCodingException e) {
      String text = new String(content, Charset.forName("windows-1251"));
      if (WRONG_PAGE.matcher(text).find()) {
        throw TableFile.refused("office.import.encoding", name);
      }
      return text;
    }
  }

  private static boolean begins(byte[] content, int first, int second) {
    return content.length > 1 && (content[0] & 0xff) == first && (content[1] & 0xff) == second;
  }
}
