package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.attestation.BasisDocument;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.ExcusedAbsence;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.attestation.retake.ScheduleSound;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** EXM-7, EXM-9. What an individual schedule does to the sheets of its student. */
@ApplicationScoped
public class IndividualSittings {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Sheets sheets;
  @Inject private SheetRecords records;
  @Inject private SheetClocks clocks;
  @Inject private Catalogue catalogue;
  @Inject private RuleBook rules;
  @Inject private Calendars calendars;
  @Inject private Excusing excusing;
  @Inject private FollowingSheet following;
  @Inject private UniversityTime time;

  /** Rows of a student in sheets of exams that have a day, the latest first. */
  public List<SheetRow> rows(long student) {
    return entities
        .createQuery(
            "SELECT r FROM SheetRow r JOIN FETCH r.sheet WHERE r.studentId = :student AND"
                + " r.sheet.ratesId IS NULL AND r.sheet.examDate IS NOT NULL ORDER BY"
                + " r.sheet.examDate DESC",
            SheetRow.class)
        .setParameter("student", student)
        .getResultList();
  }

  /**
   * An exam a schedule may be asked for now.
   *
   * @param later whether it may be put off
   * @param early whether it may be taken early
   */
  public record Possible(SheetRow row, boolean later, boolean early) {}

  /**
   * Those of a student, the latest first. Of what is posted or was sat nothing is to be put off, so
   * only the few exams that are still to come, and absences within the longest term any rules give,
   * are judged.
   */
  public List<Possible> possible(long student, Instant now) {
    LocalDate since =
        calendars
            .workingDays()
            .minusWorkingDays(
                LocalDate.ofInstant(now, time.zone()),
                rules.greatest(RuleParameter.EXCUSE_WORKING_DAYS));
    return entities
        .createQuery(
            "SELECT r FROM SheetRow r JOIN FETCH r.sheet WHERE r.studentId = :student AND"
                + " r.sheet.ratesId IS NULL AND r.sheet.examDate >= :since AND r.score IS NULL AND"
                + " (r.mark = kz.miras.registrar.curriculum.Mark.AB OR r.mark IS NULL AND"
                + " r.sheet.closedAt IS NULL) ORDER BY r.sheet.examDate DESC",
            SheetRow.class)
        .setParameter("student", student)
        .setParameter("since", since)
        .getResultStream()
        .map(
            row -> {
              SheetFacts facts = records.of(row.getSheet().getId());
              return new Possible(
                  row,
                  judge(row, false, now, facts).isAllowed(),
                  judge(row, true, now, facts).isAllowed());
            })
        .filter(one -> one.later() || one.early())
        .toList();
  }

  /**
   * EXM-7. The days of the approved schedules by which students of an individual sheet sit: pairs
   * of the first and the last day.
   */
  List<LocalDate[]> sessions(Sheet sheet) {
    return entities
        .createQuery(
            "SELECT s.sessionFrom, s.sessionTo FROM IndividualSchedule s, IndividualSitting n WHERE"
                + " n.scheduleId = s.id AND s.status ="
                + " kz.miras.registrar.attestation.retake.ScheduleStatus.APPROVED AND s.sessionFrom"
                + " IS NOT NULL AND n.leftOut IS NULL AND (n.individualSheetId = :own OR"
                + " n.individualSheetId IS NULL AND n.sheetId = :earlier) AND s.studentId IN (SELECT"
                + " r.studentId FROM SheetRow r WHERE r.sheet.id = :own)",
            Object[].class)
        .setParameter("own", sheet.getId())
        .setParameter("earlier", sheet.getContinuesId())
        .getResultStream()
        .map(row -> new LocalDate[] {(LocalDate) row[0], (LocalDate) row[1]})
        .toList();
  }

