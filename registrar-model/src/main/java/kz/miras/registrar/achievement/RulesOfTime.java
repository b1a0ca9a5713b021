package kz.miras.registrar.achievement;

import java.util.Objects;
import java.util.function.Function;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.curriculum.Supersede;

/**
 * GPA-8, PAR-5. The rules by which a history counts: every result by those it was given by,
 * whatever came into force since; what is only shown, by those of the day that is asked about.
 */
public final class RulesOfTime {

  private final Function<String, RuleSet> named;
  private final RuleSet inForce;

  private RulesOfTime(Function<String, RuleSet> named, RuleSet inForce) {
    this.named = Objects.requireNonNull(named, "named");
    this.inForce = Objects.requireNonNull(inForce, "inForce");
  }

  /**
   * The rules of a history.
   *
   * @param named finds the rules of a code
   * @param inForce the rules of the day that is asked about
   */
  public static RulesOfTime of(Function<String, RuleSet> named, RuleSet inForce) {
    return new RulesOfTime(named, inForce);
  }

  /** One set of rules for all times. */
  public static RulesOfTime always(RuleSet rules) {
    return new RulesOfTime(code -> rules, rules);
  }

  /** The rules a result was given by; those of the day where it names none. */
  public RuleSet of(Result result) {
    return result.ruleSetCode() == null ? inForce : named.apply(result.ruleSetCode());
  }

  /** How a result is chosen against what stood before it. */
  public Supersede supersede(Result result) {
    return of(result).supersede();
  }

  /** ACH-10. Whether a result is an exemption that earns credits by its rules. */
  public boolean exemptionEarns(Result result) {
    return result.grade().isExempt() && of(result).flag(RuleParameter.EXEMPTION_EARNS_CREDITS);
  }

  /** The rules of the day that is asked about. */
  public RuleSet inForce() {
    return inForce;
  }
}
