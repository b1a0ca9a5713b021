package kz.miras.registrar.achievement.service.summary;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.sql.DataSource;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.ResultsRecorded;
import kz.miras.registrar.achievement.summary.AchievementSummary;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * ACH-7. Writes what the histories of students come to in the transaction that makes them longer:
 * one read and one batch, however many results were recorded. The rows of the chains are locked by
 * then, so that nothing can come between.
 */
@ApplicationScoped
public class SummaryKeeper {

  @Resource(lookup = "java:jboss/datasources/RegistrarDS")
  private DataSource database;

  @Inject private RuleBook book;
  @Inject private UniversityTime time;

  void recorded(@Observes ResultsRecorded event) {
    TreeSet<Long> students = new TreeSet<>();
    event.results().forEach(one -> students.add(one.student()));
    List<Long> all = List.copyOf(students);
    try (Connection connection = database.getConnection()) {
      for (int from = 0; from < all.size(); from += HistoryRows.STUDENTS) {
        store(
            connection,
            derive(
                connection, all.subList(from, Math.min(from + HistoryRows.STUDENTS, all.size()))));
      }
    } catch (SQLException e) {
      throw new IllegalStateException("summaries cannot be stored", e);
    }
  }

  /** Derives those of these students from their entries; who has none is not there. */
  SortedMap<Long, AchievementSummary> derive(Connection connection, Collection<Long> students)
      throws SQLException {
    RulesOfTime rules = StoredSummaries.rules(book::named);
    SortedMap<Long, AchievementSummary> derived = new TreeMap<>();
    HistoryRows.of(
        connection, students, history -> derived.put(history.student(), history.summary(rules)));
    return derived;
  }

  void store(Connection connection, SortedMap<Long, AchievementSummary> summaries)
      throws SQLException {
    StoredSummaries.store(connection, summaries, time.now());
  }
}