  /**
   * SHT-23. Rows of these students in sheets of early sittings, posted or not, whatever the group.
   */
  List<SheetRow> early(Collection<Long> students) {
    return students.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT r FROM SheetRow r JOIN FETCH r.sheet WHERE r.studentId IN :students AND"
                    + " r.sheet.kind = kz.miras.registrar.attestation.SheetKind.INDIVIDUAL ORDER BY"
                    + " r.id",
                SheetRow.class)
            .setParameter("students", students)
            .getResultStream()
            .filter(this::isEarly)
            .toList();
  }

  /** The row of a student in a sheet; empty where there is none any more. */
  public Optional<SheetRow> row(Sheet sheet, long student) {
    return sheets.rows(sheet.getId()).stream()
        .filter(row -> row.getStudentId() == student)
        .findFirst();
  }

  /** Whether an exam may be put off, or taken early, as asked for at a moment. */
  public Verdict judge(SheetRow row, boolean early, Instant asked) {
    return judge(row, early, asked, records.of(row.getSheet().getId()));
  }

  private Verdict judge(SheetRow row, boolean early, Instant asked, SheetFacts facts) {
    Sheet sheet = row.getSheet();
    SittingClock clock = clocks.of(sheet, facts);
    RowScores scores = row.scores();
    boolean posted = sheet.getStatus().isPosted();
    return early
        ? ScheduleSound.early(
            sheet.getNumber(),
            clock,
            scores,
            posted,
            !form(sheet).entersRating() || facts.ratingPublished(row.getStudentId()).isPresent(),
            form(sheet).isSingleScore() ? null : of(sheet),
            asked)
        : ScheduleSound.later(
                sheet.getNumber(),
                clock,
                scores,
                posted,
                facts.excused().contains(row.getStudentId()),
                asked)
            .and(ExcusedAbsence.seen(facts.came(row.getStudentId())));
  }

  private EntryForm form(Sheet sheet) {
    return sheet
        .getKind()
        .entryForm(catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm());
  }

  private RuleSet of(Sheet sheet) {
    return rules.named(sheet.getRuleSetCode());
  }

  /** Puts an exam off: the absence is excused on the document, as asked for at a moment. */
  public Verdict putOff(Sheet sheet, long student, BasisDocument basis, Instant asked) {
    return row(sheets.lock(sheet), student)
        .map(row -> excusing.excuse(sheet, row, basis, asked))
        .orElseGet(() -> gone(sheet));
  }

  /** The outcome of an early sitting: its sheet, or why it cannot be. */
  public record Early(Sheet sheet, Verdict verdict) {}

  /**
   * Forms the sheet of an early sitting; the student leaves the sheet of the group, РД goes along.
   *
   * @param now it has to be early still
   */
  public Early early(Sheet sheet, long student, Instant now) {
    SheetRow row = row(sheets.lock(sheet), student).orElse(null);
    Verdict verdict = row == null ? gone(sheet) : judge(row, true, now);
    if (!verdict.isAllowed()) {
      return new Early(null, verdict);
    }
    Integer rating =
        form(sheet).isSingleScore() ? null : row.scores().admissionRating(of(sheet)).orElseThrow();
    Sheet own =
        following.form(sheet, SheetKind.INDIVIDUAL, List.of(new FollowingSheet.Line(row, rating)));
    sheets.takeOut(row);
    return new Early(own, verdict);
  }

  /** The individual sheet a student stands in after a sheet; empty while none is formed. */
  public Optional<Sheet> after(Sheet sheet, long student) {
    return sheets.following(sheet.getId()).stream()
        .filter(next -> next.getKind() == SheetKind.INDIVIDUAL)
        .filter(next -> row(next, student).isPresent())
        .findFirst();
  }

  /**
   * Whether a row of an individual sheet was taken out of the sheet before it for an early sitting:
   * then no I has been posted, and this row is all there is of the student's sitting.
   */
  boolean isEarly(SheetRow row) {
    Sheet sheet = row.getSheet();
    while (sheet.getKind() == SheetKind.INDIVIDUAL && sheet.getContinuesId() != null) {
      sheet = sheets.byId(sheet.getContinuesId()).orElseThrow();
      if (row(sheet, row.getStudentId()).isPresent()) {
        return false;
      }
    }
    return true;
  }

  private static Verdict gone(Sheet sheet) {
    return ScheduleSound.gone(sheet.getNumber());
  }
}
