package kz.miras.registrar.registration.plan;

import java.io.Serializable;

/**
 * Credits of a part of the curriculum: what it asks for and how far the student is.
 *
 * @param required by the curriculum; what is exempt from is not
 * @param done passed or recognised; no more than required
 * @param inProgress studied now
 * @param planned in a study plan
 */
public record DegreeVolume(int required, int done, int inProgress, int planned)
    implements Serializable {

  public static final DegreeVolume NONE = new DegreeVolume(0, 0, 0, 0);

  /** The volume of one line. */
  static DegreeVolume of(int credits, DegreeState state) {
    return new DegreeVolume(
        state == DegreeState.EXEMPT ? 0 : credits,
        state == DegreeState.DONE ? credits : 0,
        state == DegreeState.IN_PROGRESS ? credits : 0,
        state == DegreeState.PLANNED ? credits : 0);
  }

  /** What counts towards a requirement: no more than it, and what is surer first. */
  static DegreeVolume capped(int required, int done, int inProgress, int planned) {
    int sure = Math.min(required, done);
    int soon = Math.min(required - sure, inProgress);
    return new DegreeVolume(required, sure, soon, Math.min(required - sure - soon, planned));
  }

  /** The volume with credits of a minor in it. */
  DegreeVolume with(DegreeState state, int credits) {
    return new DegreeVolume(
        required,
        done + (state == DegreeState.DONE ? credits : 0),
        inProgress + (state == DegreeState.IN_PROGRESS ? credits : 0),
        planned + (state == DegreeState.PLANNED ? credits : 0));
  }

  /** Credits still without any plan. */
  public int missing() {
    return required - done - inProgress - planned;
  }

  /** Whether every credit is passed. */
  public boolean isDone() {
    return done >= required;
  }

  DegreeVolume plus(DegreeVolume other) {
    return new DegreeVolume(
        required + other.required,
        done + other.done,
        inProgress + other.inProgress,
        planned + other.planned);
  }
}
