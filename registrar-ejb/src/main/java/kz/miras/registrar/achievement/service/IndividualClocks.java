package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.IndividualDays;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Verdict;

/** INC-4. The clocks of those who sit alone, out of the history. */
@ApplicationScoped
public class IndividualClocks implements IndividualDays {

  @Inject private Sheets sheets;
  @Inject private LedgerReader ledger;
  @Inject private IncompleteClocks clocks;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;

  @Override
  public Map<Long, Verdict> judge(Sheet sheet, LocalDate day) {
    List<Long> students =
        sheets.rows(sheet.getId()).stream()
            .filter(row -> !row.isWithdrawn())
            .map(SheetRow::getStudentId)
            .toList();
    TermRef term = calendars.term(sheet.getTermId()).orElseThrow().ref();
    RulesOfTime times = study.with(rules.named(sheet.getRuleSetCode()));
    Map<Long, LedgerEntry> open = new HashMap<>();
    ledger
        .ofAll(students)
        .forEach(
            (student, entries) -> {
              Attempt attempt = Attempt.of(entries, sheet.getDisciplineId(), term);
              CountedLine standing = attempt.standing(times);
              if (standing != null && standing.result().grade().isPending()) {
                open.put(student, attempt.entry(standing.result().position()));
              }
            });
    Map<Long, Verdict> verdicts = new HashMap<>();
    for (Map.Entry<Long, IncompleteClock> clock : clocks.ofAll(open).entrySet()) {
      verdicts.put(clock.getKey(), clock.getValue().sits(day));
    }
    return verdicts;
  }
}
