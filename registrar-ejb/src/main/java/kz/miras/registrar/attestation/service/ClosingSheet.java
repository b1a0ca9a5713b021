package kz.miras.registrar.attestation.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.SeparationOfDuty;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetComplete;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.commission.FinalAttempts;
import kz.miras.registrar.attestation.commission.FinalRecord;
import kz.miras.registrar.attestation.sitting.FinalByProtocol;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentStatus;
import kz.miras.registrar.registration.service.Offerings;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** What posting needs of a sheet that is about to be closed. */
@ApplicationScoped
public class ClosingSheet {

  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private SheetAccess whose;
  @Inject private Offerings offerings;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Students students;
  @Inject private FinalRecord record;
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
    refuse(SeparationOfDuty.decidesOnOwnSheet(access.current().teacherId(), sheet.appointed()));
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
    refuse(
        SheetComplete.judge(
            policy(sheet),
            discipline.getControlForm(),
            rows.stream().map(SheetRow::scores).toList()));
    refuse(FinalByProtocol.judge(sheet.getKind(), sheet.getProtocolNo(), sheet.getProtocolDate()));
    refuse(attempts(sheet, rows));
    return rows;
  }

  /**
   * AK-9. What stands against a sheet of final attestation because of what its students have come
   * to before, whether a protocol or a sheet recorded it.
   */
  public Verdict attempts(Sheet sheet) {
    return sheet.getKind() == SheetKind.FINAL ? attempts(sheet, typed(sheet)) : Verdict.allowed();
  }

  private Verdict attempts(Sheet sheet, List<SheetRow> rows) {
    Verdict verdict = Verdict.allowed();
    if (sheet.getKind() == SheetKind.FINAL) {
      int year = calendars.term(sheet.getTermId()).orElseThrow().ref().yearStart();
      for (Student student :
          students.byIds(rows.stream().map(SheetRow::getStudentId).collect(Collectors.toSet()))) {
        verdict =
            verdict.and(
                FinalAttempts.judge(
                    record.attested(student.getId()),
                    sheet.getDisciplineId(),
                    year,
                    student.getStudentNo()));
      }
    }
    return verdict;
  }

  /** The rules its results are made by: those it was formed under, the scale of its day. */
  public FinalGradePolicy policy(Sheet sheet) {
    return FinalGradePolicy.of(rules.named(sheet.getRuleSetCode()), day(sheet));
  }

  /** The day of its results: that of the control, else today. */
  public LocalDate day(Sheet sheet) {
    return sheet.getExamDate() == null ? time.today() : sheet.getExamDate();
  }

  /**
   * Writes that day into a sheet that has none: whenever its results are derived again, it is by
   * the scale of the day they were given.
   */
  public void date(Sheet sheet) {
    sheet.schedule(day(sheet), sheet.getExamTime(), sheet.getRoom());
  }

  /** The sheet, not locked, if the caller may close it. */
  public Optional<Sheet> closable(String id) {
    Sheet sheet = whose.visible(id);
    return sheet.getStatus() == SheetStatus.SUBMITTED && whose.may(Permissions.SHEET_CLOSE, sheet)
        ? Optional.of(sheet)
        : Optional.empty();
  }

  /** Rows as they are, open ones too. */
  public List<SheetRow> typed(Sheet sheet) {
    return sheets.rows(sheet.getId());
  }

  /**
   * SOD-1. Everybody who ever typed in the sheet of these rows: the rows know the last only, the
   * record of typists those too whose figures somebody else typed over.
   */
  public Set<String> scoredBy(List<SheetRow> rows) {
    Set<String> typed = new HashSet<>();
    for (SheetRow row : rows) {
      typed.add(row.getScoredBy());
      typed.add(row.getTypedBy());
    }
    typed.remove(null);
    if (!rows.isEmpty()) {
      typed.addAll(records.of(rows.get(0).getSheet().getId()).typists());
    }
    return typed;
  }

  /** The enrolments behind these rows, by their keys. */
  public Map<Long, Enrolment> enrolments(List<SheetRow> rows) {
    return offerings
        .enrolments(rows.stream().map(SheetRow::getEnrolmentId).filter(Objects::nonNull).toList())
        .stream()
        .collect(Collectors.toMap(Enrolment::getId, Function.identity()));
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
