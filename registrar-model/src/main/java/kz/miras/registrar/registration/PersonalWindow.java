package kz.miras.registrar.registration;

import java.io.Serializable;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * A window as it is for one student: with the personal time ticket.
 *
 * @param window public id of the window; null where the academic calendar or a rule opens it
 * @param off the stage does not take place for the student; then there are no times
 * @param opensAt the ticket: when this student may begin; null where off
 * @param closesAt first instant that is too late; null where off
 * @param wave the student's wave, from 1
 * @param waves how many there are
 */
public record PersonalWindow(
    String window,
    WindowKind kind,
    boolean off,
    Instant opensAt,
    Instant closesAt,
    int wave,
    int waves)
    implements Serializable {

  private static final Comparator<PersonalWindow> BY_KIND =
      Comparator.comparing(PersonalWindow::kind);

  /** Opened by the calendar or a rule, for everybody at once. */
  public static PersonalWindow of(WindowKind kind, Instant opensAt, Instant closesAt) {
    return new PersonalWindow(null, kind, false, opensAt, closesAt, 1, 1);
  }

  /** Whether it is open for this student. */
  public boolean isOpenAt(Instant moment) {
    return !off && !moment.isBefore(opensAt) && moment.isBefore(closesAt);
  }

  /** Whether it opens later. */
  public boolean isAheadOf(Instant moment) {
    return !off && moment.isBefore(opensAt);
  }

  /** Whether it has closed. */
  public boolean isOverAt(Instant moment) {
    return !off && !moment.isBefore(closesAt);
  }

  /**
   * WIN-4. Those of a student's windows in which seats are taken. Where registration is switched
   * off for the student, only that is left: whoever is registered by the office alone takes no seat
   * in the change or the late window either.
   */
  public static List<PersonalWindow> forSeats(List<PersonalWindow> own) {
    List<PersonalWindow> stage = own.stream().filter(w -> w.kind().isSeating()).toList();
    return !stage.isEmpty() && stage.stream().allMatch(PersonalWindow::off)
        ? stage
        : own.stream().filter(w -> w.kind().givesSeats()).toList();
  }

  /**
   * WIN-4. The one window that tells a student where registration stands: the open one, of several
   * the one that asks least; else the next to open; else the last that has closed; else one that is
   * switched off. None where there are none.
   */
  public static Optional<PersonalWindow> telling(List<PersonalWindow> own, Instant now) {
    Optional<PersonalWindow> open = own.stream().filter(w -> w.isOpenAt(now)).min(BY_KIND);
    Optional<PersonalWindow> ahead =
        own.stream()
            .filter(w -> w.isAheadOf(now))
            .min(Comparator.comparing(PersonalWindow::opensAt).thenComparing(BY_KIND));
    Optional<PersonalWindow> over =
        own.stream()
            .filter(w -> w.isOverAt(now))
            .max(Comparator.comparing(PersonalWindow::closesAt).thenComparing(BY_KIND.reversed()));
    return open.or(() -> ahead).or(() -> over).or(() -> own.stream().min(BY_KIND));
  }
}
