package kz.miras.registrar.achievement.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.ClosingSheet;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.Enrolment;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** What the rows of a sheet become in the ledger; the same for closing and for looking ahead. */
@ApplicationScoped
public class SheetResults {

  @Inject private ClosingSheet closing;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private Students students;

  /** The results of the rows that have one, in the order of the sheet. */
  List<Ledger.Posting> of(Sheet sheet, List<SheetRow> rows, String author, Instant now) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    LocalDate date = closing.day(sheet);
    FinalGradePolicy policy = closing.policy(sheet);
    Map<Long, Student> known =
        students.byIds(rows.stream().map(SheetRow::getStudentId).toList()).stream()
            .collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, Enrolment> enrolments = closing.enrolments(rows);
    Map<Long, List<CurriculumItem>> plans = new HashMap<>();
    List<Ledger.Posting> postings = new ArrayList<>();
    for (SheetRow row : rows) {
      FinalOutcome outcome =
          policy.outcome(discipline.getControlForm(), row.scores(), sheet.fxRetakes()).orElse(null);
      if (outcome == null) {
        continue;
      }
      Enrolment enrolment = enrolments.get(row.getEnrolmentId());
      CurriculumItem item = item(plans, known.get(row.getStudentId()), discipline);
      EnrolmentType why = enrolment == null ? null : enrolment.getType();
      int attempt = enrolment == null ? 1 : enrolment.getAttemptNo();
      LedgerEntry.Studied studied = studied(discipline, item, why);
      postings.add(
          new Ledger.Posting(
              row.getStudentId(),
              studied,
              new LedgerEntry.Outcome(
                  term.getId(),
                  term.ref(),
                  ResultKind.of(sheet.getKind(), why, attempt, studied.additional()),
                  attempt,
                  outcome.admissionRating(),
                  row.scores().score(),
                  outcome.grade(),
                  date,
                  sheet.getRuleSetCode()),
              new LedgerEntry.Source(
                  sheet.getId(),
                  sheet.getKind(),
                  document(sheet, date),
                  null,
                  null,
                  false,
                  author,
                  now)));
    }
    return postings;
  }

  /** SHT-12: what a final attestation rests on is the protocol, which the sheet only carries. */
  private static String document(Sheet sheet, LocalDate date) {
    String document = "№ " + sheet.getNumber() + ", " + date;
    return sheet.getKind() == SheetKind.FINAL
        ? document + "; АК № " + sheet.getProtocolNo() + ", " + sheet.getProtocolDate()
        : document;
  }

  private CurriculumItem item(
      Map<Long, List<CurriculumItem>> plans, Student student, Discipline discipline) {
    return plans.computeIfAbsent(student.getCurriculum().getId(), catalogue::items).stream()
        .filter(i -> i.getDiscipline().getId().equals(discipline.getId()))
        .findFirst()
        .orElse(null);
  }

  private static LedgerEntry.Studied studied(
      Discipline discipline, CurriculumItem item, EnrolmentType why) {
    Cycle cycle = item == null ? null : item.getCycle();
    return new LedgerEntry.Studied(
        discipline.getId(),
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        cycle,
        item == null ? null : item.getComponent(),
        discipline.isExcludedFromGpa(),
        LedgerEntry.Studied.isAdditional(cycle, why),
        cycle == Cycle.FINAL_ATTESTATION);
  }
}
