package kz.miras.registrar.achievement;

import java.util.OptionalInt;

/** What becomes of a student at the end of a course (PRO-3). */
public enum PromotionOutcome {
  PROMOTED(4),
  /** Promoted; the debts are closed on a paid basis. */
  PROMOTED_WITH_DEBT(4),
  /** Repeat year, paid; the grant is lost. */
  REPEAT(23),
  GRADUATED(0);

  private final int transferStatus;

  PromotionOutcome(int transferStatus) {
    this.transferStatus = transferStatus;
  }

  /** The ministry's transferStatus; empty for graduates. */
  public OptionalInt transferStatus() {
    return transferStatus == 0 ? OptionalInt.empty() : OptionalInt.of(transferStatus);
  }

  /** Message key of the name. */
  public String key() {
    return "achievement.promotion." + name();
  }
}
