package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.registration.PersonalWindow;
import kz.miras.registrar.registration.WindowKind;

/**
 * A window a student may register in; the student's own time ticket is counted in.
 *
 * @param open whether it is open now for this student
 * @param kind null where there is none
 * @param opensAt when it opens for this student; null where no window is planned or it is off
 * @param closesAt when it closes; null where no window is planned or it is off
 */
public record WindowFact(boolean open, WindowKind kind, Instant opensAt, Instant closesAt)
    implements Serializable {

  /** No window concerns the student. */
  public static final WindowFact NONE = new WindowFact(false, null, null, null);

  /** The one of a student's windows that tells where registration stands. */
  public static WindowFact of(List<PersonalWindow> own, Instant now) {
    return PersonalWindow.telling(own, now)
        .map(one -> new WindowFact(one.isOpenAt(now), one.kind(), one.opensAt(), one.closesAt()))
        .orElse(NONE);
  }

  /** Whether the stage is switched off for the student. */
  public boolean isOff() {
    return !open && kind != null && opensAt == null && closesAt == null;
  }
}
