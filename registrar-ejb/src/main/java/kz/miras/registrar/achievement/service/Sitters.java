package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.IncompleteClock;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.FollowingSheet;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * SHT-7, INC-4. Who of a closed sheet sits again: those whose FX is open (CTL-7), or whose result
 * is still I and has time left. The ledger decides, not the sheet, so that corrections count.
 */
@ApplicationScoped
public class Sitters {

  @Inject private FollowingSheet following;
  @Inject private LedgerReader ledger;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;
  @Inject private Students students;
  @Inject private IncompleteClocks clocks;
  @Inject private UniversityTime time;

  /** Those who study and stand in no open sheet of that kind yet, in the order of the sheet. */
  List<FollowingSheet.Line> of(Sheet sheet, SheetKind kind) {
    List<SheetRow> rows = following.rows(sheet);
    Set<Long> waiting = following.waiting(sheet);
    Set<Long> ids = rows.stream().map(SheetRow::getStudentId).collect(Collectors.toSet());
    Set<Long> studying =
        students.byIds(ids).stream()
            .filter(student -> student.getStatus().mayStudy())
            .map(Student::getId)
            .collect(Collectors.toSet());
    Map<Long, List<LedgerEntry>> ledgers = ledger.ofAll(ids);
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    List<FollowingSheet.Line> lines = new ArrayList<>();
    Map<Long, LedgerEntry> open = new HashMap<>();
    for (SheetRow row : rows) {
      if (waiting.contains(row.getStudentId()) || !studying.contains(row.getStudentId())) {
        continue;
      }
      Attempt attempt =
          Attempt.of(ledgers.get(row.getStudentId()), sheet.getDisciplineId(), term.ref());
      CountedLine standing = attempt.standing(study.with(inForce));
      if (standing == null) {
        continue;
      }
      boolean wanted =
          kind == SheetKind.FX
              ? attempt.fx(discipline.getControlForm(), study.with(inForce), inForce).isAllowed()
              : standing.result().grade().isPending();
      if (wanted) {
        lines.add(new FollowingSheet.Line(row, attempt.rating(standing.result().position())));
        if (kind != SheetKind.FX) {
          open.put(row.getStudentId(), attempt.entry(standing.result().position()));
        }
      }
    }
    return kind == SheetKind.FX ? lines : inTime(lines, open);
  }

  /** INC-4. Without those whose I has passed its last day. */
  private List<FollowingSheet.Line> inTime(
      List<FollowingSheet.Line> lines, Map<Long, LedgerEntry> open) {
    Map<Long, IncompleteClock> running = clocks.ofAll(open);
    LocalDate today = time.today();
    return lines.stream()
        .filter(line -> running.get(line.from().getStudentId()).sits(today).isAllowed())
        .toList();
  }
}
