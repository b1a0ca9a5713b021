package kz.miras.registrar.achievement.trial;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.curriculum.RuleParameter;

/** Of which parameters a trial shows the effect. */
public final class TrialParameters {

  private static final Set<RuleParameter> SHOWN =
      Collections.unmodifiableSet(
          EnumSet.of(
              RuleParameter.WEIGHT_RATING,
              RuleParameter.WEIGHT_EXAM,
              RuleParameter.WEIGHT_FIRST_PERIOD,
              RuleParameter.ADMISSION_THRESHOLD,
              RuleParameter.EXAM_MIN,
              RuleParameter.FAIL_MODE,
              RuleParameter.SUPERSEDE,
              RuleParameter.FX_RETAKES,
              RuleParameter.ROUNDING,
              RuleParameter.INCOMPLETE_DEADLINE_DAYS,
              RuleParameter.EXEMPTION_EARNS_CREDITS,
              RuleParameter.GPA_DIGITS,
              RuleParameter.GPA_INCLUDE_FAIL,
              RuleParameter.PROMOTION_GPA_BASIS,
              RuleParameter.PROMOTION_THRESHOLDS,
              RuleParameter.PROMOTION_DECISION_NUMBER,
              RuleParameter.PROMOTION_DECISION_DATE,
              RuleParameter.PROMOTION_MAX_DEBT_CREDITS));

  private TrialParameters() {}

  /** Whether a trial shows what a parameter does to results, debts, averages and standings. */
  public static boolean isShown(RuleParameter parameter) {
    return SHOWN.contains(parameter);
  }
}
