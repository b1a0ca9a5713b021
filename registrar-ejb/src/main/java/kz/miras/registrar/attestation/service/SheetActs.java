package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetAct;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.shared.service.UniversityTime;

/** What the caller may do with a sheet as it stands: rights, whose it is, and its state. */
@ApplicationScoped
public class SheetActs {

  @Inject private SheetAccess whose;
  @Inject private Access access;
  @Inject private SheetClocks clocks;
  @Inject private UniversityTime time;

  /**
   * Everything the caller may do with it now.
   *
   * @param form which columns it has
   */
  Set<SheetAct> of(Sheet sheet, EntryForm form, SheetFacts facts, SittingClock clock) {
    Set<SheetAct> acts = EnumSet.noneOf(SheetAct.class);
    for (SheetAct act : SheetAct.values()) {
      if (act.isPossible(sheet.getStatus(), form)
          && isTheirs(act, sheet, facts)
          && isTime(act, form, clock, facts)) {
        acts.add(act);
      }
    }
    return acts;
  }

  private boolean isTime(SheetAct act, EntryForm form, SittingClock clock, SheetFacts facts) {
    Instant now = time.now();
    return switch (act) {
      case RATE -> clocks.ratingRefused(clock, facts, now).isEmpty();
      case SCORE -> clock.scoreRefused(form.entersExam(), now).isEmpty();
      case EXTEND -> clock.runs();
      case EXCUSE -> clock.isExcusable(now);
      default -> true;
    };
  }

  private boolean isTheirs(SheetAct act, Sheet sheet, SheetFacts facts) {
    return switch (act) {
      case RATE -> whose.may(Permissions.SHEET_ENTER_RATING, sheet);
      case SCORE -> whose.may(Permissions.SHEET_ENTER_EXAM, sheet) || substitutes(sheet);
      case OPEN, APPOINT -> whose.may(Permissions.SHEET_OPEN, sheet);
      case SUBMIT -> whose.may(Permissions.SHEET_SUBMIT, sheet) || substitutes(sheet);
      case CLOSE ->
          whose.may(Permissions.SHEET_CLOSE, sheet)
              && !access.current().login().equals(sheet.getSubmittedBy())
              && !facts.typists().contains(access.current().login());
      case EXTEND -> whose.may(Permissions.SHEET_EXTEND, sheet);
      case EXCUSE -> whose.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet);
      case PUBLISH -> whose.may(Permissions.SHEET_PUBLISH, sheet);
      case CORRECT -> whose.may(Permissions.GRADE_CORRECTION_REQUEST, sheet);
    };
  }

  private boolean substitutes(Sheet sheet) {
    return whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet);
  }
}
