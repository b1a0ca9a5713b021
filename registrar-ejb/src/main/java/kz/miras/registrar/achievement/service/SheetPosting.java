package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.ClosingSheet;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** Closes a sheet: its rows become results in the ledger, in the same transaction. */
@Stateless
@Guarded
public class SheetPosting {

  @Inject private ClosingSheet closing;
  @Inject private Ledger ledger;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Students students;
  @Inject private RuleBook rules;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /**
   * Closes and posts.
   *
   * @param id public id of a submitted sheet
   * @return how many results were posted
   */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public int close(String id) {
    Sheet sheet = closing.locked(id);
    List<SheetRow> rows = closing.rows(sheet);
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    LocalDate date = sheet.getExamDate() == null ? time.today() : sheet.getExamDate();
    FinalGradePolicy policy = FinalGradePolicy.of(rules.named(sheet.getRuleSetCode()), date);
    String me = access.current().login();
    Instant now = time.now();
    Map<Long, List<CurriculumItem>> plans = new HashMap<>();
    List<Ledger.Posting> postings = new ArrayList<>();
    StringBuilder content = new StringBuilder(sheet.getNumber());
    for (SheetRow row : rows) {
      FinalOutcome outcome =
          policy.outcome(discipline.getControlForm(), row.scores()).orElseThrow();
      content
          .append('|')
          .append(row.getStudentId())
          .append(':')
          .append(outcome.grade().sign())
          .append(':')
          .append(outcome.grade().percent());
      Student student = students.byId(row.getStudentId()).orElseThrow();
      CurriculumItem item = item(plans, student, discipline);
      postings.add(
          new Ledger.Posting(
              row.getStudentId(),
              studied(discipline, item),
              new LedgerEntry.Outcome(
                  term.getId(),
                  term.ref(),
                  kind(sheet, discipline, closing.attemptNo(row)),
                  closing.attemptNo(row),
                  outcome.admissionRating(),
                  row.scores().score(),
                  outcome.grade(),
                  date,
                  sheet.getRuleSetCode()),
              new LedgerEntry.Source(
                  sheet.getId(),
                  sheet.getKind(),
                  "№ " + sheet.getNumber() + ", " + date,
                  null,
                  null,
                  false,
                  me,
                  now)));
    }
    sheet.close(
        me,
        closing.scoredBy(rows),
        now,
        Checksum.sha256(content.toString().getBytes(StandardCharsets.UTF_8)));
    ledger.post(postings);
    closing.complete(rows);
    audit.record(
        "sheet.close", "Sheet", sheet.getId(), null, "{\"results\":" + postings.size() + "}");
    return postings.size();
  }

  private CurriculumItem item(
      Map<Long, List<CurriculumItem>> plans, Student student, Discipline discipline) {
    return plans.computeIfAbsent(student.getCurriculum().getId(), catalogue::items).stream()
        .filter(i -> i.getDiscipline().getId().equals(discipline.getId()))
        .findFirst()
        .orElse(null);
  }

  private static LedgerEntry.Studied studied(Discipline discipline, CurriculumItem item) {
    Cycle cycle = item == null ? null : item.getCycle();
    return new LedgerEntry.Studied(
        discipline.getId(),
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        cycle,
        item == null ? null : item.getComponent(),
        discipline.isExcludedFromGpa(),
        cycle == Cycle.ADDITIONAL,
        cycle == Cycle.FINAL_ATTESTATION);
  }

  private static ResultKind kind(Sheet sheet, Discipline discipline, int attempt) {
    ResultKind first = attempt > 1 ? ResultKind.RETAKE : ResultKind.MAIN;
    return switch (sheet.getKind()) {
      case FX -> ResultKind.FX;
      case RETAKE -> ResultKind.RETAKE;
      case SUMMER -> ResultKind.SUMMER;
      case INDIVIDUAL, APPEAL -> ResultKind.INDIVIDUAL;
      case GOS_HISTORY -> ResultKind.STATE_EXAM;
      case PRACTICE -> ResultKind.PRACTICE;
      case COURSEWORK -> ResultKind.COURSEWORK;
      case DIFFERENCE -> ResultKind.DIFFERENCE;
      case MAIN, RATING -> first;
    };
  }
}
