package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** Typing into a sheet and handing it over; who may do what follows from the sheet's teachers. */
@Stateless
@Guarded
public class SheetDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private ClosingSheet closing;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private Sittings sittings;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private UniversityTime time;
  @Inject private AuditContext audit;

  /**
   * What became of a cell.
   *
   * @param refusal why it was not stored; null where it was
   * @param version the row's version now
   */
  public record Typed(long row, String column, Refusal refusal, int version)
      implements Serializable {}

  /** The office opens the sheet for entry. */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public void open(String id) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_OPEN, sheet);
    sheets.lock(sheet).open();
  }

  /**
   * Stores typed cells; each is judged by itself, and what cannot be stored says why.
   *
   * @return in the order of the cells
   */
  @RolesAllowed({
    Permissions.SHEET_ENTER_RATING,
    Permissions.SHEET_ENTER_EXAM,
    Permissions.SHEET_ENTER_SUBSTITUTE
  })
  public List<Typed> type(String id, List<TypedCell> cells) {
    Sheet sheet = sheets.lock(whose.visible(id));
    if (!sheet.getStatus().allowsEntry()) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.sheet.no-entry", "CTL-15", sheet.getNumber()));
    }
    boolean rate = whose.may(Permissions.SHEET_ENTER_RATING, sheet);
    boolean score =
        whose.may(Permissions.SHEET_ENTER_EXAM, sheet)
            || whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet);
    Map<Long, SheetRow> rows = new HashMap<>();
    sheets.rows(sheet.getId()).forEach(row -> rows.put(row.getId(), row));
    Map<Long, Integer> seen = new HashMap<>();
    List<Typed> typed = new ArrayList<>();
    // asked after the lock: who waited for it comes when the wait is over
    SheetClocks.Gate gate = clocks.gate(sheet, form(sheet), records.of(sheet.getId()), time.now());
    String me = access.current().login();
    for (TypedCell cell : cells) {
      SheetRow row = rows.get(cell.row());
      if (row == null || !cell.isKnown()) {
        throw new RegistrarException.NotFound("sheet-cell", cell.row() + ", " + cell.column());
      }
      // several cells of one row in one go carry the same version
      int version = seen.computeIfAbsent(cell.row(), key -> row.getVersion());
      Refusal refusal =
          cell.refusal(cell.isScore() ? score : rate, version, row)
              .or(() -> gate.refusal(cell, row))
              .orElse(null);
      if (refusal == null) {
        cell.storeIn(row, me);
      }
      typed.add(new Typed(cell.row(), cell.column(), refusal, row.getVersion()));
    }
    sheets.flush();
    if (typed.stream().anyMatch(one -> one.refusal() == null)) {
      records.typed(sheet.getId(), me);
    }
    return typed.stream()
        .map(t -> new Typed(t.row(), t.column(), t.refusal(), rows.get(t.row()).getVersion()))
        .toList();
  }

  private EntryForm form(Sheet sheet) {
    return sheet
        .getKind()
        .entryForm(catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm());
  }

  /**
   * Hands the sheet to the office.
   *
   * @throws RegistrarException.Refused naming how many rows are still open (domain 3.1: no empty
   *     cell at submission)
   */
  @RolesAllowed({Permissions.SHEET_SUBMIT, Permissions.SHEET_ENTER_SUBSTITUTE})
  public void submit(String id) {
    Sheet sheet = whose.visible(id);
    if (!whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet)) {
      whose.require(Permissions.SHEET_SUBMIT, sheet);
    }
    sheets.lock(sheet);
    closing.rows(sheet);
    sheet.submit(access.current().login(), time.now());
  }

  /** The office gives a submitted sheet back, saying what to look at. */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public void giveBack(String id, String remark) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_CLOSE, sheet);
    sheets.lock(sheet).giveBack(access.current().login(), remark);
  }

  /**
   * Says who fills a sheet and the journals of its ratings, and when and where its exam is.
   *
   * @param teacher key of the teacher; null for none
   * @param examiner key of the examiner; null for none
   * @param basis the order a replacement rests on
   * @throws RegistrarException.Refused where the exam may not be on that day (SHT-11), its day
   *     stands (SHT-15) or a replacement has no basis (SHT-6)
   */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public void appoint(
      String id,
      Long teacher,
      Long examiner,
      String basis,
      LocalDate date,
      LocalTime at,
      String room) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_OPEN, sheet);
    if (basis != null && !basis.isBlank()) {
      audit.because(basis.strip());
    }
    // whoever closes a journal locks it before its sheet
    List<Sheet> journals = sheets.unpostedJournals(sheet.getId());
    journals.forEach(sheets::lock);
    sheets.lock(sheet);
    Sittings.Windows windows = sittings.open();
    refuse(windows.stays(sheet, date, at));
    refuse(windows.examines(sheet, examiner));
    refuse(windows.judge(sheet, date).and(appointment(sheet, journals, teacher, examiner, basis)));
    sheet.appoint(teacher, examiner, basis);
    // a journal is its teacher's alone
    journals.stream()
        .filter(journal -> !journal.isTaughtBy(teacher))
        .forEach(journal -> journal.appoint(teacher, null, basis));
    sheet.schedule(date, at, room == null || room.isBlank() ? null : room.strip());
  }

  /** SHT-6 of the sheet and of the journals whose teacher changes with its own, said once. */
  private static Verdict appointment(
      Sheet sheet, List<Sheet> journals, Long teacher, Long examiner, String basis) {
    return Stream.concat(
            Stream.of(sheet.judgeAppointment(teacher, examiner, basis)),
            journals.stream()
                .filter(journal -> !journal.isTaughtBy(teacher))
                .map(journal -> journal.judgeAppointment(teacher, null, basis)))
        .filter(verdict -> !verdict.isAllowed())
        .findFirst()
        .orElseGet(Verdict::allowed);
  }

  private static void refuse(Verdict verdict) {
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
  }
}
