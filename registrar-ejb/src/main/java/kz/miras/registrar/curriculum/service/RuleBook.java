package kz.miras.registrar.curriculum.service;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import javax.sql.DataSource;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * The rule set in force for a level on a day. Which one it is, the database says each time; only
 * the content of a set, which never changes once in force, is kept.
 */
@ApplicationScoped
public class RuleBook {

  private static final String IN_FORCE =
      "SELECT code FROM rule_set WHERE valid_from <= ? AND level = ?"
          + " ORDER BY valid_from DESC LIMIT 1";

  private static final String GREATEST =
      "SELECT MAX(CAST(value AS SIGNED)) FROM rule_value WHERE parameter = ?";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  private final Map<String, RuleSet> known = new ConcurrentHashMap<>();

  /**
   * The rules of a level on a day.
   *
   * @throws IllegalStateException where none is in force: the schema brings one for every level
   */
  public RuleSet inForce(Level level, LocalDate day) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(IN_FORCE)) {
      select.setObject(1, day);
      select.setString(2, level.name());
      try (ResultSet row = select.executeQuery()) {
        if (!row.next()) {
          throw new IllegalStateException("no rules for " + level + " on " + day);
        }
        return named(row.getString(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("rules cannot be read", e);
    }
  }

  /** The rules of a level by day, for whoever asks about several days: read at once. */
  public Function<LocalDate, RuleSet> byDay(Level level) {
    NavigableMap<LocalDate, String> codes = new TreeMap<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT valid_from, code FROM rule_set WHERE level = ?")) {
      select.setString(1, level.name());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          codes.put(row.getObject(1, LocalDate.class), row.getString(2));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("rules cannot be read", e);
    }
    return day -> {
      Map.Entry<LocalDate, String> found = codes.floorEntry(day);
      if (found == null) {
        throw new IllegalStateException("no rules for " + level + " on " + day);
      }
      return named(found.getValue());
    };
  }

  /** The greatest whole number any rules, of whatever day, give a parameter that is always set. */
  public int greatest(RuleParameter parameter) {
    int usual = Integer.parseInt(parameter.defaultText().orElseThrow());
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(GREATEST)) {
      select.setString(1, parameter.name());
      try (ResultSet row = select.executeQuery()) {
        row.next();
        return Math.max(usual, row.getInt(1));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("rules cannot be read", e);
    }
  }

  /** The rule set of a code, as a sheet or a result names it. */
  public RuleSet named(String code) {
    RuleSet set = known.get(code);
    if (set == null) {
      set = read(code);
      known.put(code, set);
    }
    return set;
  }

  private RuleSet read(String code) {
    try (Connection connection = database.getConnection()) {
      return StoredRules.named(connection, code);
    } catch (SQLException e) {
      throw new IllegalStateException("rules cannot be read", e);
    }
  }
}
