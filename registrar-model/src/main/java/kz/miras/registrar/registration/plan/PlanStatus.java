package kz.miras.registrar.registration.plan;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/** States of an individual study plan; they follow from those of its lines (domain 2.2). */
public enum PlanStatus implements Keyed {
  DRAFT,
  /** Some line lies with the adviser. */
  SUBMITTED,
  /** Every line is approved; the dean, where the dean signs, or the office is next. */
  ADVISER_APPROVED,
  /** The dean has signed; the office is next. */
  DEAN_SIGNED,
  /** Every line is confirmed. */
  REGISTERED,
  /** Some line was given back with a remark. */
  RETURNED,
  /** Confirmed once, and being changed by the student. */
  AMENDING,
  /** The academic year is over. */
  CLOSED;

  /**
   * The state of a plan whose lines stand so.
   *
   * @param lines states of its lines; removed ones do not count
   * @param signed whether the dean has signed what is approved
   */
  public static PlanStatus of(Collection<PlanLineStatus> lines, boolean signed) {
    Set<PlanLineStatus> found = EnumSet.noneOf(PlanLineStatus.class);
    found.addAll(lines);
    found.remove(PlanLineStatus.REMOVED);
    if (found.contains(PlanLineStatus.RETURNED)) {
      return RETURNED;
    }
    if (found.contains(PlanLineStatus.SUBMITTED)) {
      return SUBMITTED;
    }
    if (found.contains(PlanLineStatus.CHOSEN)) {
      return found.size() > 1 ? AMENDING : DRAFT;
    }
    if (found.contains(PlanLineStatus.APPROVED)) {
      return signed ? DEAN_SIGNED : ADVISER_APPROVED;
    }
    return found.isEmpty() ? DRAFT : REGISTERED;
  }

  /**
   * IUP-1. Whether lines of a plan in this state pass from one state to another: not once its year
   * is over.
   */
  public boolean lets(PlanLineStatus from, PlanLineStatus to) {
    return this != CLOSED && from.next().contains(to);
  }

  /**
   * IUP-6. Whether the dean may sign a plan in this state: something is approved, nothing more lies
   * with the adviser, and it has not been signed. Lines that were given back, or are only chosen,
   * are signed when they come.
   *
   * @param lines states of its lines
   */
  public boolean isSignable(boolean signed, Collection<PlanLineStatus> lines) {
    return this != CLOSED
        && !signed
        && lines.contains(PlanLineStatus.APPROVED)
        && !lines.contains(PlanLineStatus.SUBMITTED);
  }

  @Override
  public String key() {
    return "registration.plan-status." + name();
  }
}
