package kz.miras.registrar.achievement.service;

import java.util.List;
import java.util.Objects;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.Reason;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.attestation.FxRetakeOnce;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** What a student's history says of one discipline in one term, corrections included. */
record Attempt(List<LedgerEntry> entries) {

  /** The entries of a history that are about it. */
  static Attempt of(List<LedgerEntry> ledger, String discipline, TermRef term) {
    return new Attempt(
        ledger.stream()
            .filter(entry -> entry.discipline().key().equals(discipline))
            .filter(entry -> entry.result().term().equals(term))
            .toList());
  }

  static Attempt of(List<LedgerEntry> ledger, long discipline, TermRef term) {
    return of(ledger, "id:" + discipline, term);
  }

  /** The result it stands at: counted, or still to come; null where there is none. */
  CountedLine standing(RulesOfTime times) {
    return CountedResults.of(entries.stream().map(LedgerEntry::toResult).toList(), times)
        .lines()
        .stream()
        .filter(line -> line.counts() || line.reason() == Reason.PENDING)
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  /** FX retakes it has used. */
  int used() {
    return (int)
        entries.stream()
            .filter(entry -> entry.result().kind() == ResultKind.FX)
            .filter(entry -> entry.source().corrects() == null)
            .filter(entry -> !entry.result().grade().isWithdrawn())
            .filter(entry -> !entry.result().grade().isExempt())
            .count();
  }

  /** CTL-7. Whether it may be continued by an FX retake. */
  Verdict fx(ControlForm form, RulesOfTime times, RuleSet rules) {
    CountedLine standing = standing(times);
    return standing == null
        ? Verdict.refused(Refusal.of("attestation.fx.not-fx", "CTL-8"))
        : FxRetakeOnce.judge(
            standing.result().grade(), form, used(), standing.result().term().type(), rules);
  }

  /** Its entry at a position. */
  LedgerEntry entry(long position) {
    return entries.stream().filter(entry -> entry.position() == position).findFirst().orElseThrow();
  }

  /** РД of its entry at a position; null where there is none. */
  Integer rating(long position) {
    return entries.stream()
        .filter(entry -> entry.position() == position)
        .map(entry -> entry.result().rating())
        .filter(Objects::nonNull)
        .findFirst()
        .orElse(null);
  }
}
