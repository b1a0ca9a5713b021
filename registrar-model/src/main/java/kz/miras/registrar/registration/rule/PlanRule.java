package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Verdict;

/** One rule about everything a student wants in a term together. */
public interface PlanRule {

  /** Its number; the number of every refusal it makes. */
  String number();

  /**
   * Judges what is wanted, together with what is taken already.
   *
   * @param lines what is wanted now; not empty
   */
  Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules);

  /** Whether a decision of the office may set it aside for one student. */
  default boolean waivable() {
    return false;
  }
}
