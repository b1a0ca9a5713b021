package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.retake.FxExaminer;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.RuleBook;

/** Makes the sheet that continues a closed one; who belongs on it is for the ledger to say. */
@ApplicationScoped
public class FollowingSheet {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private Calendars calendars;
  @Inject private RuleBook rules;
  @Inject private LastDays lastDays;

  /**
   * A student who sits again.
   *
   * @param from the row of the closed sheet
   * @param rating РД that stands; null where the control has none
   */
  public record Line(SheetRow from, Integer rating) {}

  /** The sheet if the caller may see it and it is closed; null where it is not. */
  public Sheet closed(String id) {
    Sheet sheet = whose.visible(id);
    return sheet.getStatus().isPosted() ? sheet : null;
  }

  /** A sheet by its key, locked till the transaction ends. */
  public Sheet locked(long id) {
    return sheets.lock(sheets.byId(id).orElseThrow());
  }

  /** The same, locked till the transaction ends, so that two do not form the same retake. */
  public Sheet lockedClosed(String id) {
    Sheet sheet = closed(id);
    return sheet == null ? null : sheets.lock(sheet);
  }

  public List<SheetRow> rows(Sheet sheet) {
    return sheets.rows(sheet.getId());
  }

  /** Students who stand on a following sheet that is not closed yet. */
  public Set<Long> waiting(Sheet sheet) {
    Set<Long> students = new HashSet<>();
    for (Sheet next : sheets.following(sheet.getId())) {
      if (!next.getStatus().isPosted()) {
        sheets.rows(next.getId()).forEach(row -> students.add(row.getStudentId()));
      }
    }
    return students;
  }

  /**
   * Forms it with the teacher and, unless the rules forbid it (FXR-4), the examiner of the closed
   * one.
   */
  public Sheet form(Sheet earlier, SheetKind kind, List<Line> lines) {
    Term term = calendars.term(earlier.getTermId()).orElseThrow();
    Sheet sheet =
        Sheet.following(earlier, sheets.nextNumber(term.getCode()), kind, earlier.getRuleSetCode());
    sheet.assign(
        earlier.getTeacherId(),
        FxExaminer.usual(kind, rules.named(earlier.getRuleSetCode()), earlier.getExaminerId()));
    sheet.lastOn(lastDays.of(sheet));
    sheets.add(sheet);
    int position = 1;
    for (Line line : lines) {
      SheetRow from = line.from();
      sheets.add(
          new SheetRow(
              sheet, from.getStudentId(), from.getEnrolmentId(), position++, line.rating()));
    }
    sheets.flush();
    return sheet;
  }
}
