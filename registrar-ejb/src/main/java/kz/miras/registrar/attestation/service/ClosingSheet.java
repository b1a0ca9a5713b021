package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;

/** What posting needs of a sheet that is about to be closed. */
@ApplicationScoped
public class ClosingSheet {

  @Inject private Sheets sheets;
  @Inject private SheetAccess whose;
  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** The sheet, locked, if the caller may close it. */
  public Sheet locked(String id) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_CLOSE, sheet);
    return sheets.lock(sheet);
  }

  /**
   * Its rows, every one with a result.
   *
   * @throws RegistrarException.Refused where a row is still open
   */
  public List<SheetRow> rows(Sheet sheet) {
    List<SheetRow> rows = sheets.rows(sheet.getId());
    long open = open(sheet, rows);
    if (open > 0) {
      throw new RegistrarException.Refused(
          Refusal.of("attestation.sheet.incomplete", "SHT-4", open));
    }
    return rows;
  }

  private long open(Sheet sheet, List<SheetRow> rows) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    FinalGradePolicy policy =
        FinalGradePolicy.of(rules.named(sheet.getRuleSetCode()), time.today());
    return rows.stream()
        .filter(row -> policy.outcome(discipline.getControlForm(), row.scores()).isEmpty())
        .count();
  }

  /** Number of the attempt a row belongs to. */
  public int attemptNo(SheetRow row) {
    return row.getEnrolmentId() == null
        ? 1
        : offerings.enrolment(row.getEnrolmentId()).map(Enrolment::getAttemptNo).orElse(1);
  }

  /** The enrolments of posted rows are completed; withdrawn ones stay withdrawn. */
  public void complete(List<SheetRow> rows) {
    for (SheetRow row : rows) {
      if (row.getEnrolmentId() != null) {
        offerings
            .enrolment(row.getEnrolmentId())
            .filter(e -> e.getStatus() == EnrolmentStatus.ENROLLED)
            .ifPresent(e -> e.end(EnrolmentStatus.COMPLETED, null, time.now()));
      }
    }
  }
}
