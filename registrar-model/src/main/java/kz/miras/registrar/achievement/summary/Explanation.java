package kz.miras.registrar.achievement.summary;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.LocalizedText;

/**
 * ACH-9. Why a figure is what it is, so that anyone can add it up again.
 *
 * <p>Immutable.
 *
 * @param figure what is explained
 * @param of the year or term it is of, as {@link AchievementSummary} names it; null for the whole
 * @param value as it is printed; null where there is none
 * @param lines the entries in order, those that are left out too
 * @param points sum of credits · digital equivalent; null where the figure is no average
 * @param credits sum of the credits that count
 * @param rules each once
 * @param ruleSets codes of the rule sets the entries were given by, each once
 */
public record Explanation(
    Figure figure,
    String of,
    BigDecimal value,
    List<Line> lines,
    BigDecimal points,
    int credits,
    List<CountingRule> rules,
    List<String> ruleSets)
    implements Serializable {

  public Explanation {
    lines = List.copyOf(lines);
    rules = List.copyOf(rules);
    ruleSets = List.copyOf(ruleSets);
  }

  /**
   * One entry.
   *
   * @param position place in the history
   * @param group message key of what it is summed up under; null where there are no groups
   * @param sign letter or mark
   * @param digital digital equivalent; null where it has none or is not in the sum
   * @param points credits · digital equivalent; null where it is not in the sum
   * @param taken whether it is in the sum
   * @param why message key of the reason
   * @param rule what says so
   */
  public record Line(
      long position,
      String code,
      LocalizedText name,
      TermRef term,
      String group,
      int credits,
      String sign,
      BigDecimal digital,
      BigDecimal points,
      boolean taken,
      String why,
      CountingRule rule,
      String ruleSet,
      String document,
      LocalDate date)
      implements Serializable {}
}
