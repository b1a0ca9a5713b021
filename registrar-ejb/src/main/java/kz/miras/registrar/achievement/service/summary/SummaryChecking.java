package kz.miras.registrar.achievement.service.summary;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.summary.AchievementSummary;
import kz.miras.registrar.achievement.summary.AchievementSummary.Difference;
import kz.miras.registrar.curriculum.RuleSet;

/** ACH-7. Derives what every history comes to and holds what is stored against it. */
final class SummaryChecking {

  private static final String NUMBERS = "SELECT id, student_no FROM student";

  private SummaryChecking() {}

  /**
   * A student whose stored figures are not the derived ones.
   *
   * @param student key
   * @param number student number
   */
  record Finding(long student, String number, List<Difference> differences) {}

  /**
   * What was read and what was found.
   *
   * @param students who have results
   * @param rows results
   */
  record Outcome(long students, long rows, List<Finding> findings) {}

  /**
   * Reads every result and every summary; what is committed in between may be found too.
   *
   * @param each told of each student
   */
  static Outcome run(Connection connection, Function<String, RuleSet> named, Runnable each)
      throws SQLException {
    RulesOfTime rules = StoredSummaries.rules(named);
    Map<Long, AchievementSummary> stored = StoredSummaries.all(connection);
    TreeMap<Long, List<Difference>> found = new TreeMap<>();
    long[] read = new long[2];
    HistoryRows.all(
        connection,
        history -> {
          read[0]++;
          read[1] += history.length();
          note(found, history.student(), stored, history.summary(rules));
          each.run();
        });
    // whoever has a summary and no entry any more
    List.copyOf(stored.keySet()).forEach(student -> note(found, student, stored, null));
    Map<Long, String> numbers = found.isEmpty() ? Map.of() : numbers(connection);
    List<Finding> findings = new ArrayList<>();
    found.forEach(
        (student, differences) ->
            findings.add(
                new Finding(
                    student, numbers.getOrDefault(student, String.valueOf(student)), differences)));
    return new Outcome(read[0], read[1], findings);
  }

  private static void note(
      TreeMap<Long, List<Difference>> found,
      long student,
      Map<Long, AchievementSummary> stored,
      AchievementSummary derived) {
    List<Difference> differences = AchievementSummary.between(stored.remove(student), derived);
    if (!differences.isEmpty()) {
      found.put(student, differences);
    }
  }

  private static Map<Long, String> numbers(Connection connection) throws SQLException {
    Map<Long, String> numbers = new HashMap<>();
    try (PreparedStatement select = connection.prepareStatement(NUMBERS);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        numbers.put(row.getLong(1), row.getString(2));
      }
    }
    return numbers;
  }
}
