package kz.miras.registrar.office.service;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Field;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.RecordList;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * The empty table of a list, and all that somebody has to know to fill it. Only its first sheet is
 * ever read back; the others tell what each column holds and show a filled row.
 */
public final class ImportTemplate {

  private static final Properties EXAMPLES = examples();
  private static final String STAR = " *";

  private ImportTemplate() {}

  /**
   * A column.
   *
   * @param label heading in the reader's language
   * @param holds how a value is written
   * @param meaning what it is; empty where the heading says it
   * @param allowed words of a choice with their codes; empty for other columns
   * @param example a value that fits; empty where the example leaves it out
   */
  public record Column(
      String label, boolean required, String holds, String meaning, String allowed, String example)
      implements Serializable {

    /** The heading as the template writes it. */
    public String heading() {
      return required ? label + STAR : label;
    }
  }

  /** The columns of a list in their order. */
  static List<Column> columns(RecordList list, Language language) {
    return list.fields().stream().map(field -> column(list.code(), field, language)).toList();
  }

  private static Column column(String list, Field field, Language language) {
    String type = "office.template.type." + field.type();
    return new Column(
        ImportHeadings.label(list, field.key(), language),
        field.required(),
        field.type() == Field.Type.TEXT
            ? Messages.text(language, type, field.maxLength())
            : Messages.text(language, type),
        meaning(list, field.key(), language),
        field.choices().stream()
            .map(code -> named(ChoiceWords.word(list, field.key(), code, language), code))
            .collect(Collectors.joining("; ")),
        example(list, field, language));
  }

  private static String named(String word, String code) {
    return word.equals(code) ? code : word + " (" + code + ")";
  }

  private static String meaning(String list, String field, Language language) {
    for (String key : List.of(list + "." + field, field)) {
      if (Messages.has(language, "office.meaning." + key)) {
        return Messages.text(language, "office.meaning." + key);
      }
    }
    return "";
  }

  /** Words of choices and yes and no in the reader's language, so that they are seen to be fit. */
  private static String example(String list, Field field, Language language) {
    String value =
        EXAMPLES.getProperty(list + "." + field.key(), EXAMPLES.getProperty(field.key(), ""));
    if (value.isEmpty()) {
      return "";
    }
    return switch (field.type()) {
      case CHOICE -> ChoiceWords.word(list, field.key(), value, language);
      case FLAG -> Messages.text(language, "office.record." + value);
      default -> value;
    };
  }

  /** The table as XLSX: the sheet to fill, the columns explained, an example. */
  static byte[] xlsx(RecordList list, Language language) {
    List<Column> columns = columns(list, language);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (Workbook workbook = new Workbook(out, "Registrar", "1.0")) {
      headings(workbook.newWorksheet(list.code()), columns);
      explained(workbook, columns, language);
      Worksheet example =
          workbook.newWorksheet(Messages.text(language, "office.template.example.sheet"));
      headings(example, columns);
      for (int i = 0; i < columns.size(); i++) {
        example.value(1, i, columns.get(i).example());
        example.style(1, i).fontColor("566573").set();
      }
      workbook.finish();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static void headings(Worksheet sheet, List<Column> columns) {
    for (int i = 0; i < columns.size(); i++) {
      Column column = columns.get(i);
      sheet.value(0, i, column.heading());
      sheet.style(0, i).bold().fillColor("E8EEF4").set();
      int length = Math.max(column.label().length() + 4, column.example().length() + 2);
      sheet.width(i, Math.max(12, Math.min(36, length)));
    }
    sheet.freezePane(0, 1);
  }

  private static void explained(Workbook workbook, List<Column> columns, Language language) {
    Worksheet sheet =
        workbook.newWorksheet(Messages.text(language, "office.template.columns.sheet"));
    List<String> headings = List.of("column", "required", "holds", "meaning", "allowed", "example");
    int[] widths = {28, 14, 30, 60, 60, 24};
    for (int i = 0; i < headings.size(); i++) {
      sheet.value(0, i, Messages.text(language, "office.template." + headings.get(i)));
      sheet.style(0, i).bold().fillColor("E8EEF4").set();
      sheet.width(i, widths[i]);
    }
    int row = 1;
    for (Column column : columns) {
      List<String> cells = new ArrayList<>();
      cells.add(column.heading());
      cells.add(Messages.text(language, "office.record." + column.required()));
      cells.add(column.holds());
      cells.add(column.meaning());
      cells.add(column.allowed());
      cells.add(column.example());
      for (int i = 0; i < cells.size(); i++) {
        sheet.value(row, i, cells.get(i));
        sheet.style(row, i).wrapText(true).verticalAlignment("top").set();
      }
      row++;
    }
    sheet.freezePane(0, 1);
  }

  /** The headings as a CSV with a byte order mark, semicolons between them. */
  static byte[] csv(RecordList list, Language language) {
    String headings =
        columns(list, language).stream().map(Column::heading).collect(Collectors.joining(";"));
    return ("\ufeff" + headings + "\r\n").getBytes(StandardCharsets.UTF_8);
  }

  private static Properties examples() {
    Properties examples = new Properties();
    try (InputStream in =
        ImportTemplate.class.getResourceAsStream(
            "/kz/miras/registrar/office/examples.properties")) {
      examples.load(new InputStreamReader(in, StandardCharsets.UTF_8));
      return examples;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
