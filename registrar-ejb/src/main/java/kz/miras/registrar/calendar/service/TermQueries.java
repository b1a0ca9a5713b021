package kz.miras.registrar.calendar.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.Comparator;
import java.util.List;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.shared.service.UniversityTime;

/** Terms to choose from. */
@Stateless
@Guarded
public class TermQueries {

  @Inject private Calendars calendars;
  @Inject private UniversityTime time;

  /**
   * A term to choose.
   *
   * @param current whether today lies in it
   */
  public record TermChoice(long id, String code, String type, boolean current)
      implements Serializable {}

  /** All terms, the current one first, then the latest. */
  @RolesAllowed(Permissions.CALENDAR_READ)
  public List<TermChoice> terms() {
    return calendars.terms().stream()
        .sorted(
            Comparator.comparing((Term term) -> !term.contains(time.today()))
                .thenComparing(Term::getStartsOn, Comparator.reverseOrder()))
        .map(
            term ->
                new TermChoice(
                    term.getId(),
                    term.getCode(),
                    term.getType().name(),
                    term.contains(time.today())))
        .toList();
  }

  /** Academic years of the calendar as written, the latest first. */
  @RolesAllowed(Permissions.CALENDAR_READ)
  public List<String> academicYears() {
    return calendars.terms().stream()
        .map(term -> term.ref().academicYear())
        .distinct()
        .sorted(Comparator.reverseOrder())
        .toList();
  }

  /** Terms that are not over, the next to begin first, then what runs; for whoever plans ahead. */
  @RolesAllowed(Permissions.CALENDAR_READ)
  public List<TermChoice> ahead() {
    return calendars.terms().stream()
        .filter(term -> !term.getEndsOn().isBefore(time.today()) && !term.isClosed())
        .sorted(
            Comparator.comparing((Term term) -> term.contains(time.today()))
                .thenComparing(Term::getStartsOn))
        .map(
            term ->
                new TermChoice(
                    term.getId(),
                    term.getCode(),
                    term.getType().name(),
                    term.contains(time.today())))
        .toList();
  }
}
