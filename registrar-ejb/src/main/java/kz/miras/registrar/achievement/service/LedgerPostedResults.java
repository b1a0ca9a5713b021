package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.PostedResults;

/** What stands of what sheets have posted, out of the history (COR-2). */
@ApplicationScoped
public class LedgerPostedResults implements PostedResults {

  @Inject private LedgerReader ledger;

  @Override
  public Map<Long, Posted> of(long student) {
    List<LedgerEntry> entries = ledger.of(student, null);
    Set<Long> corrected = new HashSet<>();
    entries.forEach(entry -> corrected.add(entry.source().corrects()));
    Map<Long, Posted> posted = new HashMap<>();
    for (LedgerEntry entry : entries) {
      Long sheet = entry.source().sheetId();
      if (sheet != null && !corrected.contains(entry.position())) {
        LedgerEntry.Outcome result = entry.result();
        posted.put(
            sheet,
            new Posted(
                entry.position(),
                result.rating(),
                result.score(),
                result.grade(),
                result.date(),
                result.ruleSetCode()));
      }
    }
    return posted;
  }
}
