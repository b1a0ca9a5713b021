package kz.miras.registrar.office.service.demo;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.curriculum.RuleParameter;

/** The thresholds of promotion the Academic council has decided for this year. */
final class DemoRules {

  private static final Map<String, String> THRESHOLDS =
      Map.of("BACHELOR", "1=1.80; 2=2.00; 3=2.10", "MASTER", "1=2.30", "PHD", "1=2.33; 2=2.67");

  private final Rows rows;
  private final int year;

  DemoRules(Rows rows, int year) {
    this.rows = rows;
    this.year = year;
  }

  void build() throws SQLException {
    LocalDate from = LocalDate.of(year, 9, 1);
    LocalDate decided = LocalDate.of(year, 8, 28);
    for (Map.Entry<String, String> level : new java.util.TreeMap<>(THRESHOLDS).entrySet()) {
      long id = rows.nextKey();
      rows.add(
          "rule_set",
          "id, code, level, valid_from, approved_by",
          id,
          "policy-" + level.getKey().toLowerCase(Locale.ROOT) + "-" + from,
          level.getKey(),
          from,
          "Учёный совет, протокол № 1 от 28.08." + year);
      rows.flush();
      value(id, RuleParameter.PROMOTION_THRESHOLDS, level.getValue());
      value(id, RuleParameter.PROMOTION_DECISION_NUMBER, "1");
      value(id, RuleParameter.PROMOTION_DECISION_DATE, decided.toString());
    }
    rows.flush();
  }

  private void value(long set, RuleParameter parameter, String value) throws SQLException {
    rows.add("rule_value", "rule_set_id, parameter, value", set, parameter.name(), value);
  }
}
