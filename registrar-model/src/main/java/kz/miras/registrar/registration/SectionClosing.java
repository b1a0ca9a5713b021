package kz.miras.registrar.registration;

import kz.miras.registrar.shared.Keyed;

/** REG-4. What was said of closing a group that is too small. */
public enum SectionClosing implements Keyed {
  /** It was too small when registration closed; somebody has to decide. */
  PROPOSED,
  /** It was decided to let it run all the same. */
  LEFT;

  /**
   * What is said once registration has closed.
   *
   * @param said so far; null for nothing
   * @param small whether the group is below the minimum now
   * @return null for nothing; a decision to let it run stands
   */
  public static SectionClosing after(SectionClosing said, boolean small) {
    if (said == LEFT) {
      return LEFT;
    }
    return small ? PROPOSED : null;
  }

  @Override
  public String key() {
    return "registration.closing." + name();
  }
}
