package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.service.StandingChanged;

/**
 * SHT-7, ACH-5. A correction may leave nothing to sit for: whose FX has been raised, or whose I has
 * become a result, is taken out of the open sheet of the retake or of the individual sitting.
 */
@ApplicationScoped
public class OvertakenRows {

  private static final int AT_ONCE = 500;

  @Inject private Sheets sheets;
  @Inject private LedgerReader ledger;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;

  void overtaken(@Observes StandingChanged changed) {
    Set<StandingChanged.Standing> standings = Set.copyOf(changed.standings());
    List<Long> students =
        standings.stream().map(StandingChanged.Standing::student).distinct().toList();
    for (int from = 0; from < students.size(); from += AT_ONCE) {
      List<Long> some = students.subList(from, Math.min(from + AT_ONCE, students.size()));
      for (SheetRow row : sheets.unpostedFollowing(some)) {
        Sheet sheet = row.getSheet();
        boolean concerned =
            standings.contains(
                new StandingChanged.Standing(row.getStudentId(), sheet.getDisciplineId()));
        if (concerned && !isAwaited(sheet, row.getStudentId())) {
          sheets.takeOut(row);
        }
      }
    }
  }

  private boolean isAwaited(Sheet sheet, long student) {
    List<LedgerEntry> attempt =
        ledger.of(student, null).stream()
            .filter(entry -> Long.valueOf(sheet.getDisciplineId()).equals(id(entry)))
            .filter(entry -> entry.result().termId() == sheet.getTermId())
            .toList();
    CountedLine standing =
        new Attempt(attempt).standing(study.with(rules.named(sheet.getRuleSetCode())));
    if (standing == null) {
      return true;
    }
    Grade grade = standing.result().grade();
    return sheet.getKind() == SheetKind.FX ? grade.letter() == Letter.FX : grade.isPending();
  }

  private static Long id(LedgerEntry entry) {
    return entry.discipline().disciplineId();
  }
}
