package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Whether rows are in an order, as far as anybody can tell who does not know the language. */
final class SortedRows {

  private SortedRows() {}

  /**
   * Fails where two rows stand the wrong way round by a property, with a minus where it descends.
   */
  static void areInOrder(List<Map<String, Object>> rows, String sort) {
    boolean down = sort.startsWith("-");
    String[] path = (down ? sort.substring(1) : sort).split("\\.");
    for (int i = 1; i < rows.size(); i++) {
      Object before = value(rows.get(i - 1), path);
      Object after = value(rows.get(i), path);
      assertThat(down ? compared(after, before) : compared(before, after))
          .as("%s: %s, then %s", sort, before, after)
          .isLessThanOrEqualTo(0);
    }
  }

  private static Object value(Object row, String... path) {
    Object found = row;
    for (String step : path) {
      found = found == null ? null : ((Map<?, ?>) found).get(step);
    }
    return found;
  }

  private static int compared(Object one, Object other) {
    if (one == null || other == null) {
      return one == null ? other == null ? 0 : -1 : 1;
    }
    if (one instanceof Number && other instanceof Number) {
      return new BigDecimal(one.toString()).compareTo(new BigDecimal(other.toString()));
    }
    if (one instanceof Boolean first && other instanceof Boolean second) {
      return first.compareTo(second);
    }
    boolean plain = (one + "" + other).matches("[A-Za-z0-9]+") || isDate(one) && isDate(other);
    return plain ? one.toString().compareToIgnoreCase(other.toString()) : 0;
  }

  private static boolean isDate(Object value) {
    return value.toString().matches("\\d{4}-\\d\\d-\\d\\d");
  }
}
