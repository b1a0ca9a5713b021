package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-5, SHT-15. A sheet that is given back after its lock can be looked at and not mended: whoever
 * decides on late entry is asked for it with the same act.
 */
@ApplicationScoped
class ReturnedLate {

  @Inject private SheetClocks clocks;
  @Inject private SheetRecords records;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Asks where it is needed.
   *
   * @param sheet given back just now
   * @param remark what to look at
   */
  void ask(Sheet sheet, String remark) {
    if (clocks.of(sheet, records.of(sheet.getId())).isLocked(time.now())) {
      notices.tellHolders(
          Permissions.SHEET_EXTEND,
          "attestation.notice.late-asked",
          "/attestation/sheet.xhtml?id=" + sheet.getUuid(),
          sheet.getNumber(),
          remark);
    }
  }
}
