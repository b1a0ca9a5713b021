package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.CountedLine;
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
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/**
 * SHT-7. Forms the sheets that continue a closed one: the FX retake of those whose FX is open
 * (CTL-7) and the individual sitting of those whose result is still I. The ledger decides, not the
 * sheet, so that corrections count.
 */
@Stateless
@Guarded
public class FollowingSheets {

  @Inject private FollowingSheet following;
  @Inject private LedgerReader ledger;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;
  @Inject private Students students;

  /**
   * What a closed sheet still needs.
   *
   * @param fx students whose FX may be retaken
   * @param individual students whose result is I
   */
  public record Needs(int fx, int individual) implements Serializable {}

  /** How many students still wait for a retake or an individual sitting. */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public Needs needs(String id) {
    Sheet sheet = following.closed(id);
    return sheet == null
        ? new Needs(0, 0)
        : new Needs(rows(sheet, SheetKind.FX).size(), rows(sheet, SheetKind.INDIVIDUAL).size());
  }

  /**
   * Forms the sheet of a retake or an individual sitting.
   *
   * @param kind FX or INDIVIDUAL
   * @return public id of the new sheet
   * @throws RegistrarException.Refused where nobody needs one
   */
  @RolesAllowed(Permissions.SHEET_CREATE)
  public String form(String id, SheetKind kind) {
    Sheet sheet = following.lockedClosed(id);
    List<FollowingSheet.Line> lines = sheet == null ? List.of() : rows(sheet, kind);
    if (lines.isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.following.nobody", "SHT-7", kind));
    }
    return following.form(sheet, kind, lines).getUuid().toString();
  }

  private List<FollowingSheet.Line> rows(Sheet sheet, SheetKind kind) {
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
      }
    }
    return lines;
  }
}
