package kz.miras.registrar.achievement.service.integrity;

import kz.miras.registrar.shared.Refusal;

/**
 * A flag that was found, with the keys of what it is about; null where it is about none.
 *
 * @param flag rule, words and figures
 * @param ruleSet code of the thresholds
 * @param login of who asked for the correction
 */
record Found(
    Refusal flag,
    String ruleSet,
    Long sheet,
    Long correction,
    Long teacher,
    Long student,
    String login) {

  static Found sheet(Refusal flag, String ruleSet, long sheet, Long teacher) {
    return new Found(flag, ruleSet, sheet, null, teacher, null, null);
  }
}
