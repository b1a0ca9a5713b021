package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.TreeMap;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-14. Finds sheets whose entry is locked and which nobody has submitted: they become overdue,
 * and teacher, dean and office are told. Nothing is posted, and nothing typed is lost.
 */
@Stateless
@PermitAll
public class OverdueSheets {

  private static final String LATE = "attestation.notice.overdue-many";
  private static final String LIST = "/office/list.xhtml?list=sheets&only=overdue";

  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private Catalogue catalogue;
  @Inject private Notices notices;
  @Inject private AuditContext audit;
  @Inject private UniversityTime time;

  /**
   * Escalates them in one transaction. Each sheet is locked and looked at again first: of two nodes
   * one escalates it, and who submits at the same moment is not late.
   *
   * @return how many were not overdue before
   */
  public int escalate() {
    audit.beginJob("sheet-clock");
    try {
      return escalated();
    } finally {
      audit.end();
    }
  }

  private int escalated() {
    int all = 0;
    TreeMap<Long, Integer> schools = new TreeMap<>();
    for (long key : sheets.openSince(time.today(), time.now())) {
      Sheet sheet = sheets.byId(key).orElse(null);
      if (sheet == null || !isLate(sheet)) {
        continue;
      }
      all++;
      Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
      tellTeachers(sheet, discipline);
      if (discipline.getDepartment().getParent() != null) {
        schools.merge(discipline.getDepartment().getParent().getId(), 1, Integer::sum);
      }
    }
    if (all > 0) {
      notices.tellHolders(Permissions.SHEET_EXTEND, LATE, LIST, all);
      schools.forEach(
          (school, late) -> notices.tellSchool(Permissions.SHEET_READ, school, LATE, LIST, late));
    }
    return all;
  }

  private boolean isLate(Sheet sheet) {
    Instant now = time.now();
    if (!clocks.of(sheet, records.of(sheet.getId())).isLocked(now)) {
      return false;
    }
    sheets.lock(sheet);
    SittingClock clock = clocks.of(sheet, records.of(sheet.getId()));
    if (sheet.getStatus() != SheetStatus.OPEN || !clock.isLocked(now)) {
      return false;
    }
    sheet.fallOverdue(clock, now);
    return true;
  }

  private void tellTeachers(Sheet sheet, Discipline discipline) {
    for (Long teacher : sheet.appointed()) {
      notices.tellTeacher(
          teacher,
          "attestation.notice.overdue",
          "/attestation/sheet.xhtml?id=" + sheet.getUuid(),
          sheet.getNumber(),
          discipline.getCode());
    }
  }
}
