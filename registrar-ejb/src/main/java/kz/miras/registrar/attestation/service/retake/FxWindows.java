package kz.miras.registrar.attestation.service.retake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.attestation.retake.FxWindow;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.student.Student;

/** FXR-1. The FX windows of students as the calendar has them today. */
@ApplicationScoped
public class FxWindows {

  @Inject private Calendars calendars;

  /** The calendar, each year of it read once, for whoever asks about many students. */
  public final class Asked {

    private final Map<Long, List<CalendarEvent>> events = new HashMap<>();

    /** The last day of a student's window of a term; empty while the calendar names none. */
    public Optional<Deadline> of(Student student, Term term) {
      List<CalendarEvent> year =
          events.computeIfAbsent(
              term.getAcademicYear().getId(), id -> calendars.eventsOf(term.getAcademicYear()));
      return FxWindow.of(
          year.stream().filter(event -> event.getTerm().getId().equals(term.getId())).toList(),
          student.getProgramme().getLevel(),
          student.getCourseYear());
    }
  }

  public Asked ask() {
    return new Asked();
  }
}
