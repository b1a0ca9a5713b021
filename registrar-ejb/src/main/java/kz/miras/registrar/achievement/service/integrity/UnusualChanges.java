package kz.miras.registrar.achievement.service.integrity;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.integrity.CorrectedResult;
import kz.miras.registrar.achievement.integrity.IntegrityPolicy;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;

/**
 * INT-4 to INT-6. Looks through the corrections of a month, and for what is done again and again
 * through those of the months before it.
 */
@ApplicationScoped
class UnusualChanges {

  /** No rules look back further. */
  private static final int LONGEST_MONTHS = 36;

  private static final String SELECT =
      "SELECT g.id, h.id, COALESCE(h.examiner_id, h.teacher_id), c.student_id, g.requested_by,"
          + " c.rule_set_code, h.closed_at, c.recorded_at, a.percent, c.percent, a.result_on FROM"
          + " achievement c JOIN achievement a ON a.id = c.corrects_id JOIN grade_correction g ON"
          + " g.achievement_id = a.id AND g.status = 'APPROVED' AND g.kind IN ('ERROR', 'ANNULMENT')"
          + " LEFT JOIN sheet h ON h.id = a.sheet_id WHERE c.recorded_at >= ? AND c.recorded_at < ?"
          + " AND c.corrects_id IS NOT NULL ORDER BY c.recorded_at, g.id";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RuleBook rules;

  /** A correction with the keys around it. */
  private record Change(
      long id,
      Long sheet,
      Long teacher,
      long student,
      String login,
      String ruleSet,
      LocalDateTime at,
      CorrectedResult result) {}

  /** A teacher and a student. */
  private record Pair(long teacher, long student) {}

  /**
   * Adds the flags of a month.
   *
   * @return how many corrections were looked at
   */
  int find(Month month, List<Found> found) {
    List<Change> all = read(month);
    List<Change> own = all.stream().filter(one -> !one.at().isBefore(month.begins())).toList();
    for (Change one : own) {
      for (Refusal flag : policy(one).corrected(one.result()).warnings()) {
        found.add(
            new Found(
                flag,
                one.ruleSet(),
                one.sheet(),
                one.id(),
                one.teacher(),
                one.student(),
                one.login()));
      }
    }
    groups(all, one -> one.teacher() == null ? null : new Pair(one.teacher(), one.student()))
        .forEach(
            (pair, changes) -> {
              Change last = last(changes);
              for (Refusal flag : policy(last).pair(recent(month, changes, last)).warnings()) {
                found.add(about(month, last, flag, null, last.teacher(), last.student()));
              }
            });
    groups(all, Change::login)
        .forEach(
            (login, changes) -> {
              Change last = last(changes);
              for (Refusal flag : policy(last).raises(recent(month, changes, last)).warnings()) {
                found.add(about(month, last, flag, login, null, null));
              }
            });
    found.removeIf(Objects::isNull);
    return own.size();
  }

  private IntegrityPolicy policy(Change change) {
    return new IntegrityPolicy(rules.named(change.ruleSet()));
  }

  /** A flag of what was done again; null where it was last done before the month. */
  private static Found about(
      Month month, Change last, Refusal flag, String login, Long teacher, Long student) {
    return last.at().isBefore(month.begins())
        ? null
        : new Found(flag, last.ruleSet(), null, null, teacher, student, login);
  }

  private List<CorrectedResult> recent(Month month, List<Change> changes, Change last) {
    LocalDateTime since = month.begins(policy(last).months());
    return changes.stream().filter(one -> !one.at().isBefore(since)).map(Change::result).toList();
  }

  private static <K> Map<K, List<Change>> groups(List<Change> all, Function<Change, K> by) {
    return all.stream()
        .filter(one -> by.apply(one) != null)
        .collect(Collectors.groupingBy(by, LinkedHashMap::new, Collectors.toList()));
  }

  private static Change last(List<Change> changes) {
    return changes.get(changes.size() - 1);
  }

  private List<Change> read(Month month) {
    List<Change> changes = new ArrayList<>();
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(SELECT)) {
      select.setObject(1, month.begins(LONGEST_MONTHS));
      select.setObject(2, month.ends());
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          LocalDateTime at = row.getObject(8, LocalDateTime.class);
          changes.add(
              new Change(
                  row.getLong(1),
                  row.getObject(2, Long.class),
                  row.getObject(3, Long.class),
                  row.getLong(4),
                  row.getString(5),
                  row.getString(6),
                  at,
                  new CorrectedResult(
                      month.day(row.getObject(7, LocalDateTime.class)),
                      month.day(at),
                      row.getObject(9, Integer.class),
                      row.getObject(10, Integer.class),
                      row.getObject(11, LocalDate.class))));
        }
      }
      return changes;
    } catch (SQLException e) {
      throw new IllegalStateException("corrections cannot be read", e);
    }
  }
}
