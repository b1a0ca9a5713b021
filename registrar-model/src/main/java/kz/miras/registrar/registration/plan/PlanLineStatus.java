package kz.miras.registrar.registration.plan;

import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/** States of a line of an individual study plan. */
public enum PlanLineStatus implements Keyed {
  /** Chosen, not submitted; holds no seat. */
  CHOSEN,
  /** Lies with the adviser. */
  SUBMITTED,
  /**
   * Approved by the adviser, lies with the office (and before it the dean, where the dean signs).
   */
  APPROVED,
  /** Confirmed by the office. */
  REGISTERED,
  /** Given back with a remark; keeps its seat for a while. */
  RETURNED,
  /** No longer of the plan. */
  REMOVED;

  /** States that may follow. */
  public Set<PlanLineStatus> next() {
    return switch (this) {
      case CHOSEN -> EnumSet.of(SUBMITTED, REMOVED);
      case SUBMITTED -> EnumSet.of(APPROVED, RETURNED, REMOVED);
      case APPROVED -> EnumSet.of(REGISTERED, RETURNED, SUBMITTED, REMOVED);
      case REGISTERED -> EnumSet.of(SUBMITTED, RETURNED, REMOVED);
      case RETURNED -> EnumSet.of(CHOSEN, SUBMITTED, REMOVED);
      case REMOVED -> EnumSet.noneOf(PlanLineStatus.class);
    };
  }

  /**
   * IUP-5. Whether a line in this state may be submitted again as it is: it was given back, and
   * still has its seat or never wanted one.
   *
   * @param seated whether it has an enrolment
   * @param offered whether it names an offering
   */
  public boolean isResubmitted(boolean seated, boolean offered) {
    return this == RETURNED && (seated || !offered);
  }

  /**
   * IUP-5. Whether a line in this state may take a seat anew: it was given back, and its seat was
   * released meanwhile.
   *
   * @param seated whether it has an enrolment
   * @param offered whether it names an offering
   */
  public boolean isSeatedAnew(boolean seated, boolean offered) {
    return this == RETURNED && !seated && offered;
  }

  /** IUP-1. Whether a line in this state is taken out alone; an enrolment is left with its line. */
  public boolean isWithdrawn(boolean seated) {
    return !seated && next().contains(REMOVED);
  }

  @Override
  public String key() {
    return "registration.line." + name();
  }
}
