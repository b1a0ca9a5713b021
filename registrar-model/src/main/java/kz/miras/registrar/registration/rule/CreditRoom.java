package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.List;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;

/**
 * REG-8, REG-14, REG-18, SUM-3. Credits of a student's term beside the limits that count for it, so
 * that what is left is seen before anything is refused. In the summer one limit counts for
 * everything: there the usual and the highest one are the same and nothing is counted apart.
 *
 * @param planned credits taken, waited for and wanted within the limit of the term
 * @param least a whole plan with fewer, of every kind together, is warned of: the usual least, or
 *     what is left of the programme; 0 in the summer
 * @param usual beyond it the office decides
 * @param most nobody goes beyond
 * @param apart credits of debts, repeats and differences, which have a limit of their own
 * @param apartMost that limit; 0 in the summer
 */
public record CreditRoom(int planned, int least, int usual, int most, int apart, int apartMost)
    implements Serializable {

  /** The room of a term once these lines are taken too. */
  public static CreditRoom of(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    if (facts.kind() == TermKind.SUMMER) {
      int most = rules.integer(RuleParameter.SUMMER_MAX_CREDITS);
      return new CreditRoom(CountedCredits.of(lines, facts, type -> true), 0, most, most, 0, 0);
    }
    return new CreditRoom(
        CountedCredits.of(lines, facts, type -> !type.hasOwnLimit()),
        CreditFloor.least(facts, rules),
        CreditLimits.usual(facts, rules),
        rules.integer(RuleParameter.REG_HARD_CREDITS),
        CountedCredits.of(lines, facts, EnrolmentType::hasOwnLimit),
        rules.integer(RuleParameter.REG_DEBT_CREDITS));
  }

  /** Credits left until the usual limit. */
  public int left() {
    return Math.max(0, usual - planned);
  }

  /** Credits left for debts, repeats and differences. */
  public int apartLeft() {
    return Math.max(0, apartMost - apart);
  }

  /** Whether a decision of the office is needed. */
  public boolean isBeyondUsual() {
    return planned > usual && planned <= most;
  }

  /** Whether it is refused, whoever asks. */
  public boolean isBeyondMost() {
    return planned > most;
  }

  public boolean isBeyondApart() {
    return apart > apartMost;
  }

  /** Whether a whole plan with so few would be warned of. */
  public boolean isBelowLeast() {
    return planned + apart < least;
  }
}
