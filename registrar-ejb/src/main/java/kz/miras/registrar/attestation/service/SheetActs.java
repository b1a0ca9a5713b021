package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetAct;
import kz.miras.registrar.attestation.SheetKind;
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
   * Everything the caller may do with a sheet now.
   *
   * @param form which columns it has
   */
  Set<SheetAct> of(Sheet sheet, EntryForm form, SheetFacts facts, SittingClock clock) {
    return of(sheet, form, facts.typists(), act -> isTime(act, form, clock, facts));
  }

  /**
   * Everything the caller may do with the journal of a period now; whoever teaches it and when its
   * entry ends follow from its sheet and its weeks, so that neither is decided here.
   *
   * @param inTime whether its weeks are still typed
   * @param typists everybody who ever typed in it
   */
  public Set<SheetAct> ofJournal(Sheet journal, boolean inTime, Set<String> typists) {
    return of(
        journal,
        EntryForm.RATING_ONLY,
        typists,
        act -> act == SheetAct.RATE ? inTime : act != SheetAct.APPOINT && act != SheetAct.EXTEND);
  }

  private Set<SheetAct> of(
      Sheet sheet, EntryForm form, Set<String> typists, Predicate<SheetAct> isTime) {
    Set<SheetAct> acts = EnumSet.noneOf(SheetAct.class);
    for (SheetAct act : SheetAct.values()) {
      if (act.isPossible(sheet.getStatus(), form)
          && isTime.test(act)
          && isTheirs(act, sheet, typists)) {
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
      case EXTEND -> clock.ends();
      case EXCUSE -> clock.isExcusable(now);
      default -> true;
    };
  }

  private boolean isTheirs(SheetAct act, Sheet sheet, Set<String> typists) {
    boolean journal = sheet.getKind() == SheetKind.RATING;
    return switch (act) {
      case RATE -> rates(sheet) || (journal && substitutes(sheet));
      case SCORE -> whose.may(Permissions.SHEET_ENTER_EXAM, sheet) || substitutes(sheet);
      case OPEN, APPOINT -> whose.may(Permissions.SHEET_OPEN, sheet);
      // whoever types a journal hands it over
      case SUBMIT ->
          substitutes(sheet)
              || (journal ? rates(sheet) : whose.may(Permissions.SHEET_SUBMIT, sheet));
      case CLOSE -> whose.may(Permissions.SHEET_CLOSE, sheet) && closes(sheet, typists);
      case EXTEND -> whose.may(Permissions.SHEET_EXTEND, sheet) && decides(sheet);
      case EXCUSE -> whose.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet) && decides(sheet);
      case DENY -> whose.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet) && decides(sheet);
      case EXEMPT -> whose.may(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet) && decides(sheet);
      case PUBLISH -> whose.may(Permissions.SHEET_PUBLISH, sheet);
      case ROOM -> whose.may(Permissions.EXAM_ROOM_READ, sheet);
      case CORRECT -> whose.may(Permissions.GRADE_CORRECTION_REQUEST, sheet);
    };
  }

  /**
   * SOD-1, SOD-6. Neither whoever typed in it or handed it over, nor whoever is appointed to it.
   */
  private boolean closes(Sheet sheet, Set<String> typists) {
    String me = access.current().login();
    return decides(sheet) && !me.equals(sheet.getSubmittedBy()) && !typists.contains(me);
  }

  private boolean decides(Sheet sheet) {
    return SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed())
        .isAllowed();
  }

  private boolean rates(Sheet sheet) {
    return whose.may(Permissions.SHEET_ENTER_RATING, sheet);
  }

  private boolean substitutes(Sheet sheet) {
    return whose.may(Permissions.SHEET_ENTER_SUBSTITUTE, sheet);
  }
}
