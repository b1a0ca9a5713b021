package kz.miras.registrar.attestation.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetGrid;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.NameOrder;

/** Sheets as screens show them. */
@Stateless
@Guarded
public class SheetQueries {

  @Inject private SheetAccess whose;
  @Inject private SheetGrids grids;
  @Inject private Catalogue catalogue;

  /** One sheet with its rows; the number of statements does not depend on their number. */
  @RolesAllowed(Permissions.SHEET_READ)
  public SheetGrid grid(String id) {
    Sheet sheet = whose.visible(id);
    return grids.grid(sheet, sheet.getVersionNo());
  }

  /** Who may be named teacher or examiner, by name. */
  @RolesAllowed(Permissions.SHEET_OPEN)
  public Map<String, Long> teachers() {
    Map<String, Long> known = new TreeMap<>(NameOrder.kazakh());
    catalogue
        .teachers()
        .forEach(t -> known.put(t.fullName() + " · " + t.getPersonnelNo(), t.getId()));
    return known;
  }
}
