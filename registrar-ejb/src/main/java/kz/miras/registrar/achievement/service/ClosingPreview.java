package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.ClosingForecast;
import kz.miras.registrar.achievement.ClosingLimits;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.achievement.StudyRecords;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.service.ClosingSheet;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudyForm;
import kz.miras.registrar.student.service.Students;

/** Works out what closing a sheet would post, and posts nothing. */
@Stateless
@Guarded
public class ClosingPreview {

  @Inject private ClosingSheet closing;
  @Inject private SheetResults results;
  @Inject private LedgerReader ledger;
  @Inject private Students students;
  @Inject private RuleBook rules;
  @Inject private StudyRules study;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** What closing would do; empty where the caller cannot close the sheet now. */
  @RolesAllowed(Permissions.SHEET_CLOSE)
  public Optional<ClosingForecast> of(String sheetId) {
    return closing.closable(sheetId).map(this::forecast);
  }

  private ClosingForecast forecast(Sheet sheet) {
    Instant now = time.now();
    List<Ledger.Posting> postings =
        results.of(sheet, closing.typed(sheet), access.current().login(), now);
    List<Long> ids = postings.stream().map(Ledger.Posting::studentId).toList();
    Map<Long, Student> known =
        students.byIds(ids).stream().collect(Collectors.toMap(Student::getId, Function.identity()));
    Map<Long, List<LedgerEntry>> ledgers = ledger.ofAll(ids);
    List<ClosingForecast.Change> changes = new ArrayList<>();
    for (Ledger.Posting posting : postings) {
      Student student = known.get(posting.studentId());
      RulesOfTime ofTime = study.on(student.getProgramme().getLevel(), time.today());
      List<LedgerEntry> before = ledgers.get(posting.studentId());
      changes.add(
          ClosingForecast.change(
              student.getStudentNo(),
              student.fullName(),
              posting.result().grade().sign(),
              StudyRecords.of(before, ofTime),
              StudyRecords.of(with(before, posting), ofTime),
              limits(student, posting.result().term(), ofTime.inForce())));
    }
    RuleSet own = rules.named(sheet.getRuleSetCode());
    GradeCount count =
        GradeCount.of(
            postings.stream().map(posting -> posting.result().grade()).toList(),
            GradeScale.on(closing.day(sheet)),
            own);
    boolean summer =
        postings.stream().anyMatch(posting -> posting.result().term().type().isSummer());
    return new ClosingForecast(
        closing.day(sheet), count, !summer && count.tooManyExcellent(), changes);
  }

  /** What results of a term may carry a student across. */
  static ClosingLimits limits(Student student, TermRef term, RuleSet inForce) {
    boolean paid =
        student.getFunding() == Funding.GRANT && student.getStudyForm() == StudyForm.FULL_TIME;
    return ClosingLimits.of(
        inForce, term, student.getCourseYear(), student.getProgramme().getYears(), paid);
  }

  private static List<LedgerEntry> with(List<LedgerEntry> before, Ledger.Posting posting) {
    return with(before, List.of(posting));
  }

  /** A history with what is still to be posted, in that order. */
  static List<LedgerEntry> with(List<LedgerEntry> before, List<Ledger.Posting> postings) {
    List<LedgerEntry> after = new ArrayList<>(before);
    long position = before.isEmpty() ? 0 : before.get(before.size() - 1).position();
    for (Ledger.Posting posting : postings) {
      after.add(
          new LedgerEntry(
              UUID.randomUUID(),
              posting.studentId(),
              ++position,
              posting.discipline(),
              posting.result(),
              posting.source(),
              new byte[0]));
    }
    return after;
  }
}
