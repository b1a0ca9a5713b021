package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Set;
import kz.miras.registrar.correspondence.ministry.PlatformCodes;

/**
 * Numbers of the dictionaries of the ministry's platform, made up: enough for most records, a few
 * left out so that there is something to be found.
 */
final class DemoExchange {

  private static final Set<String> LEFT_OUT =
      Set.of("OTHER", "CANCELLATION", "LEAVE_RETURN", "FX_WINDOW");

  private final Rows rows;
  private final LocalDateTime at;

  DemoExchange(Rows rows, LocalDate anchor) {
    this.rows = rows;
    this.at = anchor.minusMonths(2).atTime(4, 0);
  }

  void build() throws SQLException {
    PlatformCodes known = PlatformCodes.shipped();
    for (var dictionary : PlatformCodes.needed().entrySet()) {
      int number = 0;
      for (String value : dictionary.getValue()) {
        number++;
        if (known.number(dictionary.getKey(), value) == null && !LEFT_OUT.contains(value)) {
          rows.add(
              "ministry_code",
              "dictionary, our_value, number, changed_by, changed_at",
              dictionary.getKey(),
              value,
              number,
              "director",
              at);
        }
      }
    }
  }
}
