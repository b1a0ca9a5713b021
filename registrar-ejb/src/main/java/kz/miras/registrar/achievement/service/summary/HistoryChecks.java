package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.sql.DataSource;
import kz.miras.registrar.access.Deviation;
import kz.miras.registrar.access.service.SealKey;
import kz.miras.registrar.achievement.service.LedgerChecking;
import kz.miras.registrar.achievement.service.WorkProgress;
import kz.miras.registrar.achievement.summary.AchievementSummary.Difference;
import kz.miras.registrar.achievement.summary.HistoryCheck;
import kz.miras.registrar.achievement.summary.HistoryCheck.Found;
import kz.miras.registrar.achievement.summary.HistoryCheck.Kind;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * ACH-11. Checks every history: whether its chain holds and whether the figures stored beside it
 * are the derived ones. Nothing is put right; what was found is kept.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HistoryChecks {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private SummaryRepair repair;
  @Inject private HistoryCheckStore store;
  @Inject private RuleBook book;
  @Inject private SealKey seals;
  @Inject private UniversityTime time;

  /**
   * Checks and keeps what was found.
   *
   * @param by login of who checks
   * @param progress told of each student twice: of the figures, and of the chain
   */
  public void run(String by, WorkProgress progress) {
    Set<Found> found = new LinkedHashSet<>();
    SummaryChecking.Outcome figures = figures(progress);
    // whoever differs at first sight is looked at again with the chain locked
    List<Long> suspects =
        figures.findings().stream().map(SummaryChecking.Finding::student).toList();
    for (int from = 0; from < suspects.size(); from += HistoryRows.STUDENTS) {
      List<Long> some =
          suspects.subList(from, Math.min(from + HistoryRows.STUDENTS, suspects.size()));
      found.addAll(found(Again.of(() -> repair.compare(some))));
    }
    for (LedgerChecking.Finding finding : chains(progress).findings()) {
      for (Deviation one : finding.report().deviations()) {
        found.add(new Found(finding.student(), Kind.CHAIN, written(one), null, null));
      }
    }
    store.keep(
        new HistoryCheck(EnumSet.allOf(Kind.class), found),
        new HistoryCheckStore.Read(figures.students(), figures.rows()),
        new HistoryCheckStore.Made(by, time.now()),
        false);
  }

  /** Differences of figures, by the key of the student, as they are kept. */
  static Collection<Found> found(Map<Long, List<Difference>> differences) {
    Set<Found> found = new LinkedHashSet<>();
    differences.forEach(
        (student, figures) ->
            figures.forEach(
                one ->
                    found.add(
                        new Found(
                            student, Kind.FIGURE, one.figure(), one.stored(), one.derived()))));
    return found;
  }

  private static String written(Deviation one) {
    String from = one.kind().name() + " " + one.position();
    return one.until() == one.position() ? from : from + "–" + one.until();
  }

  private SummaryChecking.Outcome figures(WorkProgress progress) {
    try (Connection connection = database.getConnection()) {
      progress.begin(2 * HistoryRows.students(connection));
      return SummaryChecking.run(connection, book::named, () -> progress.step(1));
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }

  private LedgerChecking.Outcome chains(WorkProgress progress) {
    try (Connection connection = database.getConnection()) {
      return LedgerChecking.run(connection, seals::chain, () -> progress.step(1));
    } catch (SQLException e) {
      throw new IllegalStateException("results cannot be read", e);
    }
  }
}
