package kz.miras.registrar.curriculum.service;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/** Reads rule sets as they are stored, for the application and for its commands. */
public final class StoredRules {

  private static final String VALUES =
      "SELECT v.parameter, v.value FROM rule_value v JOIN rule_set r ON r.id = v.rule_set_id WHERE"
          + " r.code = ?";

  private StoredRules() {}

  /**
   * The rule set of a code.
   *
   * @throws IllegalStateException where there is none
   */
  public static RuleSet named(Connection connection, String code) throws SQLException {
    Map<RuleParameter, String> values = new EnumMap<>(RuleParameter.class);
    try (PreparedStatement head =
            connection.prepareStatement("SELECT level, valid_from FROM rule_set WHERE code = ?");
        PreparedStatement select = connection.prepareStatement(VALUES)) {
      select.setString(1, code);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          values.put(RuleParameter.valueOf(row.getString(1)), row.getString(2));
        }
      }
      head.setString(1, code);
      try (ResultSet row = head.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("no rule set " + code);
        }
        return RuleSet.of(
            code, 1, Level.valueOf(row.getString(1)), row.getObject(2, LocalDate.class), values);
      }
    }
  }

  /** All there are, by their codes. */
  public static Map<String, RuleSet> all(Connection connection) throws SQLException {
    List<String> codes = new ArrayList<>();
    try (PreparedStatement select = connection.prepareStatement("SELECT code FROM rule_set");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        codes.add(row.getString(1));
      }
    }
    Map<String, RuleSet> sets = new HashMap<>();
    for (String code : codes) {
      sets.put(code, named(connection, code));
    }
    return sets;
  }
}
