package kz.miras.registrar.attestation.service.room;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.attestation.room.AttendanceRecord;
import kz.miras.registrar.attestation.room.ExamAttendance;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetTyping;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;

/**
 * EXR-1 to EXR-3. Records who came to an exam. What follows from it for the result is typed in the
 * sheet by whoever types there: of who did not come, AB is proposed and never written by itself.
 */
@Stateless
@Guarded
public class RoomDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetTyping typing;
  @Inject private Rooms rooms;
  @Inject private RoomRecords records;

  /**
   * What is recorded of one student.
   *
   * @param row key of the row
   * @param seen version of what was recorded as the writer saw it; -1 for nothing
   */
  public record Recorded(long row, AttendanceRecord record, int seen) implements Serializable {}

  /**
   * Records attendance; each student is judged alone, and what cannot be stored says why.
   *
   * @return reasons by key of the row; none where it was stored
   * @throws RegistrarException.Refused where nothing may be recorded in the room now
   */
  @RolesAllowed(Permissions.EXAM_ROOM_RECORD)
  public Map<Long, List<Refusal>> record(String id, List<Recorded> all) {
    Sheet sheet = whose.room(id);
    whose.require(Permissions.EXAM_ROOM_RECORD, sheet);
    sheets.lock(sheet);
    refuse(rooms.mayRecord(sheet));
    EntryForm form = typing.form(sheet);
    RoomFacts facts = records.of(sheet.getId());
    Map<Long, SheetRow> rows =
        sheets.rows(sheet.getId()).stream()
            .collect(Collectors.toMap(SheetRow::getId, Function.identity()));
    Map<Long, List<Refusal>> problems = new LinkedHashMap<>();
    for (Recorded one : all) {
      SheetRow row = rows.get(one.row());
      if (row == null) {
        throw new RegistrarException.NotFound("sheet-row", one.row());
      }
      Verdict verdict = judge(sheet, form, row, facts, one);
      if (verdict.isAllowed()) {
        rooms.store(
            sheet, row.getStudentId(), one.record(), facts.attendance().get(row.getStudentId()));
      } else {
        problems.put(one.row(), verdict.refusals());
      }
    }
    return problems;
  }

  private Verdict judge(Sheet sheet, EntryForm form, SheetRow row, RoomFacts facts, Recorded one) {
    RoomFacts.Came came = facts.attendance().get(row.getStudentId());
    if (came != null && came.version() != one.seen()) {
      return Verdict.refused(
          Refusal.of("attestation.room.conflict", "SHT-1", came.recordedBy(), came.state())
              .at("state"));
    }
    RoomFacts.Person person = facts.people().get(row.getStudentId());
    return one.record().judge(rooms.admission(sheet, form, row, facts), person.acted());
  }

  /**
   * The caller types AB for everybody who did not come and of whom the sheet says nothing, as if by
   * hand: the mark is the caller's.
   *
   * @return how many were typed
   */
  @RolesAllowed({Permissions.SHEET_ENTER_EXAM, Permissions.SHEET_ENTER_SUBSTITUTE})
  public int typeNoShows(String id) {
    Sheet sheet = sheets.lock(whose.visible(id));
    RoomFacts facts = records.of(sheet.getId());
    List<TypedCell> cells = new ArrayList<>();
    for (SheetRow row : sheets.rows(sheet.getId())) {
      RoomFacts.Came came = facts.attendance().get(row.getStudentId());
      if (came != null
          && came.state() == ExamAttendance.ABSENT
          && row.scores().lacksScore()
          && rooms.admission(sheet, typing.form(sheet), row, facts).isAllowed()) {
        cells.add(new TypedCell(row.getId(), "score", Mark.AB.name(), row.getVersion(), ""));
      }
    }
    List<Refusal> against =
        typing.type(sheet, cells, typing.typist(sheet)).stream()
            .map(SheetTyping.Typed::refusal)
            .filter(refusal -> refusal != null)
            .distinct()
            .toList();
    if (!against.isEmpty()) {
      throw new RegistrarException.Refused(against);
    }
    return cells.size();
  }
}
