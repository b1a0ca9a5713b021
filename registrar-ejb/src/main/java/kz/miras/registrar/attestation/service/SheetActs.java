package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetAct;

/** What the caller may do with a sheet as it stands: rights, whose it is, and its state. */
@ApplicationScoped
public class SheetActs {

  @Inject private SheetAccess whose;
  @Inject private Access access;

  /**
   * Everything the caller may do with it now.
   *
   * @param form which columns it has
   */
  public Set<SheetAct> of(Sheet sheet, EntryForm form) {
    Set<SheetAct> acts = EnumSet.noneOf(SheetAct.class);
    for (SheetAct act : SheetAct.values()) {
      if (act.isPossible(sheet.getStatus(), form) && isTheirs(act, sheet)) {
        acts.add(act);
      }
    }
    return acts;
  }

  private boolean isTheirs(SheetAct act, Sheet sheet) {
    return switch (act) {
      case RATE -> whose.may(Permissions.SHEET_ENTER_RATING, sheet);
      case SCORE -> whose.may(Permissions.SHEET_ENTER_EXAM, sheet) || substitutes(sheet);
      case OPEN, APPOINT -> whose.may(Permissions.SHEET_OPEN, sheet);
      case SUBMIT -> whose.may(Permissions.SHEET_SUBMIT, sheet) || substitutes(sheet);
      case CLOSE ->
          whose.may(Permissions.SHEET_CLOSE, sheet)
              && !access.current().login().equals(sheet.getSubmittedBy());
      case CORRECT -> whose.may(Permissions.GRADE_CORRECTION_REQUEST, sheet);
    };
  }

  private boolean substitutes(Sheet sheet) {
    return whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet);
  }
}
