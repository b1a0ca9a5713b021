package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.retake.FxExaminer;
import kz.miras.registrar.attestation.retake.FxWindow;
import kz.miras.registrar.attestation.retake.ScheduleSound;
import kz.miras.registrar.attestation.sitting.SittingInPlace;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.Students;

/** SHT-11. The days of exams, judged by the calendar as it stands. */
@ApplicationScoped
class Sittings {

  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private Sheets sheets;
  @Inject private SheetClocks clocks;
  @Inject private RuleBook rules;
  @Inject private SheetRecords records;
  @Inject private IndividualDays individual;
  @Inject private IndividualSittings schedules;
  @Inject private Students students;
  @Inject private UniversityTime time;

  /** The calendar, read once for whoever judges many. */
  final class Windows {

    private final List<CalendarEvent> events = calendars.events();
    private final WorkingDays days = calendars.workingDays();

    /** Whether the exam of a sheet may be on a day; the day it is on already may stay. */
    Verdict judge(Sheet sheet, LocalDate day) {
      if (Objects.equals(day, sheet.getExamDate())) {
        return Verdict.allowed();
      }
      Term term = calendars.term(sheet.getTermId()).orElseThrow();
      Span whole = new Span(term.getStartsOn(), term.getEndsOn());
      Verdict verdict =
          spans(sheet, term).stream()
              .map(spans -> SittingInPlace.judge(sheet.getKind(), day, whole, spans, days))
              .filter(each -> !each.isAllowed())
              .findFirst()
              .orElseGet(Verdict::allowed);
      return verdict.and(inTime(sheet, day));
    }

    /**
     * The periods the day has to be in: one set for all, and for an FX retake one for each level
     * and course of those who sit.
     */
    private Collection<List<Span>> spans(Sheet sheet, Term term) {
      List<CalendarEvent> own =
          events.stream().filter(event -> event.getTerm().getId().equals(term.getId())).toList();
      if (sheet.getKind() == SheetKind.FX) {
        Set<List<Span>> each = new LinkedHashSet<>();
        for (Student student : sitting(sheet)) {
          each.add(FxWindow.spans(own, student.getProgramme().getLevel(), student.getCourseYear()));
        }
        return each;
      }
      Set<EventKind> kinds =
          SittingInPlace.windows(
              sheet.getKind(),
              catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm());
      return List.of(
          own.stream()
              .filter(event -> kinds.contains(event.getKind()))
              .filter(sheet::isConcernedBy)
              .map(event -> new Span(event.getStartsOn(), event.getEndsOn()))
              .toList());
    }

    private List<Student> sitting(Sheet sheet) {
      return students.byIds(
          sheets.rows(sheet.getId()).stream()
              .filter(row -> !row.isClosed())
              .map(SheetRow::getStudentId)
              .toList());
    }

    /** INC-4, EXM-7. The first of those who sit alone for whom it is not the day. */
    private Verdict inTime(Sheet sheet, LocalDate day) {
      return day == null || sheet.getKind() != SheetKind.INDIVIDUAL
          ? Verdict.allowed()
          : Stream.concat(
                  individual.judge(sheet, day).values().stream(),
                  schedules.sessions(sheet).stream()
                      .map(session -> ScheduleSound.sits(day, session[0], session[1])))
              .filter(verdict -> !verdict.isAllowed())
              .findFirst()
              .orElseGet(Verdict::allowed);
    }

    /** The day on which people are named. */
    LocalDate today() {
      return time.today();
    }

    /** The rules a sheet was formed by. */
    RuleSet rules(Sheet sheet) {
      return rules.named(sheet.getRuleSetCode());
    }

    /** FXR-4. Whether somebody may examine a sheet. */
    Verdict examines(Sheet sheet, Long examiner) {
      Long first =
          sheet.getContinuesId() == null
              ? null
              : sheets.byId(sheet.getContinuesId()).map(Sheet::getExaminerId).orElse(null);
      return FxExaminer.judge(
          sheet.getKind(), rules.named(sheet.getRuleSetCode()), first, examiner);
    }

    /** SHT-33. Whether the control of a sheet may last until a day. */
    Verdict lasts(Sheet sheet, LocalDate last) {
      return Objects.equals(last, sheet.getLastDay())
          ? Verdict.allowed()
          : sheet.judgeLastDay(
              last, clocks.of(sheet, records.of(sheet.getId())), time.now(), time.today());
    }

    /** SHT-15. Whether the lock of a sheet stays where it is, or may move with its exam. */
    Verdict stays(Sheet sheet, LocalDate day, LocalTime at) {
      if (sheet.mayBeOn(day, at)) {
        return Verdict.allowed();
      }
      SheetFacts facts = records.of(sheet.getId());
      boolean scored =
          sheets.rows(sheet.getId()).stream()
              // the mark of who is excused was decided, not typed
              .filter(row -> !facts.excused().contains(row.getStudentId()))
              .anyMatch(SheetRow::isScored);
      return sheet.judgeDay(day, at, clocks.of(sheet, facts), scored, time.now());
    }
  }

  Windows open() {
    return new Windows();
  }
}
