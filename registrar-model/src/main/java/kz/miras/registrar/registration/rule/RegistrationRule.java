package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Verdict;

/** One rule about one wanted discipline: a plain function of facts and dated parameters. */
public interface RegistrationRule {

  /** Its number, for example {@code REG-8}; the number of every refusal it makes. */
  String number();

  /** Judges one line. Allowed where the rule has nothing to say about it. */
  Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules);

  /** Whether a decision of the office may set it aside for one student. */
  default boolean waivable() {
    return false;
  }
}
