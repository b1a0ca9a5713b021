package kz.miras.registrar.attestation.service.room;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.room.WorkCode;
import kz.miras.registrar.attestation.room.WorkCoding;
import kz.miras.registrar.attestation.service.SheetAccess;
import kz.miras.registrar.attestation.service.SheetRecords;
import kz.miras.registrar.attestation.service.SheetTyping;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * EXR-4, EXR-6. The office codes the written works of an exam and decodes them when each is marked.
 * Whoever teaches or examines the sheet does neither (SOD-6).
 */
@Stateless
@Guarded
public class CodingDesk {

  private static final SecureRandom RANDOM = new SecureRandom();

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetTyping typing;
  @Inject private SheetRecords typists;
  @Inject private Rooms rooms;
  @Inject private RoomRecords records;
  @Inject private WorkRecords works;
  @Inject private Access access;
  @Inject private AuditTrail trail;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * What decoding has done.
   *
   * @param written scores that stand in the sheet
   * @param aside works whose row says something else already: left, annulled, excused, exempt
   */
  public record Decoded(int written, int aside) implements Serializable {}

  /**
   * Gives every work a code.
   *
   * @return how many there are
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.EXAM_ROOM_PREPARE)
  public int code(String id) {
    Sheet sheet = prepared(id);
    List<SheetRow> rows = sheets.rows(sheet.getId());
    RoomFacts facts = records.of(sheet.getId());
    refuse(rooms.codes(sheet, typing.form(sheet), rows, facts));
    List<Long> students =
        new ArrayList<>(
            rows.stream().map(SheetRow::getStudentId).filter(facts.worked()::contains).toList());
    Collections.shuffle(students, RANDOM);
    List<String> codes = WorkCode.codes(RANDOM, students.size());
    works.code(sheet.getId(), students, codes, access.current().login(), time.now());
    log(sheet, WorkRecords.Act.CODED, codes.size());
    tell(sheet, "attestation.coding.notice.coded", "/attestation/works.xhtml", codes.size());
    return codes.size();
  }

  /** Takes the codes away: only while no work is marked. */
  @RolesAllowed(Permissions.EXAM_ROOM_PREPARE)
  public void lift(String id) {
    Sheet sheet = prepared(id);
    WorkCoding coding = coding(sheet);
    refuse(coding.lifts());
    works.lift(sheet.getId());
    log(sheet, WorkRecords.Act.LIFTED, coding.works());
  }

  /**
   * Puts names to the marks, once and for all of them.
   *
   * @throws RegistrarException.Refused where a work has no mark, or the caller marked one
   */
  @RolesAllowed(Permissions.EXAM_ROOM_PREPARE)
  public Decoded decode(String id) {
    Sheet sheet = prepared(id);
    String me = access.current().login();
    refuse(coding(sheet).decodes(me));
    Map<Long, SheetRow> rows =
        sheets.rows(sheet.getId()).stream()
            .collect(Collectors.toMap(SheetRow::getStudentId, Function.identity()));
    int written = 0;
    List<WorkRecords.Owned> all = works.owned(sheet.getId());
    for (WorkRecords.Owned one : all) {
      SheetRow row = rows.get(one.student());
      if (row != null && row.isBlank()) {
        // of who is exempt it stays beneath, and comes back with the exemption's end (SHT-25)
        row.grade(one.work().score(), null, one.work().markedBy());
        written += row.isExempt() ? 0 : 1;
      }
    }
    works.decode(sheet.getId(), me, time.now());
    typists.typed(sheet.getId(), me);
    log(sheet, WorkRecords.Act.DECODED, all.size());
    tell(sheet, "attestation.coding.notice.decoded", "/attestation/sheet.xhtml", all.size());
    return new Decoded(written, all.size() - written);
  }

  /** A sheet the caller prepares the exam of, locked. */
  private Sheet prepared(String id) {
    Sheet sheet = whose.room(id);
    whose.require(Permissions.EXAM_ROOM_PREPARE, sheet);
    refuse(rooms.duty(sheet));
    return sheets.lock(sheet);
  }

  private WorkCoding coding(Sheet sheet) {
    if (!works.isCoded(sheet.getId())) {
      throw new RegistrarException.NotFound("work-coding", sheet.getNumber());
    }
    return works.coding(sheet.getId());
  }

  private void log(Sheet sheet, WorkRecords.Act act, int number) {
    works.log(sheet.getId(), act, number, access.current().login(), time.now());
    trail.record(
        "work." + act.name().toLowerCase(Locale.ROOT),
        "Sheet",
        sheet.getId(),
        null,
        Json.write(Map.of("works", number)));
  }

  private void tell(Sheet sheet, String code, String page, int number) {
    if (sheet.getExaminerId() != null) {
      notices.tellTeacher(
          sheet.getExaminerId(), code, page + "?id=" + sheet.getUuid(), sheet.getNumber(), number);
    }
  }
}
