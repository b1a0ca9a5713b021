package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.service.trial.TrialView.Choice;
import kz.miras.registrar.achievement.service.trial.TrialView.Head;
import kz.miras.registrar.achievement.service.trial.TrialView.Part;
import kz.miras.registrar.achievement.trial.TrialCounts;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.service.Statements;

/** Reads trials and their counts. */
@ApplicationScoped
class TrialTables {

  private static final String HEAD =
      "SELECT t.id, t.uuid, t.level, t.rule_set_code, t.judged_on, t.year_start, t.tried_by,"
          + " t.tried_at, o.finished_at, (SELECT GROUP_CONCAT(m.code ORDER BY m.starts_on SEPARATOR"
          + " ' ') FROM rule_trial_term x JOIN term m ON m.id = x.term_id WHERE x.trial_id = t.id)"
          + " FROM rule_trial t LEFT JOIN rule_trial_outcome o ON o.trial_id = t.id WHERE ";

  private static final String COUNTS =
      " SUM(c.students), SUM(c.results), SUM(c.derived), SUM(c.elsewhere), SUM(c.decided),"
          + " SUM(c.without_score), SUM(c.differing), SUM(c.letters), SUM(c.lost), SUM(c.gained),"
          + " SUM(c.fallen), SUM(c.otherwise), SUM(c.debts), SUM(c.averages), SUM(c.standings),"
          + " SUM(c.promotions), SUM(c.below), SUM(c.above) FROM rule_trial_count c";

  private static final String CHOICES =
      "SELECT m.code, m.type FROM term m WHERE EXISTS (SELECT 1 FROM achievement a JOIN student s ON"
          + " s.id = a.student_id JOIN programme p ON p.id = s.programme_id WHERE a.term_id = m.id"
          + " AND p.level = ?) ORDER BY m.starts_on DESC";

  private static final String GIVEN =
      "SELECT a.rule_set_code, COUNT(*) FROM achievement a JOIN student s ON s.id = a.student_id JOIN"
          + " programme p ON p.id = s.programme_id JOIN rule_trial t ON t.id = ? AND t.level ="
          + " p.level JOIN rule_trial_term x ON x.trial_id = t.id AND x.term_id = a.term_id WHERE"
          + " a.recorded_at <= t.tried_at GROUP BY a.rule_set_code ORDER BY COUNT(*) DESC";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** A trial with its key. */
  record Kept(long key, Head head) {}

  /** The trial of a public id; nothing where there is none. */
  List<Kept> named(String uuid) {
    return read(HEAD + "t.uuid = ?", List.of(uuid), TrialTables::kept);
  }

  /** Trials of the same values of a level, the latest first. */
  List<Kept> of(byte[] fingerprint, int most) {
    return read(
        HEAD + "t.fingerprint = ? ORDER BY t.tried_at DESC LIMIT " + most,
        List.of(fingerprint),
        TrialTables::kept);
  }

  private static Kept kept(ResultSet row) throws SQLException {
    LocalDateTime finished = row.getObject(9, LocalDateTime.class);
    String terms = row.getString(10);
    return new Kept(
        row.getLong(1),
        new Head(
            row.getString(2),
            Level.valueOf(row.getString(3)),
            terms == null ? List.of() : Arrays.asList(terms.split(" ")),
            row.getString(4),
            row.getObject(5, LocalDate.class),
            TermRef.autumn(row.getInt(6)).academicYear(),
            row.getString(7),
            row.getObject(8, LocalDateTime.class).toInstant(ZoneOffset.UTC),
            finished == null ? null : finished.toInstant(ZoneOffset.UTC)));
  }

  /** The tried values. */
  Map<RuleParameter, String> values(long trial) {
    Map<RuleParameter, String> values = new EnumMap<>(RuleParameter.class);
    read(
        "SELECT parameter, value FROM rule_trial_value WHERE trial_id = ?",
        List.of(trial),
        row -> values.put(RuleParameter.valueOf(row.getString(1)), row.getString(2)));
    return values;
  }

  /** By how many results each set of rules has been used in the period. */
  Map<String, Integer> given(long trial) {
    Map<String, Integer> given = new LinkedHashMap<>();
    read(GIVEN, List.of(trial), row -> given.put(row.getString(1), row.getInt(2)));
    return given;
  }

  /** Terms with results of a level, the latest first. */
  List<Choice> choices(Level level) {
    return read(
        CHOICES, List.of(level.name()), row -> new Choice(row.getString(1), row.getString(2)));
  }

  /** Counts of trials, by their keys; of one that is not finished there are none. */
  Map<Long, TrialCounts> totals(List<Long> trials) {
    Map<Long, TrialCounts> totals = new HashMap<>();
    if (!trials.isEmpty()) {
      read(
          "SELECT c.trial_id,"
              + COUNTS
              + " WHERE c.trial_id IN ("
              + Statements.places(trials.size())
              + ") GROUP BY c.trial_id",
          new ArrayList<>(trials),
          row -> totals.put(row.getLong(1), counts(row, 2)));
    }
    return totals;
  }

  /** Counts by programme and course year. */
  List<Part> cuts(long trial) {
    return read(
        "SELECT p.code, p.name_kk, p.name_ru, p.name_en, c.course_year,"
            + COUNTS
            + " JOIN programme p ON p.id = c.programme_id WHERE c.trial_id = ? GROUP BY p.id, p.code,"
            + " p.name_kk, p.name_ru, p.name_en, c.course_year ORDER BY p.code, c.course_year",
        List.of(trial),
        row ->
            new Part(
                row.getString(1),
                LocalizedText.of(row.getString(2), row.getString(3), row.getString(4)),
                row.getInt(5),
                counts(row, 6)));
  }

  private static TrialCounts counts(ResultSet row, int from) throws SQLException {
    int[] n = new int[18];
    for (int i = 0; i < n.length; i++) {
      n[i] = row.getInt(from + i);
    }
    return new TrialCounts(
        n[0], n[1], n[2], n[3], n[4], n[5], n[6], n[7], n[8], n[9], n[10], n[11], n[12], n[13],
        n[14], n[15], n[16], n[17]);
  }

  /** Whatever a statement answers. */
  <T> List<T> read(String sql, List<?> values, Statements.Reader<T> reader) {
    try (Connection connection = database.getConnection()) {
      return Statements.list(connection, sql, values, reader);
    } catch (SQLException e) {
      throw new IllegalStateException("a trial cannot be read", e);
    }
  }
}
