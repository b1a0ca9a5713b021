package kz.miras.registrar.calendar.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.DayOff;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of the academic calendar. */
@ApplicationScoped
public class Calendars {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  public void add(Object entity) {
    entities.persist(entity);
  }

  public List<AcademicYear> years() {
    return entities
        .createQuery("SELECT y FROM AcademicYear y ORDER BY y.startYear", AcademicYear.class)
        .getResultList();
  }

  public Map<String, AcademicYear> yearsByName() {
    Map<String, AcademicYear> years = new HashMap<>();
    years().forEach(year -> years.put(String.valueOf(year.getStartYear()), year));
    return years;
  }

  public List<Term> terms() {
    return entities
        .createQuery(
            "SELECT t FROM Term t JOIN FETCH t.academicYear ORDER BY t.startsOn", Term.class)
        .getResultList();
  }

  public Map<String, Term> termsByCode() {
    Map<String, Term> terms = new HashMap<>();
    terms().forEach(term -> terms.put(term.getCode(), term));
    return terms;
  }

  public List<CalendarEvent> events() {
    return entities
        .createQuery("SELECT e FROM CalendarEvent e JOIN FETCH e.term", CalendarEvent.class)
        .getResultList();
  }

  public Optional<Term> term(long id) {
    return Optional.ofNullable(entities.find(Term.class, id));
  }

  /** The term of a code. */
  public Optional<Term> term(String code) {
    return entities
        .createQuery(
            "SELECT t FROM Term t JOIN FETCH t.academicYear WHERE t.code = :code", Term.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** The term a day lies in, else the last one before it. */
  public Optional<Term> current(LocalDate day) {
    return entities
        .createQuery(
            "SELECT t FROM Term t JOIN FETCH t.academicYear WHERE t.startsOn <= :day"
                + " ORDER BY t.startsOn DESC",
            Term.class)
        .setParameter("day", day)
        .setMaxResults(1)
        .getResultStream()
        .findFirst();
  }

  /** Working days by the table of holidays and transferred days. */
  public WorkingDays workingDays() {
    Set<LocalDate> off = new HashSet<>();
    Set<LocalDate> working = new HashSet<>();
    // values, not entities: asked by every submission of a plan
    entities
        .createQuery("SELECT d.day, d.working FROM DayOff d", Object[].class)
        .getResultList()
        .forEach(day -> ((Boolean) day[1] ? working : off).add((LocalDate) day[0]));
    return new WorkingDays(off, working);
  }

  public List<DayOff> daysOff() {
    return entities.createQuery("SELECT d FROM DayOff d", DayOff.class).getResultList();
  }

  /** Holidays and transferred days of some time, in their order. */
  public List<DayOff> daysOff(LocalDate from, LocalDate to) {
    return entities
        .createQuery(
            "SELECT d FROM DayOff d WHERE d.day BETWEEN :from AND :to ORDER BY d.day", DayOff.class)
        .setParameter("from", from)
        .setParameter("to", to)
        .getResultList();
  }

  public Optional<AcademicYear> year(int startYear) {
    return entities
        .createQuery("SELECT y FROM AcademicYear y WHERE y.startYear = :year", AcademicYear.class)
        .setParameter("year", startYear)
        .getResultStream()
        .findFirst();
  }

  /**
   * The academic year of a key, as others refer to it.
   *
   * @throws RegistrarException.NotFound where there is none
   */
  public AcademicYear yearOf(long id) {
    return Optional.ofNullable(entities.find(AcademicYear.class, id))
        .orElseThrow(() -> new RegistrarException.NotFound("year", id));
  }

  public List<Term> termsOf(AcademicYear year) {
    return entities
        .createQuery(
            "SELECT t FROM Term t WHERE t.academicYear = :year ORDER BY t.startsOn", Term.class)
        .setParameter("year", year)
        .getResultList();
  }

  public List<CalendarEvent> eventsOf(AcademicYear year) {
    return entities
        .createQuery(
            "SELECT e FROM CalendarEvent e JOIN FETCH e.term t WHERE t.academicYear = :year"
                + " ORDER BY e.startsOn, e.kind",
            CalendarEvent.class)
        .setParameter("year", year)
        .getResultList();
  }

  public Optional<CalendarEvent> event(long id) {
    return Optional.ofNullable(entities.find(CalendarEvent.class, id));
  }

  public void remove(CalendarEvent event) {
    entities.remove(event);
  }
}
