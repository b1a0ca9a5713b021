package kz.miras.registrar.registration.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.Serializable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.calendar.service.Calendars;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.RegistrationWindow;
import kz.miras.registrar.registration.TermWindows;
import kz.miras.registrar.registration.WindowLot;
import kz.miras.registrar.registration.WindowPlan;
import kz.miras.registrar.registration.WindowReach;
import kz.miras.registrar.registration.WindowSound;
import kz.miras.registrar.registration.WindowStatus;
import kz.miras.registrar.registration.service.WindowView.Wave;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;

/** Windows of registration for screens: one, those that wait, those of a student. */
@Stateless
@Guarded
public class WindowQueries {

  /** How long a window that has closed is still told. */
  private static final Duration SHOWN = Duration.ofDays(14);

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Windows windows;
  @Inject private Calendars calendars;
  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** The windows of a student in one term, in the order they open. */
  public record TermTickets(String term, TermType type, List<PersonalWindow> windows)
      implements Serializable {}

  /** One window. */
  @RolesAllowed(Permissions.WINDOW_READ)
  public WindowView window(String id) {
    return view(found(id));
  }

  /** All that waits for approval, in the order it would open. */
  @RolesAllowed(Permissions.WINDOW_APPROVE)
  public List<WindowView> waiting() {
    return windows.all().stream()
        .filter(window -> window.getStatus() == WindowStatus.PREPARED)
        .map(this::view)
        .sorted(
            Comparator.comparing(WindowView::term, Comparator.reverseOrder())
                .thenComparing(WindowView::kind)
                .thenComparing(
                    view -> view.plan().opensAt(), Comparator.nullsLast(Comparator.naturalOrder())))
        .toList();
  }

  /** Whom a window concerns, and in which wave. */
  @RolesAllowed(Permissions.WINDOW_READ)
  public WindowView.Students students(String id) {
    RegistrationWindow window = found(id);
    WindowPlan plan = window.plan();
    List<RegistrationWindow> others = windows.narrower(window);
    int included = 0;
    int narrower = 0;
    int[] drawn = new int[plan.waves()];
    for (Windows.Standing one : windows.studying()) {
      if (window.reach().includes(one.reach())) {
        included++;
        if (others.stream().anyMatch(other -> other.reach().includes(one.reach()))) {
          narrower++;
        } else {
          drawn[WindowLot.wave(window.getUuid(), one.number(), plan.waves())]++;
        }
      }
    }
    List<Wave> waves = new ArrayList<>();
    for (int i = 0; i < drawn.length && !plan.off(); i++) {
      waves.add(new Wave(i + 1, plan.startOf(i), drawn[i]));
    }
    return new WindowView.Students(included, narrower, waves);
  }

  /**
   * The windows of a student, term by term: what is open, what comes, what has closed in the last
   * two weeks. None where the caller may not see the student's plan.
   *
   * @param student public id or number
   */
  @RolesAllowed(Permissions.PLAN_READ)
  public List<TermTickets> tickets(String student) {
    Student found =
        students
            .byName(student)
            .orElseThrow(() -> new RegistrarException.NotFound("student", student));
    List<TermTickets> tickets = new ArrayList<>();
    if (!found.getStatus().mayStudy() || !access.may(Permissions.PLAN_READ, scope.target(found))) {
      return tickets;
    }
    List<Term> running =
        calendars.terms().stream()
            .filter(term -> !term.isClosed() && !term.getEndsOn().isBefore(time.today()))
            .toList();
    Map<Long, TermWindows> known = windows.in(running);
    for (Term term : running) {
      List<PersonalWindow> own =
          known.get(term.getId()).of(WindowReach.of(found), found.getStudentNo()).stream()
              .filter(one -> one.off() || one.closesAt().isAfter(time.now().minus(SHOWN)))
              .sorted(
                  Comparator.comparing(
                      PersonalWindow::opensAt, Comparator.nullsLast(Comparator.naturalOrder())))
              .toList();
      if (!own.isEmpty()) {
        tickets.add(new TermTickets(term.getCode(), term.getType(), own));
      }
    }
    return tickets;
  }

  private RegistrationWindow found(String id) {
    return PublicId.parse(id)
        .flatMap((UUID uuid) -> windows.byUuid(uuid))
        .orElseThrow(() -> new RegistrarException.NotFound("window", id));
  }

  private WindowView view(RegistrationWindow window) {
    Term term = calendars.term(window.getTermId()).orElseThrow();
    WindowReach reach = window.reach();
    Programme programme =
        reach.programme() == null ? null : entities.find(Programme.class, reach.programme());
    TermWindows known = windows.in(term);
    return new WindowView(
        window.getUuid().toString(),
        window.getVersion(),
        term.getCode(),
        term.getType(),
        window.getKind(),
        reach.level(),
        programme == null ? null : programme.getCode(),
        programme == null ? null : programme.getName(),
        reach.courseYear(),
        window.plan(),
        window.inForce().orElse(null),
        window.getStatus(),
        window.getPreparedBy(),
        window.getPreparedAt(),
        window.getApprovedBy(),
        window.getApprovedAt(),
        window.getPreparedBy().equals(access.current().login()),
        WindowSound.judge(
            window.getKind(),
            window.plan(),
            term.getType(),
            known.end(),
            known.periods(window.getKind(), reach)));
  }
}
