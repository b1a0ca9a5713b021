package kz.miras.registrar.achievement.trial;

import java.io.Serializable;
import java.util.EnumSet;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.RuleParameter;

/**
 * One result of the period, before and after.
 *
 * <p>Immutable.
 *
 * @param position of the entry
 * @param before the grade as it stands
 * @param after the grade by the tried rules; null where the sitting falls away
 * @param rating РД by the tried rules; null where there is none
 * @param countedBefore whether it is the attempt that counts
 * @param countedAfter the same by the tried rules
 * @param by the parameters that make the difference, where it can be told
 */
public record TrialResult(
    long position,
    String discipline,
    TrialWay way,
    Grade before,
    Grade after,
    Integer rating,
    boolean countedBefore,
    boolean countedAfter,
    Set<RuleParameter> by)
    implements Serializable {

  public TrialResult {
    by = by.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(by));
  }

  /** The same with the answer whether it counts. */
  TrialResult counted(boolean countsBefore, boolean countsAfter, Set<RuleParameter> why) {
    return new TrialResult(
        position, discipline, way, before, after, rating, countsBefore, countsAfter, why);
  }

  /** Whether the grade is another, or the sitting would not have been. */
  public boolean gradeDiffers() {
    return !Objects.equals(before, after);
  }

  /** Whether another attempt would count. */
  public boolean countingDiffers() {
    return countedBefore != countedAfter;
  }

  /** Whether anything of it differs. */
  public boolean differs() {
    return gradeDiffers() || countingDiffers();
  }
}
