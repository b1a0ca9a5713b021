package kz.miras.registrar.achievement.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.achievement.DebtWay;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.service.DebtQueries.Owed;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.ExamAdmission;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.room.RoomAdmission;
import kz.miras.registrar.attestation.service.StudentSittings;
import kz.miras.registrar.attestation.service.StudentSittings.Sat;
import kz.miras.registrar.attestation.service.appeal.AppealRights;
import kz.miras.registrar.attestation.service.rating.StudentJournals;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.Teacher;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;

/**
 * PUB-1, DEB-4. The session as its student sees it: what is published and nothing else, and every
 * debt with the ways to close it.
 */
@Stateless
@Guarded
public class StudentSessionQueries {

  @Inject private StudentScope scope;
  @Inject private StudentSittings sittings;
  @Inject private KnownHistory history;
  @Inject private DebtReader debts;
  @Inject private DebtWayFinder ways;
  @Inject private FxProspects prospects;
  @Inject private AppealRights appeals;
  @Inject private StudentJournals journals;
  @Inject private StudyRules study;
  @Inject private RuleBook rules;
  @Inject private Catalogue catalogue;
  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * A student's session.
   *
   * @param student public id or number, or "me"
   * @param term code; null for the one that runs, else the latest the student has a sheet of
   */
  @RolesAllowed(Permissions.ACHIEVEMENT_READ)
  public StudentSession of(String student, String term) {
    // who teaches one discipline sees the marks of its sheets, and not what is owed elsewhere
    Student found = scope.visible(student, Permissions.ACHIEVEMENT_READ);
    LocalDate today = time.today();
    List<String> known = sittings.terms(found.getId());
    Optional<Term> shown = term(term, known, today);
    List<LedgerEntry> entries = history.of(found, null);
    List<Sat> sat = shown.map(one -> sittings.of(found.getId(), one.getId())).orElse(List.of());
    Owed owed =
        debts.owed(
            found,
            entries,
            study.on(found.getProgramme().getLevel(), today),
            calendars.terms(),
            today);
    List<List<DebtWay>> closing = ways.of(found, entries, owed);
    List<StudentSession.DebtPart> parts = new ArrayList<>();
    for (int i = 0; i < owed.debts().size(); i++) {
      parts.add(new StudentSession.DebtPart(owed.debts().get(i), closing.get(i)));
    }
    return new StudentSession(
        found.getUuid().toString(),
        found.getStudentNo(),
        found.fullName(),
        shown.map(Term::getCode).orElse(null),
        Stream.concat(shown.map(Term::getCode).stream(), known.stream()).distinct().toList(),
        lines(found, sat, entries),
        shown.map(one -> journals(found.getId(), one.getId())).orElse(List.of()),
        shown.map(one -> coming(found.getId(), one.getId())).orElse(List.of()),
        owed.day(),
        parts,
        owed.credits(),
        owed.open());
  }

  private Optional<Term> term(String code, List<String> known, LocalDate today) {
    if (code != null && !code.isBlank()) {
      return calendars.term(code);
    }
    return calendars
        .current(today)
        .filter(now -> known.isEmpty() || known.contains(now.getCode()))
        .or(() -> known.stream().findFirst().flatMap(calendars::term));
  }

  private List<StudentSession.JournalLine> journals(long student, long term) {
    List<StudentJournals.Own> own = journals.of(student, term);
    if (own.isEmpty()) {
      return List.of();
    }
    Map<Long, Discipline> disciplines =
        catalogue
            .disciplines(own.stream().map(o -> o.journal().getDisciplineId()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Discipline::getId, Function.identity()));
    return own.stream()
        .map(
            one -> {
              Discipline discipline = disciplines.get(one.journal().getDisciplineId());
              return new StudentSession.JournalLine(
                  discipline.getCode(),
                  discipline.getName(),
                  one.journal().getPeriod(),
                  one.weeks(),
                  plain(one.current()),
                  one.control(),
                  one.absent(),
                  one.excused(),
                  plain(one.rating()),
                  one.alone(),
                  one.journal().getVersionNo() > 1);
            })
        .toList();
  }

  private List<StudentSession.Coming> coming(long student, long term) {
    List<Long> awaited = sittings.awaited(student, term);
    return awaited.isEmpty()
        ? List.of()
        : catalogue.disciplines(awaited).stream()
            .sorted(Comparator.comparing(Discipline::getCode))
            .map(
                discipline ->
                    new StudentSession.Coming(
                        discipline.getCode(), discipline.getName(), discipline.getCredits()))
            .toList();
  }

  /**
   * What every line is asked of.
   *
   * @param appeals last days of appeals that may be filed, by key of the sheet
   */
  private record Whole(
      List<LedgerEntry> entries, FxProspects.Asked fx, Map<Long, LocalDate> appeals) {}

