package kz.miras.registrar.achievement.service.summary;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.summary.AchievementSummary;
import kz.miras.registrar.achievement.summary.AchievementSummary.Part;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.Statements;

/** ACH-7. The table of what histories come to. */
final class StoredSummaries {

  private static final String SELECT =
      "SELECT student_id, position, earned, earned_additional, gpa_points, gpa_credits, failed,"
          + " failed_credits, pending, cycles, years, terms FROM achievement_summary";
  private static final String STORE =
      "INSERT INTO achievement_summary (student_id, position, formula, earned, earned_additional,"
          + " gpa_points, gpa_credits, failed, failed_credits, pending, cycles, years, terms,"
          + " derived_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE"
          + " position = VALUES(position), formula = VALUES(formula), earned = VALUES(earned),"
          + " earned_additional = VALUES(earned_additional), gpa_points = VALUES(gpa_points),"
          + " gpa_credits = VALUES(gpa_credits), failed = VALUES(failed), failed_credits ="
          + " VALUES(failed_credits), pending = VALUES(pending), cycles = VALUES(cycles), years ="
          + " VALUES(years), terms = VALUES(terms), derived_at = VALUES(derived_at)";

  private StoredSummaries() {}

  /**
   * The rules of entries, which all name theirs. What a day would add, the digits of a printed
   * average, is no part of a summary.
   */
  static RulesOfTime rules(Function<String, RuleSet> named) {
    return RulesOfTime.of(named, RuleSet.defaults(Level.BACHELOR, LocalDate.EPOCH));
  }

  /** All there are, by the key of their student. */
  static Map<Long, AchievementSummary> all(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement(SELECT)) {
      return read(select);
    }
  }

  /** Those of these students. */
  static Map<Long, AchievementSummary> of(Connection connection, Collection<Long> students)
      throws SQLException {
    if (students.isEmpty()) {
      return Map.of();
    }
    String places = Statements.places(students.size());
    try (PreparedStatement select =
        connection.prepareStatement(SELECT + " WHERE student_id IN (" + places + ")")) {
      int at = 1;
      for (long student : students) {
        select.setLong(at++, student);
      }
      return read(select);
    }
  }

  private static Map<Long, AchievementSummary> read(PreparedStatement select) throws SQLException {
    Map<Long, AchievementSummary> stored = new HashMap<>();
    try (ResultSet row = select.executeQuery()) {
      while (row.next()) {
        stored.put(
            row.getLong(1),
            new AchievementSummary(
                row.getLong(2),
                new Part(row.getInt(3), row.getBigDecimal(5), row.getInt(6)),
                row.getInt(4),
                row.getInt(7),
                row.getInt(8),
                row.getInt(9),
                numbers(row.getString(10)),
                parts(row.getString(11)),
                parts(row.getString(12))));
      }
    }
    return stored;
  }

  private static SortedMap<String, Integer> numbers(String json) {
    SortedMap<String, Integer> numbers = new TreeMap<>();
    Map<?, ?> read = Json.read(json, Map.class);
    read.forEach((key, value) -> numbers.put(key.toString(), ((Number) value).intValue()));
    return numbers;
  }

  private static SortedMap<String, Part> parts(String json) {
    SortedMap<String, Part> parts = new TreeMap<>();
    Map<?, ?> read = Json.read(json, Map.class);
    read.forEach(
        (key, value) -> {
          Map<?, ?> part = (Map<?, ?>) value;
          parts.put(
              key.toString(),
              new Part(
                  ((Number) part.get("earned")).intValue(),
                  new BigDecimal(part.get("points").toString()).setScale(2),
                  ((Number) part.get("credits")).intValue()));
        });
    return parts;
  }

  /** Stores them, whatever was stored before, in one batch. */
  static void store(
      Connection connection, SortedMap<Long, AchievementSummary> summaries, Instant now)
      throws SQLException {
    if (summaries.isEmpty()) {
      return;
    }
    try (PreparedStatement store = Batches.prepare(connection, STORE)) {
      for (Map.Entry<Long, AchievementSummary> one : summaries.entrySet()) {
        bind(store, one.getKey(), one.getValue(), now);
        store.addBatch();
      }
      store.executeBatch();
    }
  }

  private static void bind(
      PreparedStatement store, long student, AchievementSummary summary, Instant now)
      throws SQLException {
    store.setLong(1, student);
    store.setLong(2, summary.position());
    store.setInt(3, GpaCalculator.FORMULA_VERSION);
    store.setInt(4, summary.whole().earned());
    store.setInt(5, summary.earnedAdditional());
    store.setBigDecimal(6, summary.whole().points());
    store.setInt(7, summary.whole().credits());
    store.setInt(8, summary.failed());
    store.setInt(9, summary.failedCredits());
    store.setInt(10, summary.pending());
    store.setString(11, Json.write(summary.cycles()));
    store.setString(12, Json.write(summary.years()));
    store.setString(13, Json.write(summary.terms()));
    store.setObject(14, LocalDateTime.ofInstant(now, ZoneOffset.UTC));
  }
}
