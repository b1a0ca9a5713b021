package kz.miras.registrar.achievement.trial;

import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * The tried rules beside those of the time: as if they had been in force in the terms of the
 * period, and on the day that is judged.
 */
public final class TrialRules {

  /** Code under which results of the period stand while the rules are tried. */
  public static final String CODE = "trial";

  private final RuleSet tried;
  private final Set<TermRef> period;
  private final Function<String, RuleSet> named;
  private final RuleSet inForce;

  /**
   * Rules to be tried.
   *
   * @param period terms whose results are derived anew
   * @param named finds the rules of a code
   * @param inForce the rules of the day that is judged
   */
  public TrialRules(
      RuleSet tried, Set<TermRef> period, Function<String, RuleSet> named, RuleSet inForce) {
    this.tried = Objects.requireNonNull(tried, "tried");
    this.period = Set.copyOf(period);
    this.named = Objects.requireNonNull(named, "named");
    this.inForce = Objects.requireNonNull(inForce, "inForce");
  }

  /** Whether results of a term are derived anew. */
  public boolean covers(TermRef term) {
    return period.contains(term);
  }

  public RuleSet tried() {
    return tried;
  }

  /** The rules of the day that is judged, as they are. */
  public RuleSet inForce() {
    return inForce;
  }

  /** The rules an entry was given by. */
  RuleSet of(LedgerEntry entry) {
    return named.apply(entry.result().ruleSetCode());
  }

  /** How a history counts as it is. */
  public RulesOfTime before() {
    return RulesOfTime.of(named, inForce);
  }

  /** How it counts while they are tried. */
  public RulesOfTime after() {
    return RulesOfTime.of(code -> CODE.equals(code) ? tried : named.apply(code), tried);
  }
}
