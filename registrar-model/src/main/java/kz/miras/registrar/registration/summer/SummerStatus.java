package kz.miras.registrar.registration.summer;

import kz.miras.registrar.shared.Keyed;

/** How far the plan of a summer semester is. */
public enum SummerStatus implements Keyed {
  /** Being prepared; the only state in which it changes. */
  DRAFT,
  /** The director has submitted it. */
  SUBMITTED,
  /** Applications may come in their time. */
  APPROVED,
  /** Over and reported. */
  CLOSED;

  public boolean isDraft() {
    return this == DRAFT;
  }

  /** Whether its plan is approved, over or not. */
  public boolean isApproved() {
    return this == APPROVED || this == CLOSED;
  }

  @Override
  public String key() {
    return "registration.summer-status." + name();
  }
}
