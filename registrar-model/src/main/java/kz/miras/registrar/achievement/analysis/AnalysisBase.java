package kz.miras.registrar.achievement.analysis;

import java.util.Collection;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Keyed;

/** PRG-4. Whether who is excused belongs to the base of the rates; named beside every rate. */
public enum AnalysisBase implements Keyed {
  WITHOUT_EXCUSED,
  WITH_EXCUSED,
  /** The results stand under rules that differ in it; each is counted by its own. */
  BY_RULES_OF_EACH;

  /**
   * The base of results.
   *
   * @param rules those the results stand under; none counts as without the excused
   */
  public static AnalysisBase of(Collection<RuleSet> rules) {
    long with =
        rules.stream().filter(set -> set.flag(RuleParameter.REPORT_EXCUSED_IN_BASE)).count();
    if (with == 0) {
      return WITHOUT_EXCUSED;
    }
    return with == rules.size() ? WITH_EXCUSED : BY_RULES_OF_EACH;
  }

  @Override
  public String key() {
    return "achievement.base." + name();
  }
}
