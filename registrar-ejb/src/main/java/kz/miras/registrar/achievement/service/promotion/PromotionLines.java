package kz.miras.registrar.achievement.service.promotion;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.achievement.promotion.PromotionRun;
import kz.miras.registrar.achievement.service.promotion.YearEndReader.Proposed;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.shared.service.Batches;

/** Repository of the lines of runs. */
@ApplicationScoped
class PromotionLines {

  /** A history, standing or list of differences that has moved after the line was derived. */
  static final String STALE =
      "(s.status <> 'STUDYING' OR s.course_year <> l.course_year OR s.curriculum_id <>"
          + " l.curriculum_id OR COALESCE((SELECT d.position FROM achievement_head d WHERE"
          + " d.student_id = s.id), 0) <> l.ledger_position OR EXISTS (SELECT 1 FROM"
          + " academic_difference d WHERE d.student_id = s.id AND d.entered_at >= r.prepared_at))";

  /** A line that other rules derived than those in force on the day, which is asked for by ?. */
  static final String OTHER_RULES =
      "(l.rule_set_code <> COALESCE((SELECT x.code FROM rule_set x WHERE x.level = p.level AND"
          + " x.valid_from <= ? ORDER BY x.valid_from DESC LIMIT 1), ''))";

  private static final String INSERT =
      "INSERT INTO promotion_line (run_id, student_id, year_start, course_year, last_course,"
          + " curriculum_id, funding, proposed, decided, left_out, gpa, gpa_points, gpa_credits,"
          + " threshold, debt_credits, earned, rule_set_code, reasons, grounds, ledger_position,"
          + " changed_by, changed_at, change_reason) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  /** How somebody decided a line otherwise than proposed. */
  private record Changed(
      long position, PromotionOutcome decided, String by, LocalDateTime at, String reason) {}

  /**
   * Puts what is proposed in place of the lines of a run. What somebody decided otherwise stays
   * where the history has not moved since.
   *
   * @return how many of those were given up
   */
  int replace(PromotionRun run, List<Proposed> proposed) {
    try (Connection connection = database.getConnection()) {
      Map<Long, Changed> changed = changed(connection, run.getId());
      clear(connection, run.getId());
      TakenBackLines.letGo(connection, run.getId());
      int kept = 0;
      try (PreparedStatement insert = Batches.prepare(connection, INSERT)) {
        for (Proposed one : proposed) {
          Changed other = changed.get(one.student());
          boolean stays = other != null && other.position() == one.position();
          kept += stays ? 1 : 0;
          bind(insert, run, one, stays ? other : null);
          insert.addBatch();
        }
        insert.executeBatch();
      }
      return changed.size() - kept;
    } catch (SQLException e) {
      throw new IllegalStateException("a run cannot be stored", e);
    }
  }

