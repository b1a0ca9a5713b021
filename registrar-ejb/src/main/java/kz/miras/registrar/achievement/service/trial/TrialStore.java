package kz.miras.registrar.achievement.service.trial;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.achievement.service.trial.TrialReader.Tried;
import kz.miras.registrar.achievement.trial.TrialCounts;
import kz.miras.registrar.achievement.trial.TrialDifference;
import kz.miras.registrar.achievement.trial.TrialFigures;
import kz.miras.registrar.achievement.trial.TrialResult;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleValues;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;

/** Keeps trials: each part in a short transaction of its own; only rows of trials are written. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class TrialStore {

  private static final String HEAD =
      "INSERT INTO rule_trial (id, uuid, level, fingerprint, rule_set_code, judged_on, year_start,"
          + " tried_by, tried_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String LINE =
      "INSERT INTO rule_trial_line (trial_id, student_id, programme_id, course_year, gpa_before,"
          + " gpa_after, year_gpa_before, year_gpa_after, earned_before, earned_after, debts_before,"
          + " debts_after, debt_credits_before, debt_credits_after, promotion_before,"
          + " promotion_after, standing_before, standing_after, compared_before, compared_after,"
          + " threshold_before, threshold_after, crossing, results) VALUES (?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
  private static final String RESULT =
      "INSERT INTO rule_trial_result (trial_id, student_id, position, way, rating, percent, letter,"
          + " mark, counted_before, counted_after, parameters) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?)";
  private static final String COUNT =
      "INSERT INTO rule_trial_count VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
          + " ?, ?)";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private AuditTrail audit;

  /** A part of the university: students of a programme in a course year, 0 for none. */
  public record Cut(long programme, int course) {}

  /**
   * A trial begins.
   *
   * @return its key
   */
  public long begin(
      UUID uuid,
      Level level,
      Map<RuleParameter, String> values,
      String comparedWith,
      TrialFrame.Judged judged,
      List<Term> period,
      String by,
      Instant at) {
    try (Connection connection = database.getConnection()) {
      long id = next(connection);
      update(
          connection,
          HEAD,
          id,
          uuid.toString(),
          level.name(),
          RuleValues.fingerprint(level, values),
          comparedWith,
          judged.day(),
          judged.year(),
          by,
          LocalDateTime.ofInstant(at, ZoneOffset.UTC));
      for (Map.Entry<RuleParameter, String> value : RuleValues.complete(values).entrySet()) {
        update(
            connection,
            "INSERT INTO rule_trial_value VALUES (?, ?, ?)",
            id,
            value.getKey().name(),
            value.getValue());
      }
      for (Term term : period) {
        update(connection, "INSERT INTO rule_trial_term VALUES (?, ?)", id, term.getId());
      }
      audit.record(
          "rules.try",
          "RuleTrial",
          uuid,
          null,
          Json.write(
              Map.of("level", level.name(), "terms", period.stream().map(Term::getCode).toList())));
      return id;
    } catch (SQLException e) {
      throw new IllegalStateException("a trial cannot be stored", e);
    }
  }

  /** What was found of some students; of whom nothing differs is not kept. */
  public void lines(long trial, List<Tried> tried) {
    List<Tried> differing = tried.stream().filter(Tried::differs).toList();
    if (differing.isEmpty()) {
      return;
    }
    try (Connection connection = database.getConnection();
        PreparedStatement lines = Batches.prepare(connection, LINE);
        PreparedStatement results = Batches.prepare(connection, RESULT)) {
      boolean any = false;
      for (Tried one : differing) {
        bind(lines, line(trial, one));
        lines.addBatch();
        for (TrialResult result : one.results()) {
          if (result.differs()) {
            bind(results, result(trial, one.student(), result));
            results.addBatch();
            any = true;
          }
        }
      }
      lines.executeBatch();
      if (any) {
        results.executeBatch();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("a trial cannot be stored", e);
    }
  }

  /** It has come to its end. */
  public void end(long trial, Map<Cut, TrialCounts> counts, Instant at) {
    try (Connection connection = database.getConnection();
        PreparedStatement insert = Batches.prepare(connection, COUNT)) {
      for (Map.Entry<Cut, TrialCounts> one : counts.entrySet()) {
        bind(insert, count(trial, one.getKey(), one.getValue()));
        insert.addBatch();
      }
      if (!counts.isEmpty()) {
        insert.executeBatch();
      }
      update(
          connection,
          "INSERT INTO rule_trial_outcome VALUES (?, ?)",
          trial,
          LocalDateTime.ofInstant(at, ZoneOffset.UTC));
    } catch (SQLException e) {
      throw new IllegalStateException("a trial cannot be stored", e);
    }
  }

  private static Object[] line(long trial, Tried one) {
    TrialDifference figures = one.figures();
    TrialFigures before = figures.before();
    TrialFigures after = figures.after();
    return new Object[] {
      trial,
      one.student(),
      one.programme(),
      one.course(),
      before.gpa(),
      after.gpa(),
      before.yearGpa(),
      after.yearGpa(),
      before.earned(),
      after.earned(),
      before.debts(),
      after.debts(),
      before.debtCredits(),
      after.debtCredits(),
      name(before.promotion()),
      name(after.promotion()),
      name(before.standing()),
      name(after.standing()),
      before.compared(),
      after.compared(),
      before.threshold(),
      after.threshold(),
      figures.crossing().name(),
      (int) one.results().stream().filter(TrialResult::gradeDiffers).count()
    };
  }

  private static Object[] result(long trial, long student, TrialResult result) {
    boolean falls = result.after() == null;
    return new Object[] {
      trial,
      student,
      result.position(),
      result.way().name(),
      result.rating(),
      falls ? null : result.after().percent(),
      falls || result.after().letter() == null ? null : result.after().letter().sign(),
      falls ? null : name(result.after().mark()),
      result.countedBefore(),
      result.countedAfter(),
      new TreeSet<>(result.by()).stream().map(RuleParameter::name).collect(Collectors.joining(" "))
    };
  }

  private static Object[] count(long trial, Cut cut, TrialCounts c) {
    List<Object> values = new ArrayList<>(List.of(trial, cut.programme(), cut.course()));
    values.addAll(
        List.of(
            c.students(), c.results(), c.derived(), c.elsewhere(), c.decided(), c.withoutScore()));
    values.addAll(
        List.of(c.differing(), c.letters(), c.lost(), c.gained(), c.fallen(), c.otherwise()));
    values.addAll(
        List.of(c.debts(), c.averages(), c.standings(), c.promotions(), c.below(), c.above()));
    return values.toArray();
  }

  private static String name(Enum<?> one) {
    return one == null ? null : one.name();
  }

  private static long next(Connection connection) throws SQLException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT NEXT VALUE FOR achievement_seq");
        ResultSet row = select.executeQuery()) {
      row.next();
      return row.getLong(1);
    }
  }

  private static void update(Connection connection, String sql, Object... values)
      throws SQLException {
    try (PreparedStatement insert = connection.prepareStatement(sql)) {
      bind(insert, values);
      insert.executeUpdate();
    }
  }

  private static void bind(PreparedStatement insert, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      insert.setObject(i + 1, values[i]);
    }
  }
}
