package kz.miras.registrar.registration.summer;

import kz.miras.registrar.shared.Keyed;

/** What was decided about a discipline of the summer semester. */
public enum SummerGroupStatus implements Keyed {
  /** Not decided: applications are collected. */
  PLANNED,
  /** Groups are opened. */
  OPENED,
  /** Taught to fewer than the minimum, at a price of its own. */
  INDIVIDUAL,
  /** Not taught this summer. */
  REFUSED;

  /** Whether who pays gets a seat. */
  public boolean isTaught() {
    return this == OPENED || this == INDIVIDUAL;
  }

  @Override
  public String key() {
    return "registration.summer-group." + name();
  }
}
