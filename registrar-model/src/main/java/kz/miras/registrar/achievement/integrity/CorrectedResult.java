package kz.miras.registrar.achievement.integrity;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import kz.miras.registrar.curriculum.GradeScale;

/**
 * A posted result and what a correction has made of it.
 *
 * @param closed day the sheet was closed; null where the result stands on no sheet
 * @param corrected day the correcting entry was recorded
 * @param before percent of the result, 0 to 100; null where it has none
 * @param after percent of the correcting entry; null where it has none
 * @param date of the grade, which tells its scale
 */
public record CorrectedResult(
    LocalDate closed, LocalDate corrected, Integer before, Integer after, LocalDate date) {

  public CorrectedResult {
    Objects.requireNonNull(corrected, "corrected");
    Objects.requireNonNull(date, "date");
  }

  /** Days between the closing of the sheet and the correction; 0 where there is no sheet. */
  int days() {
    return closed == null ? 0 : (int) ChronoUnit.DAYS.between(closed, corrected);
  }

  /**
   * Whether it lifts the result over the border of a traditional mark that it had missed by few.
   *
   * @param few percent
   */
  boolean liftsOverBorder(int few) {
    if (before == null || after == null || after <= before) {
      return false;
    }
    GradeScale scale = GradeScale.on(date);
    for (int border = before + 1; border <= Math.min(before + few, after); border++) {
      if (scale.traditional(scale.letterFor(border))
          != scale.traditional(scale.letterFor(border - 1))) {
        return true;
      }
    }
    return false;
  }
}
