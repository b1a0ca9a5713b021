package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Map;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.ExcusedAbsence;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetAct;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * EXC-1. Excuses a student who does not come to an exam, whoever decides it. In a sheet that is not
 * posted the mark becomes AE and nobody types over it; a posted no-show becomes I by an entry of
 * the history that names the document, which is no correction of a mistake.
 */
@ApplicationScoped
public class Excusing {

  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private Notices notices;
  @Inject private Event<AbsenceExcused> excused;
  @Inject private UniversityTime time;

  /**
   * Excuses, and tells the student, unless something is against it.
   *
   * @param sheet locked by the caller
   * @param absent the student's row
   * @param asked when it was asked for: its term counts to then
   */
  public Verdict excuse(Sheet sheet, SheetRow absent, BasisDocument basis, Instant asked) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    EntryForm form = sheet.getKind().entryForm(discipline.getControlForm());
    if (!SheetAct.EXCUSE.isPossible(sheet.getStatus(), form)) {
      return Verdict.refused(
          Refusal.of(
              "attestation.sheet.wrong-state", "CTL-15", sheet.getNumber(), sheet.getStatus()));
    }
    SheetFacts facts = records.of(sheet.getId());
    Verdict verdict =
        SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed())
            .and(
                new ExcusedAbsence(basis)
                    .judge(
                        form,
                        absent.scores(),
                        sheet.getStatus().isPosted(),
                        facts.excused().contains(absent.getStudentId()),
                        rules.named(sheet.getRuleSetCode()),
                        clocks.of(sheet, facts),
                        asked,
                        time.today()))
            .and(ExcusedAbsence.seen(facts.came(absent.getStudentId())));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    audit.because(basis.reason().strip());
    store(sheet, absent, basis, time.now());
    tell(sheet, absent.getStudentId(), "attestation.notice.excused", basis);
    return verdict;
  }

  /**
   * Takes an excuse back, and tells the student, unless something is against it.
   *
   * @param sheet locked by the caller
   * @param row of the student
   */
  public Verdict lift(Sheet sheet, SheetRow row, BasisDocument basis) {
    long student = row.getStudentId();
    Verdict verdict =
        SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed())
            .and(
                new ExcusedAbsence(basis)
                    .lifts(
                        row.scores(),
                        sheet.getStatus().isPosted(),
                        records.of(sheet.getId()).excused().contains(student),
                        time.today()));
    if (!verdict.isAllowed()) {
      return verdict;
    }
    String me = access.current().login();
    audit.because(basis.reason().strip());
    records.liftExcuse(sheet.getId(), student, basis, me, time.now());
    trail.record("sheet.excuse", "Sheet", sheet.getId(), said(student, basis), null);
    row.takeBack(Mark.AE, me);
    records.typed(sheet.getId(), me);
    tell(sheet, student, "attestation.notice.excuse-lifted", basis);
    return verdict;
  }

  private static String said(long student, BasisDocument basis) {
    return Json.write(Map.of("student", student, "document", basis.number().strip()));
  }

  private void tell(Sheet sheet, long student, String code, BasisDocument basis) {
    notices.tellStudent(
        student,
        code,
        "/achievement/my-session.xhtml",
        catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getCode(),
        basis.number().strip(),
        basis.date());
  }

  private void store(Sheet sheet, SheetRow absent, BasisDocument basis, Instant now) {
    String me = access.current().login();
    records.excuse(sheet.getId(), absent.getStudentId(), basis, me, now);
    trail.record("sheet.excuse", "Sheet", sheet.getId(), null, said(absent.getStudentId(), basis));
    if (sheet.getStatus().isPosted()) {
      excused.fire(new AbsenceExcused(absent.getStudentId(), sheet.getId(), basis));
    } else {
      absent.decide(Mark.AE, me);
      records.typed(sheet.getId(), me);
    }
  }
}
