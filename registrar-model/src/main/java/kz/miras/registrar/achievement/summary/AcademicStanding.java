package kz.miras.registrar.achievement.summary;

import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.PromotionOutcome;
import kz.miras.registrar.curriculum.Credits;

/** STD-1. How a student stands, told by debts and by what becomes of the promotion. */
public enum AcademicStanding {
  /** Nothing is owed, and nothing stands against the next course. */
  GOOD,
  /** Something is owed, and the next course can be reached with it. */
  WITH_DEBT,
  /** As it is now the course would have to be repeated; the summer may still change it. */
  AT_RISK,
  /** The year is over and the course has to be repeated. */
  NOT_ELIGIBLE;

  /**
   * The standing.
   *
   * @param next what the promotion comes to on that day; where it cannot be decided, debts alone
   *     tell
   * @param debts credits of open debts
   */
  public static AcademicStanding of(PromotionDecision next, Credits debts) {
    if (next.outcome() == PromotionOutcome.REPEAT) {
      return next.verdict().provisional() ? AT_RISK : NOT_ELIGIBLE;
    }
    return debts.isZero() ? GOOD : WITH_DEBT;
  }

  /** Message key of the name. */
  public String key() {
    return "achievement.academic-standing." + name();
  }
}
