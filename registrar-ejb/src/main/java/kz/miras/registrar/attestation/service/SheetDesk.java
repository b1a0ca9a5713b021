package kz.miras.registrar.attestation.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.TypedCell;
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
  @Inject private SheetTyping typing;
  @Inject private Sittings sittings;
  @Inject private ReturnedLate late;
  @Inject private MovedExams moved;
  @Inject private Access access;
  @Inject private UniversityTime time;
  @Inject private AuditContext audit;

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
  public List<SheetTyping.Typed> type(String id, List<TypedCell> cells) {
    Sheet sheet = sheets.lock(whose.visible(id));
    return typing.type(sheet, cells, typing.typist(sheet));
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

  /**
   * The office gives a submitted sheet back, saying what to look at; where its entry is locked,
   * late entry is asked for with it.
   */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public void giveBack(String id, String remark) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_CLOSE, sheet);
    sheets.lock(sheet).giveBack(access.current().login(), remark);
    late.ask(sheet, sheet.getReturnedRemark());
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
    MovedExams.Place before = MovedExams.Place.of(sheet);
    sheet.appoint(teacher, examiner, basis, time.today());
    // a journal is its teacher's alone
    journals.stream()
        .filter(journal -> !journal.isTaughtBy(teacher))
        .forEach(journal -> journal.appoint(teacher, null, basis, time.today()));
    sheet.schedule(date, at, room == null || room.isBlank() ? null : room.strip());
    moved.tell(List.of(new MovedExams.Moved(sheet, before)));
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
}
