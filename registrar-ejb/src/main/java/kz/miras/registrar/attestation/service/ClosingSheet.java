package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetComplete;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
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
  @Inject private Access access;

  /**
   * The sheet, locked, if the caller may close it.
   *
   * @throws RegistrarException.Refused where the caller teaches or examines it (SOD-6)
   */
  public Sheet locked(String id) {
    Sheet sheet = whose.visible(id);
    whose.require(Permissions.SHEET_CLOSE, sheet);
    Set<Long> teachers = new HashSet<>();
    teachers.add(sheet.getTeacherId());
    teachers.add(sheet.getExaminerId());
    refuse(SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), teachers));
    return sheets.lock(sheet);
  }

  /**
   * Its rows, every one with a result.
   *
   * @throws RegistrarException.Refused where a row is still open
   */
  public List<SheetRow> rows(Sheet sheet) {
    List<SheetRow> rows = sheets.rows(sheet.getId());
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    FinalGradePolicy policy =
        FinalGradePolicy.of(rules.named(sheet.getRuleSetCode()), time.today());
    refuse(
        SheetComplete.judge(
            policy, discipline.getControlForm(), rows.stream().map(SheetRow::scores).toList()));
    return rows;
  }

  private static void refuse(Verdict verdict) {
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
  }

  /** Everybody who typed a score in them. */
  public Set<String> scoredBy(List<SheetRow> rows) {
    return rows.stream()
        .map(SheetRow::getScoredBy)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
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
