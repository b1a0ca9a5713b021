package kz.miras.registrar.shared.service;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * A table of a report.
 *
 * @param title what it shows
 * @param headings of its columns
 * @param rows texts and numbers; null where there is nothing
 * @param total what the rows come to; null where that is not told
 */
public record ReportTable(
    String title, List<String> headings, List<List<Object>> rows, List<Object> total) {

  /** A table whose rows are not summed up. */
  public ReportTable(String title, List<String> headings, List<List<Object>> rows) {
    this(title, headings, rows, null);
  }

  /** A row of a table; a value may be missing. */
  public static List<Object> row(Object... values) {
    return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values)));
  }

  /** A value as it is printed; of a fraction or a sum, thousands stand apart. */
  public static String shown(Object value) {
    return value == null
        ? "—"
        : value instanceof BigDecimal number ? printed(number) : value.toString();
  }

  private static String printed(BigDecimal number) {
    String[] parts = number.toPlainString().split("\\.");
    String whole = parts[0].replaceAll("(?<=\\d)(?=(?:\\d{3})+$)", "\u00a0");
    return parts.length == 1 ? whole : whole + "," + parts[1];
  }

  /** Whether a value stands to the right. */
  public static boolean isNumber(Object value) {
    return value == null || value instanceof Number;
  }
}
