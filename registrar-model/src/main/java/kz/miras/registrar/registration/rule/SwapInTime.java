package kz.miras.registrar.registration.rule;

import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.Leaving;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-5. A discipline that is to take the place of another one drops that one without a trace, so
 * it is judged as a drop; another group of the same discipline drops nothing. What has a seat, or
 * waits for one, is given up for a seat alone: a mere choice takes the place of a choice. Nothing
 * is asked for and given up at once.
 */
final class SwapInTime implements RegistrationRule {

  @Override
  public String number() {
    return "REG-5";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    if (line.replaces() == null || line.replaces().equals(line.discipline())) {
      return Verdict.allowed();
    }
    boolean seated = facts.line(line.replaces()).filter(old -> !old.chosen()).isPresent();
    Verdict verdict = Verdict.allowed();
    if (seated && !line.wantsSeat()) {
      verdict = verdict.and(refused("registration.swap-seat", line));
    }
    if (facts.together().contains(line.replaces())) {
      verdict = verdict.and(refused("registration.swap-both", line));
    }
    return facts.changesUntil() == null ? verdict : verdict.and(inTime(seated, facts));
  }

  private Verdict refused(String code, WantedLine line) {
    return Verdict.refused(Refusal.of(code, number(), line.discipline(), line.replaces()));
  }

  private static Verdict inTime(boolean seated, PlanFacts facts) {
    return seated
        ? Leaving.dropped(facts.now(), facts.changesUntil())
        : Leaving.unseated(false, true, facts.now(), facts.changesUntil());
  }
}
