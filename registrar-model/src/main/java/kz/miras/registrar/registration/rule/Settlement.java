package kz.miras.registrar.registration.rule;

import kz.miras.registrar.shared.Verdict;

/**
 * REG-2. What becomes of an enrolment when the result of a prerequisite arrives or changes: one
 * that held until then is firm or ends at the start of the term; everything later, and whatever was
 * firm already, is kept until the office decides (O152 п.33, 35).
 */
public enum Settlement {
  /** Nothing changes. */
  KEPT,
  /** Holds, from now on only until a mark arrives. */
  OPEN,
  /** Nothing is open any more. */
  FIRM,
  /** Its seat goes on to others. */
  ENDS,
  /** The seat is kept, the office decides. */
  TO_DECIDE;

  /**
   * The outcome for one enrolment.
   *
   * @param prerequisites what REG-2 says of it now, beside all that is taken
   * @param provisional whether it held only until a mark arrives
   * @param asked whether the office has been asked already and has not decided
   * @param changeable whether students may still change what they take in the term
   */
  public static Settlement of(
      Verdict prerequisites, boolean provisional, boolean asked, boolean changeable) {
    if (!prerequisites.isAllowed()) {
      if (asked) {
        return KEPT;
      }
      return provisional && changeable ? ENDS : TO_DECIDE;
    }
    if (prerequisites.provisional()) {
      return provisional ? KEPT : OPEN;
    }
    return provisional ? FIRM : KEPT;
  }

  /**
   * REG-2, REG-17. Whether an enrolment the office has let stay is firm: a decision sets aside the
   * one rule it names, whatever else the enrolment stands on is still to come.
   *
   * @param prerequisites what REG-2 says of it now, decisions counted
   * @param corequisites what REG-17 says of it now, decisions counted
   */
  public static boolean isFirm(Verdict prerequisites, Verdict corequisites) {
    Verdict both = prerequisites.and(corequisites);
    return both.isAllowed() && !both.provisional();
  }
}
