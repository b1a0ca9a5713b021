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
import kz.miras.registrar.attestation.Exemption;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.service.ClosingSheet;
import kz.miras.registrar.attestation.service.Exemptions;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.CurriculumItem;
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
  @Inject private Exemptions exemptions;

  /**
   * What rows are made of beside what is typed in them, for one sheet or many.
   *
   * @param plans lines of curricula by key, read as they are needed
   */
  record Known(
      Map<Long, Student> students,
      Map<Long, Enrolment> enrolments,
      Map<Long, Exemption> exempt,
      Map<Long, List<CurriculumItem>> plans) {}

  /** What is known of these rows: as many statements for many as for few. */
  Known known(List<SheetRow> rows, Map<Long, List<CurriculumItem>> plans) {
    return new Known(
        students
            .byIds(rows.stream().map(SheetRow::getStudentId).collect(Collectors.toSet()))
            .stream()
            .collect(Collectors.toMap(Student::getId, Function.identity())),
        closing.enrolments(rows),
        exemptions.of(rows),
        plans);
  }

  /** The results of the rows that have one, in the order of the sheet. */
  List<Ledger.Posting> of(Sheet sheet, List<SheetRow> rows, String author, Instant now) {
    return of(sheet, rows, known(rows, new HashMap<>()), author, now);
  }

  /** The same where more than this sheet is known. */
  List<Ledger.Posting> of(
      Sheet sheet, List<SheetRow> rows, Known known, String author, Instant now) {
    Discipline discipline = catalogue.discipline(sheet.getDisciplineId()).orElseThrow();
    Term term = calendars.term(sheet.getTermId()).orElseThrow();
    LocalDate date = closing.day(sheet);
    FinalGradePolicy policy = closing.policy(sheet);
    List<Ledger.Posting> postings = new ArrayList<>();
    for (SheetRow row : rows) {
      FinalOutcome outcome =
          policy.outcome(discipline.getControlForm(), row.scores(), sheet.fxRetakes()).orElse(null);
      if (outcome == null) {
        continue;
      }
      Enrolment enrolment = known.enrolments().get(row.getEnrolmentId());
      CurriculumItem item = item(known, row.getStudentId(), discipline);
      EnrolmentType why = enrolment == null ? null : enrolment.getType();
      int attempt = enrolment == null ? 1 : enrolment.getAttemptNo();
      LedgerEntry.Studied studied = LedgerEntry.Studied.of(discipline, item, why);
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
              source(sheet, date, known.exempt().get(row.getExemptionId()), author, now)));
    }
    return postings;
  }

  /** ACH-10: an exemption names its own document and who decided it, beside the sheet. */
  private static LedgerEntry.Source source(
      Sheet sheet, LocalDate date, Exemption exempt, String author, Instant now) {
    String document = document(sheet, date);
    return new LedgerEntry.Source(
        sheet.getId(),
        sheet.getKind(),
        exempt == null
            ? document
            : document + "; № " + exempt.basis().number() + ", " + exempt.basis().date(),
        null,
        exempt == null ? null : exempt.basis().reason(),
        false,
        exempt == null ? author : exempt.getDecidedBy(),
        now);
  }

  /** SHT-12: what a final attestation rests on is the protocol, which the sheet only carries. */
  private static String document(Sheet sheet, LocalDate date) {
    String document = "№ " + sheet.getNumber() + ", " + date;
    return sheet.getKind() == SheetKind.FINAL
        ? document + "; АК № " + sheet.getProtocolNo() + ", " + sheet.getProtocolDate()
        : document;
  }

  private CurriculumItem item(Known known, long student, Discipline discipline) {
    long plan = known.students().get(student).getCurriculum().getId();
    return known.plans().computeIfAbsent(plan, catalogue::items).stream()
        .filter(i -> i.getDiscipline().getId().equals(discipline.getId()))
        .findFirst()
        .orElse(null);
  }
}
