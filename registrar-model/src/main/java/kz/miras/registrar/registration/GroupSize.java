package kz.miras.registrar.registration;

import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-4. A group of an elective with fewer students than the minimum, or a stream beside another
 * one, is proposed for closing when registration closes, so that its students can still change;
 * compulsory disciplines and the groups of masters and doctors never are (O152 п.30).
 */
public final class GroupSize {

  private GroupSize() {}

  /**
   * Judges one group; a warning proposes to close it.
   *
   * @param component of the discipline in the curriculum of its students; null where it has none
   */
  public static Verdict judge(
      String group, int enrolled, Component component, Level level, RuleSet rules) {
    int least = rules.integer(RuleParameter.REG_MIN_GROUP);
    return isJudged(component, level) && enrolled < least
        ? Verdict.warning(Refusal.of("registration.group-small", "REG-4", group, enrolled, least))
        : Verdict.allowed();
  }

  /**
   * Judges one stream; a warning proposes to close it, so that its students go to another.
   *
   * @param others open streams of the same offering beside it: the only one is never proposed, for
   *     without it nobody could take a discipline whose groups are large enough
   * @param component of the discipline in the curriculum of its students; null where it has none
   */
  public static Verdict stream(
      String stream, int enrolled, int others, Component component, Level level, RuleSet rules) {
    int least = rules.integer(RuleParameter.REG_MIN_STREAM);
    return others > 0 && isJudged(component, level) && enrolled < least
        ? Verdict.warning(Refusal.of("registration.stream-small", "REG-4", stream, enrolled, least))
        : Verdict.allowed();
  }

  private static boolean isJudged(Component component, Level level) {
    return component != null && component.isStudentsChoice() && level.isHigherEducation();
  }
}
