package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.GpaCalculator;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.summary.AchievementSummary.Difference;
import kz.miras.registrar.achievement.summary.HistoryCheck;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * ACH-7, ACH-11. Derives all figures anew by decision of the office, stores those that differ, and
 * keeps what that was.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SummaryDesk {

  private static final String STATE =
      "SELECT COUNT(*), COALESCE(SUM(s.student_id IS NULL OR s.position <> h.position OR s.formula"
          + " <> ?), 0), MAX(s.derived_at) FROM achievement_head h LEFT JOIN achievement_summary s"
          + " ON s.student_id = h.student_id WHERE h.position > 0";

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SummaryRepair repair;
  @Inject private HistoryCheckStore kept;
  @Inject private RuleBook book;
  @Inject private UniversityTime time;
  @Inject private Access access;

  /**
   * What there is.
   *
   * @param students who have results
   * @param stale of whom nothing is stored, or less than their history
   * @param last when a figure was stored last; null where none is
   */
  public record State(long students, long stale, Instant last) implements Serializable {}

  /** A figure that was stored otherwise than it is derived, and has been put right. */
  public record Corrected(String studentNo, Difference figure) implements Serializable {}

  /**
   * What was done.
   *
   * @param students who have results
   * @param results that were read
   * @param differing students of whom something was stored otherwise
   * @param corrected their figures
   */
  public record Recalculated(long students, long results, int differing, List<Corrected> corrected)
      implements Serializable {

    public Recalculated {
      corrected = List.copyOf(corrected);
    }
  }

  /** How many histories there are and whether their summaries are. */
  @RolesAllowed(Permissions.GPA_RECALCULATE)
  public State state() {
    try (Connection connection = database.getConnection();
        PreparedStatement select = connection.prepareStatement(STATE)) {
      select.setInt(1, GpaCalculator.FORMULA_VERSION);
      try (ResultSet row = select.executeQuery()) {
        row.next();
        LocalDateTime last = row.getObject(3, LocalDateTime.class);
        return new State(
            row.getLong(1), row.getLong(2), last == null ? null : last.toInstant(ZoneOffset.UTC));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("summaries cannot be read", e);
    }
  }

  /**
   * Derives every student anew, tells what was stored otherwise, and stores it. Who differs at
   * first sight is looked at again with the chain locked, so that a posting meanwhile is none of
   * the findings.
   *
   * @param progress told of each student
   */
  @RolesAllowed(Permissions.GPA_RECALCULATE)
  public Recalculated recalculate(WorkProgress progress) {
    access.require(Permissions.GPA_RECALCULATE, Target.nobodys(), "summary", "all");
    SummaryChecking.Outcome outcome = check(progress);
    Map<Long, String> numbers = new HashMap<>();
    outcome.findings().forEach(one -> numbers.put(one.student(), one.number()));
    List<Long> suspects =
        outcome.findings().stream().map(SummaryChecking.Finding::student).toList();
    List<Corrected> corrected = new ArrayList<>();
    Set<HistoryCheck.Found> repaired = new LinkedHashSet<>();
    int differing = 0;
    for (int from = 0; from < suspects.size(); from += HistoryRows.STUDENTS) {
      List<Long> some =
          suspects.subList(from, Math.min(from + HistoryRows.STUDENTS, suspects.size()));
      Map<Long, List<Difference>> found = Again.of(() -> repair.repair(some));
      differing += found.size();
      repaired.addAll(HistoryChecks.found(found));
      found.forEach(
          (student, figures) ->
              figures.forEach(
                  figure -> corrected.add(new Corrected(numbers.get(student), figure))));
    }
    kept.keep(
        new HistoryCheck(Set.of(HistoryCheck.Kind.FIGURE), repaired),
        new HistoryCheckStore.Read(outcome.students(), outcome.rows()),
        new HistoryCheckStore.Made(access.current().login(), time.now()),
        true);
    return new Recalculated(outcome.students(), outcome.rows(), differing, corrected);
  }

  private SummaryChecking.Outcome check(WorkProgress progress) {
    try (Connection connection = database.getConnection()) {
      progress.begin(HistoryRows.students(connection));
      return SummaryChecking.run(connection, book::named, () -> progress.step(1));
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }
}
