package kz.miras.registrar.achievement.service.analysis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.service.KnownHistory;
import kz.miras.registrar.achievement.service.LedgerReader;
import kz.miras.registrar.achievement.service.StudyRules;
import kz.miras.registrar.curriculum.service.RuleBook;

/**
 * Which results of a term stand where a student has several of one discipline: the model decides
 * (ACH-1 to ACH-5), as it does for every transcript; the database counts what is left.
 */
@ApplicationScoped
class StandingResults {

  @Inject private LedgerReader ledger;
  @Inject private KnownHistory known;
  @Inject private StudyRules study;
  @Inject private RuleBook rules;

  private record Session(long student, long term) {}

  /**
   * Keys of the entries of terms that do not stand for whoever asks: to a student what is not
   * published stands for nothing, and removes nothing that is (PUB-1).
   */
  Set<Long> fallen(Collection<Long> terms) {
    return fallen(ledger.contested(terms), false);
  }

  /** The same of terms that count together: of each discipline what stands at their end. */
  Set<Long> fallenOfYear(Collection<Long> terms) {
    return fallen(ledger.contestedOfYear(terms), true);
  }

  private Set<Long> fallen(Map<Long, LedgerEntry> contested, boolean together) {
    Set<Long> unknown = known.unknown();
    Map<Session, Map<Long, LedgerEntry>> sessions = new HashMap<>();
    contested.forEach(
        (key, entry) -> {
          if (!unknown.contains(key)) {
            sessions
                .computeIfAbsent(
                    new Session(entry.studentId(), together ? 0 : entry.result().termId()),
                    session -> new HashMap<>())
                .put(key, entry);
          }
        });
    Set<Long> fallen = new HashSet<>(unknown);
    sessions.values().forEach(session -> fallen.addAll(fallen(session)));
    return fallen;
  }

  private List<Long> fallen(Map<Long, LedgerEntry> session) {
    List<Result> results = session.values().stream().map(LedgerEntry::toResult).toList();
    // every stored result names its rules, so that those of the day are never asked
    RulesOfTime times = study.with(rules.named(results.get(0).ruleSetCode()));
    Set<Long> standing = new HashSet<>();
    CountedResults.of(results, times)
        .standing()
        .values()
        .forEach(line -> standing.add(line.result().position()));
    List<Long> fallen = new ArrayList<>();
    session.forEach(
        (key, entry) -> {
          if (!standing.contains(entry.position())) {
            fallen.add(key);
          }
        });
    return fallen;
  }
}
