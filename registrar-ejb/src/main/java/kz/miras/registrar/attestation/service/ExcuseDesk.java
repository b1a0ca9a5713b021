package kz.miras.registrar.attestation.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * EXC-1. Excuses a student who does not come to the exam. In a sheet that is not posted the mark
 * becomes AE and nobody types over it; a posted no-show becomes I by an entry of the history that
 * names the document, which is no correction of a mistake.
 */
@Stateless
@Guarded
public class ExcuseDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private Excusing excusing;
  @Inject private UniversityTime time;

  /**
   * Decides it.
   *
   * @param row key of the student's row
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void excuse(String id, long row, BasisDocument basis) {
    Sheet sheet = locked(id);
    refuse(excusing.excuse(sheet, sheets.row(sheet, row), basis, time.now()));
  }

  /**
   * Takes it back while nothing is posted: of who was excused by mistake, or comes after all.
   *
   * @param row key of the student's row
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void lift(String id, long row, BasisDocument basis) {
    Sheet sheet = locked(id);
    refuse(excusing.lift(sheet, sheets.row(sheet, row), basis));
  }

  private Sheet locked(String id) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet);
    return sheets.lock(sheet);
  }
}
