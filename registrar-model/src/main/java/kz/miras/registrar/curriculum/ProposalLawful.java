package kz.miras.registrar.curriculum;

import java.time.LocalDate;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * PAR-5, PAR-6. Rules bind forward only, and two people make them: a set begins after the day it is
 * decided and after the set it follows, and whoever proposed it does not approve it.
 */
public final class ProposalLawful {

  private ProposalLawful() {}

  /**
   * Judges values and date of a proposal.
   *
   * @param values text by parameter
   * @param validFrom first day it shall be in force
   * @param today the university's today
   * @param latest first day of the newest set of the level, null where there is none
   */
  public static Verdict judge(
      Map<RuleParameter, String> values, LocalDate validFrom, LocalDate today, LocalDate latest) {
    return RuleSetSound.judge(values).and(forward(validFrom, today, latest));
  }

  /** PAR-5 alone, judged again when it is approved. */
  public static Verdict forward(LocalDate validFrom, LocalDate today, LocalDate latest) {
    if (!validFrom.isAfter(today)) {
      return refused("curriculum.rule.backdated", "PAR-5", today.plusDays(1));
    }
    return latest != null && !validFrom.isAfter(latest)
        ? refused("curriculum.rule.before-latest", "PAR-5", latest)
        : Verdict.allowed();
  }

  /** PAR-6. */
  public static Verdict fourEyes(String proposedBy, String decidedBy) {
    return proposedBy.equals(decidedBy)
        ? Verdict.refused(Refusal.of("curriculum.rule.own-proposal", "PAR-6"))
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, LocalDate day) {
    return Verdict.refused(Refusal.of(code, rule, day).at("validFrom"));
  }
}
