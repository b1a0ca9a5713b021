package kz.miras.registrar.achievement.trial;

import java.io.Serializable;
import java.math.BigDecimal;
import kz.miras.registrar.shared.Keyed;

/**
 * The figures of one student, before and after.
 *
 * @param before by the rules as they are
 * @param after by the tried rules
 */
public record TrialDifference(TrialFigures before, TrialFigures after) implements Serializable {

  /** Which way a student crosses the threshold of promotion. */
  public enum Crossing implements Keyed {
    NONE,
    BELOW,
    ABOVE;

    @Override
    public String key() {
      return "achievement.trial.crossing." + name();
    }
  }

  /** Whether the average of the whole study or of the year is another, as printed. */
  public boolean gpaDiffers() {
    return differ(before.gpa(), after.gpa()) || differ(before.yearGpa(), after.yearGpa());
  }

  /** Whether another number or another sum of credits is owed. */
  public boolean debtsDiffer() {
    return before.debts() != after.debts() || before.debtCredits() != after.debtCredits();
  }

  public boolean earnedDiffers() {
    return before.earned() != after.earned();
  }

  public boolean standingDiffers() {
    return before.standing() != after.standing();
  }

  public boolean promotionDiffers() {
    return before.promotion() != after.promotion();
  }

  /** Whether any figure is another. */
  public boolean differs() {
    return gpaDiffers()
        || debtsDiffer()
        || earnedDiffers()
        || standingDiffers()
        || promotionDiffers()
        || crossing() != Crossing.NONE;
  }

  /** Which way the threshold is crossed; a student without an average crosses none. */
  public Crossing crossing() {
    boolean none = before.compared() == null && after.compared() == null;
    if (none || before.reaches() == after.reaches()) {
      return Crossing.NONE;
    }
    return after.reaches() ? Crossing.ABOVE : Crossing.BELOW;
  }

  private static boolean differ(BigDecimal one, BigDecimal other) {
    return one == null || other == null ? one != other : one.compareTo(other) != 0;
  }
}