  private static Map<Long, Changed> changed(Connection connection, long run) throws SQLException {
    Map<Long, Changed> changed = new HashMap<>();
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT student_id, ledger_position, decided, changed_by, changed_at, change_reason"
                + " FROM promotion_line WHERE run_id = ? AND changed_by IS NOT NULL")) {
      select.setLong(1, run);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          changed.put(
              row.getLong(1),
              new Changed(
                  row.getLong(2),
                  outcome(row.getString(3)),
                  row.getString(4),
                  row.getObject(5, LocalDateTime.class),
                  row.getString(6)));
        }
      }
    }
    return changed;
  }

  static PromotionOutcome outcome(String name) {
    return name == null ? null : PromotionOutcome.valueOf(name);
  }

  private static void clear(Connection connection, long run) throws SQLException {
    try (PreparedStatement delete =
        connection.prepareStatement("DELETE FROM promotion_line WHERE run_id = ?")) {
      delete.setLong(1, run);
      delete.executeUpdate();
    }
  }

  private static void bind(
      PreparedStatement insert, PromotionRun run, Proposed one, Changed changed)
      throws SQLException {
    PromotionOutcome proposed = one.proposal().outcome();
    PromotionOutcome decided = changed == null ? proposed : changed.decided();
    Object[] values = {
      run.getId(),
      one.student(),
      run.getYearStart(),
      one.course(),
      one.last(),
      one.curriculum(),
      one.funding(),
      proposed == null ? null : proposed.name(),
      decided == null ? null : decided.name(),
      changed != null && changed.decided() == null,
      one.proposal().gpa(),
      one.gpa() == null ? null : one.gpa().points(),
      one.gpa() == null ? null : one.gpa().credits(),
      one.proposal().threshold(),
      one.proposal().debtCredits(),
      one.earned(),
      one.ruleSet(),
      KeptReasons.write(one.proposal().reasons()),
      KeptReasons.write(one.proposal().grounds()),
      one.position(),
      changed == null ? null : changed.by(),
      changed == null ? null : changed.at(),
      changed == null ? null : changed.reason()
    };
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
  }

  /** What may still be decided of one line. */
  record Open(long student, boolean last, PromotionOutcome proposed) {}

  /** The line of a student; empty where the run has none. */
  Optional<Open> line(long run, String studentNo) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement(
                "SELECT l.student_id, l.last_course, l.proposed FROM promotion_line l JOIN student"
                    + " s ON s.id = l.student_id WHERE l.run_id = ? AND s.student_no = ?")) {
      select.setLong(1, run);
      select.setString(2, studentNo);
      try (ResultSet row = select.executeQuery()) {
        return row.next()
            ? Optional.of(new Open(row.getLong(1), row.getBoolean(2), outcome(row.getString(3))))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a line cannot be read", e);
    }
  }

  /**
   * Decides a line.
   *
   * @param decided null leaves the student out
   * @param reason null where it is as proposed again
   */
  void decide(long run, Open line, PromotionOutcome decided, String by, Instant at, String reason) {
    update(TakenBackLines.LET_GO, run);
    update(
        "UPDATE promotion_line SET decided = ?, left_out = ?, changed_by = ?, changed_at = ?,"
            + " change_reason = ? WHERE run_id = ? AND student_id = ?",
        decided == null ? null : decided.name(),
        reason != null && decided == null,
        reason == null ? null : by,
        reason == null ? null : LocalDateTime.ofInstant(at, ZoneOffset.UTC),
        reason,
        run,
        line.student());
  }

  /** Notes by which order an outcome was carried out. */
  void ordered(long run, PromotionOutcome outcome, String order) {
    update(
        "UPDATE promotion_line SET order_id = (SELECT o.id FROM student_order o WHERE o.uuid = ?)"
            + " WHERE run_id = ? AND decided = ?",
        order,
        run,
        outcome.name());
  }

  /** Takes the lines of a draft away. */
  void clear(long run) {
    update("DELETE FROM promotion_line WHERE run_id = ?", run);
  }

  private void update(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement update = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        update.setObject(i + 1, values[i]);
      }
      update.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("a run cannot be stored", e);
    }
  }

  /** Numbers of the students of an outcome, by programme, course and name. */
  List<String> numbers(long run, PromotionOutcome outcome) {
    return texts(
        "SELECT s.student_no FROM promotion_line l JOIN student s ON s.id = l.student_id JOIN"
            + " programme p ON p.id = s.programme_id WHERE l.run_id = ? AND l.decided = ? ORDER BY"
            + " p.code, l.course_year, s.last_name, s.first_name, s.id",
        run,
        outcome.name());
  }

  /** Numbers of students about whom nothing is decided. */
  List<String> undecided(long run) {
    return texts(
        "SELECT s.student_no FROM promotion_line l JOIN student s ON s.id = l.student_id WHERE"
            + " l.run_id = ? AND l.decided IS NULL AND NOT l.left_out ORDER BY s.student_no",
        run);
  }

  /** Numbers of students whose history or standing has moved; of those left out nothing is said. */
  List<String> stale(long run) {
    return texts(
        "SELECT s.student_no FROM promotion_line l JOIN promotion_run r ON r.id = l.run_id JOIN"
            + " student s ON s.id = l.student_id WHERE l.run_id = ? AND NOT l.left_out AND "
            + STALE
            + " ORDER BY s.student_no",
        run);
  }

  /** Numbers of students of a level who were judged by other rules than these. */
  List<String> judgedOtherwise(long run, Level level, String ruleSet) {
    return texts(
        "SELECT s.student_no FROM promotion_line l JOIN student s ON s.id = l.student_id JOIN"
            + " programme p ON p.id = s.programme_id WHERE l.run_id = ? AND NOT l.left_out AND"
            + " p.level = ? AND l.rule_set_code <> ? ORDER BY s.student_no",
        run,
        level.name(),
        ruleSet);
  }

  /** Whether another run of the year decides about a student whom this one left out. */
  boolean isHeldElsewhere(PromotionRun run, Open line) {
    return !texts(
            "SELECT r.uuid FROM promotion_line l JOIN promotion_run r ON r.id = l.run_id WHERE"
                + " l.student_id = ? AND l.year_start = ? AND l.run_id <> ? AND NOT l.left_out AND"
                + " NOT "
                + TakenBackLines.ARE,
            line.student(),
            run.getYearStart(),
            run.getId())
        .isEmpty();
  }

  /** Who decided lines otherwise than proposed. */
  List<String> changedBy(long run) {
    return texts(
        "SELECT DISTINCT changed_by FROM promotion_line WHERE run_id = ? AND changed_by IS NOT"
            + " NULL",
        run);
  }

  private List<String> texts(String sql, Object... values) {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        select.setObject(i + 1, values[i]);
      }
      List<String> found = new ArrayList<>();
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          found.add(row.getString(1));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("a run cannot be read", e);
    }
  }
}
