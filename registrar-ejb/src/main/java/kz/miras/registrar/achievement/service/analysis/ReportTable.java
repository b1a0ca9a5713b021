package kz.miras.registrar.achievement.service.analysis;

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
 */
public record ReportTable(String title, List<String> headings, List<List<Object>> rows) {

  /** A row of a table; a value may be missing. */
  public static List<Object> row(Object... values) {
    return Collections.unmodifiableList(new ArrayList<>(Arrays.asList(values)));
  }

  /** A value as it is printed. */
  public static String shown(Object value) {
    return value == null
        ? "—"
        : value instanceof BigDecimal number
            ? number.toPlainString().replace('.', ',')
            : value.toString();
  }

  /** Whether a value stands to the right. */
  public static boolean isNumber(Object value) {
    return value == null || value instanceof Number;
  }
}
