package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.LateEntry;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** SHT-15. Director or deputy lets entry into one sheet go on, on a document, until a moment. */
@Stateless
@Guarded
public class LateEntryDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Gives a submitted sheet back and lets its entry go on, in one step: what is given back after
   * the lock could not be mended otherwise.
   *
   * @param remark what to look at
   * @param day last day of entry; null where none was typed
   * @param at first minute that is too late; null for the whole day
   * @throws RegistrarException.Refused with every reason against it; nothing is done then
   */
  @RolesAllowed(Permissions.SHEET_EXTEND)
  public void giveBack(String id, String remark, LocalDate day, LocalTime at, BasisDocument basis) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_CLOSE, sheet);
    sheets.lock(sheet).giveBack(access.current().login(), remark);
    extend(id, day, at, basis);
  }

  /**
   * Decides it.
   *
   * @param day last day of entry; null where none was typed
   * @param at first minute that is too late, as the university's clocks show it; null for the whole
   *     day
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.SHEET_EXTEND)
  public void extend(String id, LocalDate day, LocalTime at, BasisDocument basis) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_EXTEND, sheet);
    sheets.lock(sheet);
    Instant now = time.now();
    LateEntry late = LateEntry.until(day, at, time.zone(), basis);
    SheetFacts facts = records.of(sheet.getId());
    Verdict verdict =
        SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed())
            .and(late.judge(sheet.getStatus(), clocks.of(sheet, facts), now, time.today()));
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    String me = access.current().login();
    audit.because(basis.reason().strip());
    records.extend(sheet.getId(), late, me, now);
    sheet.goOn();
    trail.record(
        "sheet.extend",
        "Sheet",
        sheet.getId(),
        null,
        Json.write(Map.of("until", late.until().toString())));
    for (Long teacher : sheet.appointed()) {
      notices.tellTeacher(
          teacher,
          "attestation.notice.extended",
          "/attestation/sheet.xhtml?id=" + sheet.getUuid(),
          sheet.getNumber(),
          LocalDateTime.ofInstant(late.until(), time.zone()));
    }
  }
}