  private List<StudentSession.Line> lines(
      Student student, List<Sat> sat, List<LedgerEntry> entries) {
    if (sat.isEmpty()) {
      return List.of();
    }
    Map<Long, Discipline> disciplines =
        catalogue
            .disciplines(sat.stream().map(one -> one.sheet().getDisciplineId()).distinct().toList())
            .stream()
            .collect(Collectors.toMap(Discipline::getId, Function.identity()));
    Whole whole = new Whole(entries, prospects.of(student, entries), appeals.open(student.getId()));
    return sat.stream()
        .map(one -> line(one, disciplines.get(one.sheet().getDisciplineId()), whole))
        .toList();
  }

  private StudentSession.Line line(Sat sat, Discipline discipline, Whole whole) {
    Sheet sheet = sat.sheet();
    RowScores scores = sat.scores();
    RuleSet inForce = rules.named(sheet.getRuleSetCode());
    EntryForm form = sheet.getKind().entryForm(discipline.getControlForm());
    Integer rating = scores.admissionRating(inForce).orElse(null);
    LocalDate day = sheet.getExamDate() == null ? time.today() : sheet.getExamDate();
    Optional<FinalOutcome> outcome =
        sat.isResultPublished() || scores.mark() == Mark.EX
            ? FinalGradePolicy.of(inForce, day)
                .outcome(discipline.getControlForm(), scores, sheet.fxRetakes())
            : Optional.empty();
    LedgerEntry stands = sat.isResultPublished() ? stands(sheet, whole.entries()) : null;
    boolean corrected = stands != null && stands.source().corrects() != null;
    Grade grade =
        stands == null ? outcome.map(FinalOutcome::grade).orElse(null) : stands.result().grade();
    boolean rated = form.entersRating() || discipline.getControlForm().hasRating();
    return new StudentSession.Line(
        discipline.getCode(),
        discipline.getName(),
        discipline.getCredits(),
        sheet.getKind(),
        sheet.getExamDate(),
        sheet.getExamTime(),
        sheet.getRoom(),
        sheet.getExamForm(),
        sheet.getExamMinutes(),
        examiner(sheet),
        rated,
        sheet.getContinuesId() == null ? plain(scores.first()) : null,
        sheet.getContinuesId() == null ? plain(scores.second()) : null,
        rated ? rating : null,
        rated && rating != null ? isAdmitted(sat, form, inForce) : null,
        rated && !sat.isResultPublished() && admission(sat).isBlocked(inForce),
        corrected ? stands.result().score() : scores.score(),
        grade == null ? null : grade.percent(),
        grade == null ? null : grade.sign(),
        grade == null ? null : grade.digital().orElse(null),
        grade == null
            ? null
            : grade.traditional(GradeScale.on(day)).map(mark -> mark.key()).orElse(null),
        corrected
            ? null
            : outcome.flatMap(one -> whole.fx().reason(one.reason(), sheet)).orElse(null),
        grade != null && grade.passes(),
        corrected,
        scores.isClosed() ? null : whole.appeals().get(sheet.getId()),
        scores.mark() == Mark.W);
  }

  /** EXM-6. Until there is a result as the room will say it, then as it was. */
  private static boolean isAdmitted(Sat sat, EntryForm form, RuleSet inForce) {
    return sat.isResultPublished()
        ? !ExamAdmission.isDenied(sat.scores(), inForce)
        : admission(sat).judge(form, inForce).isAllowed();
  }

  private static RoomAdmission admission(Sat sat) {
    return new RoomAdmission(
        sat.scores(), sat.person().studying(), sat.person().isHeld(sat.sheet().getExamDate()));
  }

  /** The last entry of the history that came from a sheet: a correction names its sheet too. */
  private static LedgerEntry stands(Sheet sheet, List<LedgerEntry> entries) {
    return entries.stream()
        .filter(entry -> sheet.getId().equals(entry.source().sheetId()))
        .reduce((earlier, later) -> later)
        .orElse(null);
  }

  private String examiner(Sheet sheet) {
    return sheet.getExaminerId() == null
        ? null
        : catalogue.teacher(sheet.getExaminerId()).map(Teacher::fullName).orElse(null);
  }

  /** 94.00 is read as 94, and of a third two decimals are read. */
  private static BigDecimal plain(BigDecimal value) {
    if (value == null) {
      return null;
    }
    BigDecimal shown = value.setScale(2, RoundingMode.HALF_UP).stripTrailingZeros();
    return shown.scale() < 0 ? shown.setScale(0, RoundingMode.UNNECESSARY) : shown;
  }
}
