package kz.miras.registrar.attestation.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.AdmissionDecision;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetAct;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/** EXM-10. Denies a student the exam of a sheet, or admits again, and tells the student. */
@Stateless
@Guarded
public class AdmissionDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetRecords records;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Decides it.
   *
   * @param row key of the student's row
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void decide(String id, long row, AdmissionDecision decision) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet);
    sheets.lock(sheet);
    SheetRow decided = sheets.row(sheet, row);
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    EntryForm form = sheet.getKind().entryForm(discipline.getControlForm());
    refuse(
        SheetAct.DENY.isPossible(sheet.getStatus(), form)
            ? Verdict.allowed()
            : Verdict.refused(
                Refusal.of(
                    "attestation.sheet.wrong-state",
                    "CTL-15",
                    sheet.getNumber(),
                    sheet.getStatus())));
    SheetFacts facts = records.of(sheet.getId());
    refuse(
        SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed())
            .and(
                decision.judge(
                    decided.scores(),
                    facts.denied().contains(decided.getStudentId()),
                    facts.came(decided.getStudentId()),
                    rules.named(sheet.getRuleSetCode()),
                    time.today())));
    store(sheet, decided, decision, discipline);
  }

  private void store(Sheet sheet, SheetRow row, AdmissionDecision decision, Discipline discipline) {
    String me = access.current().login();
    String number = decision.basis().number().strip();
    audit.because(decision.basis().reason().strip());
    records.decide(sheet.getId(), row.getStudentId(), decision, me, time.now());
    trail.record(
        decision.denies() ? "sheet.deny" : "sheet.admit",
        "Sheet",
        sheet.getId(),
        null,
        Json.write(Map.of("student", row.getStudentId(), "document", number)));
    if (decision.denies()) {
      row.decide(Mark.NA, me);
    } else {
      row.takeBack(Mark.NA, me);
    }
    records.typed(sheet.getId(), me);
    notices.tellStudent(
        row.getStudentId(),
        decision.denies() ? "attestation.notice.denied" : "attestation.notice.admitted-again",
        "/achievement/my-session.xhtml",
        discipline.getCode(),
        number,
        decision.basis().date());
  }
}
