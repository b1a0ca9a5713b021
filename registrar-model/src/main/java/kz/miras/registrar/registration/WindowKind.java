package kz.miras.registrar.registration;

import java.util.Optional;
import kz.miras.registrar.calendar.EventKind;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.shared.Keyed;

/**
 * What may be done while a window is open (REG-5, REG-6). The order of the constants is the order
 * in which an open one is preferred: a student who may register needs no late explanation.
 */
public enum WindowKind implements Keyed {
  /** Stage 2: sections, teachers and groups are chosen. */
  REGISTRATION(EventKind.REGISTRATION),
  /** Registration for the summer semester. */
  SUMMER(EventKind.REGISTRATION),
  /** Add and drop. */
  CHANGE(EventKind.CHANGE),
  /** Stage 1: disciplines are chosen, no section is needed. */
  CHOICE(null),
  /** Whoever missed the others; each enrolment explains itself in writing. */
  LATE(EventKind.LATE);

  private final EventKind event;

  WindowKind(EventKind event) {
    this.event = event;
  }

  /** The period of the academic calendar it should lie in; none for the choice of disciplines. */
  public Optional<EventKind> event() {
    return Optional.ofNullable(event);
  }

  /** Whether there is such a window in a term: a summer has its own registration. */
  public boolean fits(TermType term) {
    return switch (this) {
      case SUMMER -> term.isSummer();
      case REGISTRATION, CHOICE -> !term.isSummer();
      case CHANGE, LATE -> true;
    };
  }

  /** Whether seats are taken in it; where only disciplines are chosen, none are. */
  public boolean givesSeats() {
    return this != CHOICE;
  }

  /** Whether it is the stage of seats itself: switched off, no other window gives any. */
  public boolean isSeating() {
    return this == REGISTRATION || this == SUMMER;
  }

  /** Whether the student has to explain in writing why it was not done earlier (REG-6). */
  public boolean needsExplanation() {
    return this == LATE;
  }

  @Override
  public String key() {
    return "registration.window.kind." + name();
  }
}
