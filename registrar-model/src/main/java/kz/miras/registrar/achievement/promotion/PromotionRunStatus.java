package kz.miras.registrar.achievement.promotion;

import kz.miras.registrar.shared.Keyed;

/** How far the end of a year is for a school. */
public enum PromotionRunStatus implements Keyed {
  /** Proposed and worked on by the office; a preview while something of the year is open. */
  DRAFT,
  /** Submitted by the dean. */
  SUBMITTED,
  /** Agreed by the director. */
  AGREED,
  /** The signed order is entered. */
  ORDERED;

  @Override
  public String key() {
    return "achievement.promotion.status." + name();
  }
}
