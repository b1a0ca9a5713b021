package kz.miras.registrar.attestation.appeal;

import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/** How far an appeal has come (domain 2.6). */
public enum AppealStatus implements Keyed {
  SUBMITTED,
  /** The office has put it before a commission. */
  ACCEPTED,
  /** Refused for its form; the result may be appealed anew while there is time. */
  REJECTED,
  /** Hour and place of the hearing are named. */
  UNDER_REVIEW,
  /** The protocol is written; what keeps the result needs nothing more. */
  DECIDED,
  /** The new result is in the history. */
  APPLIED;

  /** States that may follow; a decision about a result that moved meanwhile is heard again. */
  public Set<AppealStatus> next() {
    return switch (this) {
      case SUBMITTED -> EnumSet.of(ACCEPTED, REJECTED);
      case ACCEPTED -> EnumSet.of(UNDER_REVIEW);
      case UNDER_REVIEW -> EnumSet.of(UNDER_REVIEW, DECIDED);
      case DECIDED -> EnumSet.of(UNDER_REVIEW, APPLIED);
      case REJECTED, APPLIED -> EnumSet.noneOf(AppealStatus.class);
    };
  }

  public boolean canBecome(AppealStatus other) {
    return next().contains(other);
  }

  /** A commission has it and has not decided yet. */
  public boolean isBeforeCommission() {
    return this == ACCEPTED || this == UNDER_REVIEW;
  }

  /** A protocol stands behind it. */
  public boolean isDecided() {
    return this == DECIDED || this == APPLIED;
  }

  /**
   * DOC-70. Whether its protocol is the last word: what changes the result is settled while that
   * result stands, and for good once it is entered.
   *
   * @param outcome null before a commission has decided
   * @param moved whether the result was corrected since it was appealed
   */
  public boolean isSettled(AppealOutcome outcome, boolean moved) {
    return this == APPLIED || this == DECIDED && !(outcome.changesResult() && moved);
  }

  @Override
  public String key() {
    return "attestation.appeal.status." + name();
  }
}
