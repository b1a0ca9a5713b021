package kz.miras.registrar.achievement.service.risk;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.risk.RiskFacts;
import kz.miras.registrar.achievement.service.risk.RiskReader.AtRisk;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Batches;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.MessageArguments;
import kz.miras.registrar.shared.service.Statements;
import kz.miras.registrar.shared.service.UniversityTime;

/** The table of who is at risk; each part of a day's work is kept by itself. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RiskStore {

  /** What a later day has found stands, whoever of two servers ends last. */
  private static final String KEEP =
      "INSERT INTO student_risk (student_id, rules, reasons, details, lowest_rating, absences,"
          + " debt_credits, gpa, threshold, rule_set_code, since_on, judged_on) VALUES (?, ?, ?, ?,"
          + " ?, ?, ?, ?, ?, ?, ?, ?) ON DUPLICATE KEY UPDATE "
          + Stream.of(
                  "rules",
                  "reasons",
                  "details",
                  "lowest_rating",
                  "absences",
                  "debt_credits",
                  "gpa",
                  "threshold",
                  "rule_set_code",
                  "judged_on")
              .map("%1$s = IF(VALUES(judged_on) >= judged_on, VALUES(%1$s), %1$s)"::formatted)
              .collect(Collectors.joining(", "));

  private static final String CONTINGENT =
      "SELECT s.id FROM student s WHERE s.status IN ('STUDYING', 'ON_LEAVE') ORDER BY s.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** One reason as it is kept. */
  record Kept(String code, String rule, String args) {

    static Kept of(Refusal reason) {
      return new Kept(reason.code(), reason.rule(), MessageArguments.write(reason.args()));
    }

    Refusal reason() {
      List<Serializable> read = MessageArguments.read(args);
      return new Refusal(code, rule, "", read);
    }
  }

  /** The reasons of a kept line. */
  static List<Refusal> reasons(String details) {
    return Arrays.stream(Json.read(details, Kept[].class)).map(Kept::reason).toList();
  }

  /** Whether a day has been judged. */
  public boolean isJudged(LocalDate day) {
    try (Connection connection = database.getConnection();
        PreparedStatement select =
            connection.prepareStatement("SELECT 1 FROM risk_day WHERE judged_on = ?")) {
      select.setObject(1, day);
      try (ResultSet row = select.executeQuery()) {
        return row.next();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("days of risks cannot be read", e);
    }
  }

  /** Keys of all in the contingent: who is on leave is at no risk, and may owe all the same. */
  public List<Long> contingent() {
    List<Long> keys = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(CONTINGENT);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        keys.add(row.getLong(1));
      }
      return keys;
    } catch (SQLException e) {
      throw new IllegalStateException("students cannot be read", e);
    }
  }

  /** Keeps who of these is at risk on a day; the others lose what was kept of them. */
  public void keep(LocalDate day, Collection<Long> judged, List<AtRisk> found) {
    if (judged.isEmpty()) {
      return;
    }
    List<Long> well = new ArrayList<>(judged);
    well.removeAll(found.stream().map(AtRisk::student).collect(Collectors.toSet()));
    try (Connection connection = database.getConnection()) {
      drop(connection, well, day);
      try (PreparedStatement keep = Batches.prepare(connection, KEEP)) {
        for (AtRisk one : found) {
          bind(keep, one, day);
          keep.addBatch();
        }
        if (!found.isEmpty()) {
          keep.executeBatch();
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException("students at risk cannot be kept", e);
    }
  }

  /** Ends the work of a day: whoever does not study any more is at no risk. */
  public void end(LocalDate day, int students, int atRisk) {
    try (Connection connection = database.getConnection();
        PreparedStatement drop =
            connection.prepareStatement(
                "DELETE k FROM student_risk k JOIN student s ON s.id = k.student_id WHERE s.status"
                    + " <> 'STUDYING'");
        PreparedStatement insert =
            connection.prepareStatement(
                "INSERT IGNORE INTO risk_day (judged_on, judged_at, students, at_risk) VALUES (?, ?,"
                    + " ?, ?)")) {
      drop.executeUpdate();
      insert.setObject(1, day);
      insert.setObject(2, LocalDateTime.ofInstant(time.now(), ZoneOffset.UTC));
      insert.setInt(3, students);
      insert.setInt(4, atRisk);
      insert.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("the day of risks cannot be ended", e);
    }
  }

  private static void drop(Connection connection, List<Long> well, LocalDate day)
      throws SQLException {
    if (well.isEmpty()) {
      return;
    }
    String places = Statements.places(well.size());
    try (PreparedStatement drop =
        connection.prepareStatement(
            "DELETE FROM student_risk WHERE judged_on <= ? AND student_id IN (" + places + ")")) {
      drop.setObject(1, day);
      for (int i = 0; i < well.size(); i++) {
        drop.setLong(i + 2, well.get(i));
      }
      drop.executeUpdate();
    }
  }

  private void bind(PreparedStatement keep, AtRisk one, LocalDate day) throws SQLException {
    RiskFacts facts = one.facts();
    BigDecimal lowest =
        facts.ratings().stream()
            .map(RiskFacts.Rating::points)
            .min(BigDecimal::compareTo)
            .map(points -> points.setScale(2, RoundingMode.FLOOR))
            .orElse(null);
    keep.setLong(1, one.student());
    keep.setString(
        2, one.reasons().stream().map(Refusal::rule).distinct().collect(Collectors.joining(" ")));
    keep.setInt(3, one.reasons().size());
    keep.setString(4, Json.write(one.reasons().stream().map(Kept::of).toList()));
    keep.setBigDecimal(5, lowest);
    keep.setInt(6, facts.absences());
    keep.setInt(7, facts.debtCredits());
    keep.setBigDecimal(8, facts.gpa() == null ? null : facts.gpa().rounded());
    keep.setBigDecimal(
        9, rules.named(one.ruleSet()).promotionThreshold(facts.course()).orElse(null));
    keep.setString(10, one.ruleSet());
    keep.setObject(11, day);
    keep.setObject(12, day);
  }
}
