package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.time.Instant;

/**
 * The window a student may register in; the student's own time ticket is counted in.
 *
 * @param open whether it is open now for this student
 * @param kind CHOICE, REGISTRATION, CHANGE, LATE or SUMMER; null where there is none
 * @param opensAt when it opens for this student; null where no window is planned
 * @param closesAt when it closes; null where no window is planned
 */
public record WindowFact(boolean open, String kind, Instant opensAt, Instant closesAt)
    implements Serializable {

  /** No window concerns the student. */
  public static final WindowFact NONE = new WindowFact(false, null, null, null);
}
