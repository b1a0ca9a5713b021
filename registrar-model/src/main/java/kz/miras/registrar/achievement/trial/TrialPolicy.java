package kz.miras.registrar.achievement.trial;

import java.util.Collection;
import java.util.Map;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSetSound;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** TRI-5. Whether rules may be tried. */
public final class TrialPolicy {

  /** Trials that run beside each other on one server. */
  public static final int MOST = 2;

  private TrialPolicy() {}

  /**
   * Judges a wish to try.
   *
   * @param values text by parameter
   * @param period terms that are chosen
   * @param running trials that run already
   */
  public static Verdict judge(
      Map<RuleParameter, String> values, Collection<TermRef> period, int running) {
    Verdict verdict = RuleSetSound.judge(values);
    if (period.isEmpty()) {
      verdict =
          verdict.and(
              Verdict.refused(Refusal.of("achievement.trial.no-term", "TRI-5").at("terms")));
    }
    return running < MOST
        ? verdict
        : verdict.and(Verdict.refused(Refusal.of("achievement.trial.busy", "TRI-5", running)));
  }
}
