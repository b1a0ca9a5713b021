package kz.miras.registrar.registration.plan;

import kz.miras.registrar.registration.AcademicRecord;
import kz.miras.registrar.shared.Keyed;

/** How a discipline of the curriculum stands on the way to the degree. */
public enum DegreeState implements Keyed {
  /** Passed or recognised: its credits are there (CRD-6). */
  DONE,
  /** Exempt by a document: nothing to be taken, and no credits earned by it (ACH-10). */
  EXEMPT,
  /** Studied now; expected to be passed. */
  IN_PROGRESS,
  /** In the study plan of a coming term. */
  PLANNED,
  /** Tried and not passed, and not taken again yet. */
  FAILED,
  OPEN;

  /**
   * The state of a discipline.
   *
   * @param studied whether the student is on it now
   * @param planned whether a study plan names it
   */
  public static DegreeState of(AcademicRecord.Past past, boolean studied, boolean planned) {
    if (past.standing() == AcademicRecord.Standing.PASSED) {
      return past.exempt() ? EXEMPT : DONE;
    }
    if (studied) {
      return IN_PROGRESS;
    }
    if (planned) {
      return PLANNED;
    }
    return past.standing() == AcademicRecord.Standing.FAILED ? FAILED : OPEN;
  }

  /** Whether nothing has to be taken any more, if what is studied now is passed. */
  public boolean isBehind() {
    return this == DONE || this == EXEMPT || this == IN_PROGRESS;
  }

  @Override
  public String key() {
    return "registration.degree." + name();
  }
}
