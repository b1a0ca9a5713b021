package kz.miras.registrar.attestation.service.appeal;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.appeal.Appeal;
import kz.miras.registrar.attestation.appeal.AppealCommission;
import kz.miras.registrar.attestation.appeal.AppealOutcome;
import kz.miras.registrar.attestation.appeal.AppealProtocol;
import kz.miras.registrar.attestation.service.Sheets;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * The course of an appeal outside the commission: the student files it, the office accepts or
 * refuses it and names the hearing, and another person enters what was decided into the history
 * (APL-1, APL-3, APL-7 to APL-9).
 */
@Stateless
@Guarded
public class AppealDesk {

  /** What a reason in the audit trail holds. */
  private static final int MOST = 500;

  @Inject private Appeals appeals;
  @Inject private AppealCases cases;
  @Inject private AppealRights rights;
  @Inject private AppealNews news;
  @Inject private Sheets sheets;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private Event<AppealDecided> decided;
  @Inject private UniversityTime time;

  /**
   * The student appeals against a result.
   *
   * @param sheet public id of the sheet that gave it
   * @return public id of the appeal
   * @throws RegistrarException.NotFound where the student is not in the sheet
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.APPEAL_FILE)
  public String file(String sheet, String reason) {
    Long student = access.current().studentId();
    Sheet given =
        PublicId.parse(sheet)
            .flatMap(sheets::byUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("sheet", String.valueOf(sheet)));
    // holds the series, so that the same result is appealed once however often it is sent
    String number = appeals.nextNumber(time.today().getYear());
    AppealRights.Right right =
        Optional.ofNullable(student)
            .flatMap(me -> rights.of(me, given.getId()))
            .orElseThrow(() -> new RegistrarException.NotFound("sheet", sheet));
    refuse(right.result().judge(reason, right.rules(), time.now(), time.zone()));
    Appeal appeal =
        new Appeal(
            number,
            student,
            given.getId(),
            new Appeal.Term(
                right.published(), right.result().until(), rights.hearBy(right.rules())),
            reason,
            time.now());
    appeals.add(appeal);
    news.filed(cases.of(appeal));
    return appeal.getUuid().toString();
  }

  /**
   * APL-9. Puts an appeal before a commission.
   *
   * @param commission public id
   */
  @RolesAllowed(Permissions.APPEAL_REGISTER)
  public void accept(String id, String commission) {
    AppealCase about = cases.step(id, Permissions.APPEAL_REGISTER);
    AppealCommission hears = appeals.requireCommission(commission);
    refuse(hears.judgeOn(time.today()));
    about.appeal().accept(hears.getId(), access.current().login(), time.now());
    news.accepted(about, hears);
  }

  /**
   * APL-9. Refuses an appeal for its form.
   *
   * @param why the student is told
   */
  @RolesAllowed(Permissions.APPEAL_REGISTER)
  public void reject(String id, String why) {
    AppealCase about = cases.step(id, Permissions.APPEAL_REGISTER);
    audit.because(why);
    about.appeal().reject(why, access.current().login(), time.now());
    news.rejected(about);
  }

  /**
   * APL-3. Names hour and place of the hearing, or other ones.
   *
   * @param commission public id
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed({Permissions.APPEAL_REGISTER, Permissions.APPEAL_DECIDE})
  public void schedule(String id, String commission, LocalDate day, LocalTime at, String place) {
    AppealCase about =
        cases.step(
            id,
            access.may(Permissions.APPEAL_REGISTER)
                ? Permissions.APPEAL_REGISTER
                : Permissions.APPEAL_DECIDE);
    AppealCommission hears = appeals.requireCommission(commission);
    Instant hour =
        day == null || at == null ? null : day.atTime(at).atZone(time.zone()).toInstant();
    Appeal appeal = about.appeal();
    refuse(appeal.judgeHearing(hears, hour, day, place, time.now(), about.isMoved()));
    appeal.schedule(hears.getId(), hour, place);
    news.scheduled(about, hears);
  }

  /**
   * APL-7. Enters what was decided into the history: a new entry that names the protocol, and the
   * next version of the sheet.
   *
   * @throws RegistrarException.Refused where the caller decided it, is of the commission or of the
   *     sheet, or the result is another one by now
   */
  @RolesAllowed(Permissions.APPEAL_APPLY)
  public void apply(String id) {
    AppealCase about = cases.step(id, Permissions.APPEAL_APPLY);
    Actor me = access.current();
    Appeal appeal = about.appeal();
    // the sheet before the history, as closing locks them
    sheets.lock(about.sheet());
    boolean member =
        appeal.getCommissionId() != null
            && cases.isOfCommission(me, Set.of(appeal.getCommissionId()));
    refuse(
        appeal
            .judgeApplication(me.login(), member, about.isMoved())
            .and(SeparationOfDuty.decidesOnOwnSheet(me.teacherId(), about.sheet().appointed())));
    AppealProtocol protocol = about.protocol();
    String number = protocol.designation(appeals.commission(protocol.getCommissionId()));
    audit.because(Fitted.to(MOST, protocol.getArguments()));
    appeal.apply(me.login(), time.now());
    decided.fire(
        new AppealDecided(
            appeal.getStudentId(),
            appeal.getSheetId(),
            about.posted().position(),
            appeal.getOutcome() == AppealOutcome.ANNULLED,
            protocol.now().rating(),
            protocol.now().score(),
            number,
            LocalDate.ofInstant(protocol.getHeldAt(), time.zone()),
            protocol.getArguments()));
    news.applied(about, number);
  }
}
