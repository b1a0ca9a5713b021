package kz.miras.registrar.registration;

import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-4. A group of an elective with fewer students than the minimum is proposed for closing when
 * registration closes, so that its students can still change; compulsory disciplines and the groups
 * of masters and doctors never are (O152 п.30).
 */
public final class GroupSize {

  private GroupSize() {}

  /**
   * Judges one group; a warning proposes to cancel it.
   *
   * @param component of the discipline in the curriculum of its students; null where it has none
   */
  public static Verdict judge(
      String group, int enrolled, Component component, Level level, RuleSet rules) {
    int least = rules.integer(RuleParameter.REG_MIN_GROUP);
    boolean chosen = component != null && component.isStudentsChoice();
    return chosen && level.isHigherEducation() && enrolled < least
        ? Verdict.warning(Refusal.of("registration.group-small", "REG-4", group, enrolled, least))
        : Verdict.allowed();
  }
}
