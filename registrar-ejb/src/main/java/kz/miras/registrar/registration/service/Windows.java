package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.CalendarEvent;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.RegistrationWindow;
import kz.miras.registrar.registration.TermWindows;
import kz.miras.registrar.registration.WindowReach;
import kz.miras.registrar.registration.rule.WindowFact;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;

/**
 * When a student may register: the approved windows of a term with the personal time ticket, and
 * what the academic calendar says where no window does. Read anew each time: a window that is
 * approved opens at once.
 */
@ApplicationScoped
public class Windows {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Calendars calendars;
  @Inject private TermRules rules;
  @Inject private UniversityTime time;

  /** The windows of a term as they stand now, for many students. */
  public TermWindows in(Term term) {
    return in(List.of(term)).get(term.getId());
  }

  /** The same of several terms at once, by the key of the term. */
  Map<Long, TermWindows> in(Collection<Term> terms) {
    Map<Long, TermWindows> known = new HashMap<>();
    if (terms.isEmpty()) {
      return known;
    }
    Map<Long, List<RegistrationWindow>> own =
        entities
            .createQuery(
                "SELECT w FROM RegistrationWindow w WHERE w.termId IN :terms",
                RegistrationWindow.class)
            .setParameter("terms", terms.stream().map(Term::getId).toList())
            .getResultStream()
            .collect(Collectors.groupingBy(RegistrationWindow::getTermId));
    Map<Long, List<CalendarEvent>> calendar =
        entities
            .createQuery(
                "SELECT e FROM CalendarEvent e WHERE e.term IN :terms", CalendarEvent.class)
            .setParameter("terms", terms)
            .getResultStream()
            .collect(Collectors.groupingBy(event -> event.getTerm().getId()));
    Days days = new Days();
    for (Term term : terms) {
      known.put(
          term.getId(),
          new TermWindows(
              term,
              own.getOrDefault(term.getId(), List.of()),
              calendar.getOrDefault(term.getId(), List.of()),
              level -> days.changes(level, term),
              time.zone()));
    }
    return known;
  }

  /** Working days and rules of one look at windows, read at the first question. */
  private final class Days {

    private final Map<Level, Function<Term, RuleSet>> sets = new EnumMap<>(Level.class);
    private WorkingDays working;

    Deadline changes(Level level, Term term) {
      if (working == null) {
        working = calendars.workingDays();
      }
      return Leaving.window(
          term.getStartsOn(), working, sets.computeIfAbsent(level, rules::of).apply(term));
    }
  }

  /** REG-5. First moment after a student's changes in a term. */
  Instant changesUntil(Student student, Term term) {
    return in(term).changesUntil(WindowReach.of(student), student.getStudentNo());
  }

  /** REG-33. Until when a place in a queue that a student takes now lasts. */
  Instant waitsUntil(Student student, Term term) {
    return in(term).waitsUntil(WindowReach.of(student), student.getStudentNo(), time.now());
  }

  /** Every window of a student in a term, the personal ticket counted in. */
  public List<PersonalWindow> personal(Student student, Term term) {
    return in(term).of(WindowReach.of(student), student.getStudentNo());
  }

  /**
   * Where registration stands for a student, stage by stage.
   *
   * @param choosing the window to choose disciplines in
   * @param seating the window to take seats in
   */
  record Stages(WindowFact choosing, WindowFact seating) {

    /** Whether disciplines are chosen now, without seats. */
    boolean isOnlyChoice() {
      return choosing.open() && !seating.open();
    }
  }

  /** The windows of a student as the rules of registration look at them. */
  Stages stages(Student student, Term term, Instant now) {
    return stages(in(term), student, now);
  }

  /** The same, of windows that have been read. */
  Stages stages(TermWindows windows, Student student, Instant now) {
    List<PersonalWindow> own = windows.of(WindowReach.of(student), student.getStudentNo());
    return new Stages(WindowFact.of(own, now), WindowFact.of(PersonalWindow.forSeats(own), now));
  }

  void add(RegistrationWindow window) {
    entities.persist(window);
  }

  void remove(RegistrationWindow window) {
    entities.remove(window);
  }

  /** WIN-4. Windows in force of the same kind and term that stand before a wider one. */
  List<RegistrationWindow> narrower(RegistrationWindow window) {
    return of(window.getTermId()).stream()
        .filter(other -> other.getKind() == window.getKind() && other.inForce().isPresent())
        .filter(other -> other.reach().narrowness() > window.reach().narrowness())
        .toList();
  }

  /** Somebody a window may concern. */
  record Standing(long id, String number, WindowReach reach) {}

  /** Everybody who studies now. */
  List<Standing> studying() {
    return entities
        .createQuery(
            "SELECT s.id, s.studentNo, p.level, p.id, s.courseYear FROM Student s JOIN s.programme p"
                + " WHERE s.status = kz.miras.registrar.student.StudentStatus.STUDYING",
            Object[].class)
        .getResultStream()
        .map(
            row ->
                new Standing(
                    (Long) row[0],
                    (String) row[1],
                    new WindowReach((Level) row[2], (Long) row[3], (Integer) row[4])))
        .toList();
  }

  List<RegistrationWindow> all() {
    return entities
        .createQuery("SELECT w FROM RegistrationWindow w", RegistrationWindow.class)
        .getResultList();
  }

  List<RegistrationWindow> of(long term) {
    return entities
        .createQuery(
            "SELECT w FROM RegistrationWindow w WHERE w.termId = :term", RegistrationWindow.class)
        .setParameter("term", term)
        .getResultList();
  }

  Optional<RegistrationWindow> byUuid(UUID uuid) {
    return entities
        .createQuery(
            "SELECT w FROM RegistrationWindow w WHERE w.uuid = :uuid", RegistrationWindow.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }
}
