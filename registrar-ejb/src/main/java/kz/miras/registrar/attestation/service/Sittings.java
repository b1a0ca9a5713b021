package kz.miras.registrar.attestation.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.retake.FxExaminer;
import kz.miras.registrar.attestation.sitting.SittingInPlace;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;

/** SHT-11. The days of exams, judged by the calendar as it stands. */
@ApplicationScoped
class Sittings {

  @Inject private Calendars calendars;
  @Inject private Catalogue catalogue;
  @Inject private Sheets sheets;
  @Inject private SheetClocks clocks;
  @Inject private RuleBook rules;
  @Inject private SheetRecords records;
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
      Set<EventKind> kinds =
          SittingInPlace.windows(
              sheet.getKind(),
              catalogue.discipline(sheet.getDisciplineId()).orElseThrow().getControlForm());
      List<Span> spans =
          events.stream()
              .filter(event -> kinds.contains(event.getKind()))
              .filter(event -> event.getTerm().getId().equals(term.getId()))
              .filter(sheet::isConcernedBy)
              .map(event -> new Span(event.getStartsOn(), event.getEndsOn()))
              .toList();
      return SittingInPlace.judge(
          sheet.getKind(), day, new Span(term.getStartsOn(), term.getEndsOn()), spans, days);
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
