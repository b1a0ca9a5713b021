package kz.miras.registrar.registration.summer;

import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/** How an application for the summer semester stands. */
public enum SummerApplicationStatus implements Keyed {
  /** Waits for the group to be opened. */
  APPLIED,
  /** The group is opened: the payment is asked for, then the seat is given. */
  ACCEPTED,
  /** The discipline is not taught, or the student cannot take it. */
  REFUSED,
  /** Taken back, or let go unpaid. */
  WITHDRAWN;

  /** States that count; at most one such for a student and discipline. */
  public static Set<SummerApplicationStatus> active() {
    return EnumSet.of(APPLIED, ACCEPTED);
  }

  public boolean isActive() {
    return active().contains(this);
  }

  @Override
  public String key() {
    return "registration.summer-application." + name();
  }
}
