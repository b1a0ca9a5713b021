package kz.miras.registrar.registration;

import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/** States of an enrolment (domain 2.2, item states). */
public enum EnrolmentStatus implements Keyed {
  /** Waits for payment or approval; holds no seat. */
  REQUESTED,
  WAITLISTED,
  ENROLLED,
  /** Left inside the change window: no trace in the transcript. */
  DROPPED,
  /** Left after the window: W. */
  WITHDRAWN,
  /** The group was not opened (REG-4). */
  CANCELLED_BY_OR,
  COMPLETED;

  /** Holds seats that have to be given back when it ends. */
  public boolean holdsSeats() {
    return this == ENROLLED || this == COMPLETED;
  }

  /** Counts as taking the discipline; at most one such per student and offering. */
  public boolean isActive() {
    return active().contains(this);
  }

  /** States that count as taking the discipline. */
  public static Set<EnrolmentStatus> active() {
    return EnumSet.of(REQUESTED, WAITLISTED, ENROLLED, COMPLETED);
  }

  /** States that something may still happen to. */
  public static Set<EnrolmentStatus> open() {
    return EnumSet.of(REQUESTED, WAITLISTED, ENROLLED);
  }

  /** States that may follow. */
  public Set<EnrolmentStatus> next() {
    return switch (this) {
      case REQUESTED, WAITLISTED -> EnumSet.of(ENROLLED, DROPPED, CANCELLED_BY_OR);
      case ENROLLED -> EnumSet.of(DROPPED, WITHDRAWN, CANCELLED_BY_OR, COMPLETED);
      case DROPPED, WITHDRAWN, CANCELLED_BY_OR, COMPLETED -> EnumSet.noneOf(EnrolmentStatus.class);
    };
  }

  @Override
  public String key() {
    return "registration.status." + name();
  }
}
