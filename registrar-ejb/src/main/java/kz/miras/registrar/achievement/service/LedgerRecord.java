package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.curriculum.Supersede;
import kz.miras.registrar.registration.AcademicRecord;

/** Answers registration's questions from the ledger. */
@ApplicationScoped
public class LedgerRecord implements AcademicRecord {

  @Inject private LedgerReader ledger;

  @Override
  public Map<Long, Standing> standing(long student, Set<Long> disciplines) {
    Map<Long, Standing> standing = new HashMap<>();
    disciplines.forEach(id -> standing.put(id, Standing.NONE));
    if (disciplines.isEmpty()) {
      return standing;
    }
    List<LedgerEntry> entries = ledger.of(student, null);
    CountedResults counted =
        CountedResults.of(entries.stream().map(LedgerEntry::toResult).toList(), Supersede.LAST);
    for (Long id : disciplines) {
      counted
          .of("id:" + id)
          .ifPresent(
              result ->
                  standing.put(id, result.grade().passes() ? Standing.PASSED : Standing.FAILED));
    }
    return standing;
  }

  @Override
  public Map<Long, Integer> attempts(long student, Collection<Long> disciplines) {
    Map<Long, Integer> attempts = new HashMap<>();
    for (LedgerEntry entry : ledger.of(student, null)) {
      Long id = entry.discipline().disciplineId();
      if (id != null && disciplines.contains(id)) {
        attempts.merge(id, entry.result().attemptNo(), Math::max);
      }
    }
    return attempts;
  }
}
