package kz.miras.registrar.attestation.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.Exempting;
import kz.miras.registrar.attestation.Exemption;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;

/**
 * SHT-25. Exempts a student from the control of a sheet on a document, and takes that off again
 * while nothing is posted. What was typed stays beneath and comes back; the journals of the sheet's
 * ratings ask nothing of the student either.
 */
@Stateless
@Guarded
public class ExemptionDesk {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private SheetTyping typing;
  @Inject private SheetRecords records;
  @Inject private Exemptions exemptions;
  @Inject private Catalogue catalogue;
  @Inject private Access access;
  @Inject private AuditContext audit;
  @Inject private AuditTrail trail;
  @Inject private Notices notices;
  @Inject private UniversityTime time;

  /**
   * Exempts.
   *
   * @param row key of the student's row
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void exempt(String id, long row, BasisDocument basis) {
    Sheet sheet = locked(id);
    SheetRow one = sheets.row(sheet, row);
    refuse(
        duty(sheet)
            .and(
                Exempting.judge(
                    basis,
                    sheet.getStatus(),
                    sheet.getKind(),
                    typing.form(sheet),
                    one.scores(),
                    time.today())));
    audit.because(basis.reason().strip());
    String me = access.current().login();
    Exemption decision =
        exemptions.add(new Exemption(sheet.getId(), one.getStudentId(), basis, me, time.now()));
    everywhere(sheet, one.getStudentId())
        .filter(line -> !line.isWithdrawn() && !line.getSheet().getStatus().isPosted())
        .forEach(line -> line.exempt(decision.getId()));
    records.typed(sheet.getId(), me);
    trail.record("sheet.exempt", "Sheet", sheet.getId(), null, said(decision));
    tell(sheet, one, "attestation.notice.exempt", basis);
  }

  /**
   * Takes an exemption off.
   *
   * @param row key of the student's row
   * @param why goes into the audit trail
   * @throws RegistrarException.Refused with every reason against it
   */
  @RolesAllowed(Permissions.INDIVIDUAL_SCHEDULE_APPROVE)
  public void lift(String id, long row, String why) {
    Sheet sheet = locked(id);
    SheetRow one = sheets.row(sheet, row);
    refuse(
        duty(sheet)
            .and(Exempting.lifts(sheet.getStatus(), typing.form(sheet), one.isExempt(), why)));
    audit.because(why.strip());
    Exemption decision = exemptions.of(List.of(one)).get(one.getExemptionId());
    String me = access.current().login();
    decision.lift(why, me, time.now());
    // a journal closed meanwhile asks again too: what is missing there is mended by RAT-8
    everywhere(sheet, one.getStudentId())
        .filter(line -> decision.getId().equals(line.getExemptionId()))
        .forEach(SheetRow::lift);
    records.typed(sheet.getId(), me);
    trail.record("sheet.exempt", "Sheet", sheet.getId(), said(decision), null);
    tell(sheet, one, "attestation.notice.exempt-lifted", decision.basis());
  }

  /** Whoever closes a journal locks it before its sheet. */
  private Sheet locked(String id) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.INDIVIDUAL_SCHEDULE_APPROVE, sheet);
    sheets.journals(sheet.getId()).forEach(sheets::lock);
    return sheets.lock(sheet);
  }

  private Verdict duty(Sheet sheet) {
    return SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed());
  }

  /** The rows of a student in the sheet and in its journals. */
  private Stream<SheetRow> everywhere(Sheet sheet, long student) {
    return Stream.concat(Stream.of(sheet), sheets.journals(sheet.getId()).stream())
        .flatMap(one -> sheets.rows(one.getId()).stream())
        .filter(line -> line.getStudentId() == student);
  }

  private static String said(Exemption decision) {
    return Json.write(
        Map.of("student", decision.getStudentId(), "document", decision.basis().number()));
  }

  private void tell(Sheet sheet, SheetRow row, String code, BasisDocument basis) {
    notices.tellStudent(
        row.getStudentId(),
        code,
        "/achievement/my-session.xhtml",
        catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getCode(),
        basis.number().strip(),
        basis.date());
  }
}
