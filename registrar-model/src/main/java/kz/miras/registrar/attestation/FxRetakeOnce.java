package kz.miras.registrar.attestation;

import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CTL-7. The exam may be retaken after FX, not more than once, without repeating the course (O152
 * п.36, O595 п.42); not after F (CTL-8), not to raise a pass (CTL-9), not for the state exam.
 */
public final class FxRetakeOnce {

  private FxRetakeOnce() {}

  /**
   * Whether an attempt may be continued by an FX retake.
   *
   * @param last the result the attempt stands at
   * @param used FX retakes this attempt has used
   * @param term the term of the attempt
   */
  public static Verdict judge(
      Grade last, ControlForm form, int used, TermType term, RuleSet rules) {
    if (last.passes()) {
      return refused("attestation.fx.already-passed", "CTL-9");
    }
    if (last.letter() != Letter.FX) {
      return refused("attestation.fx.not-fx", "CTL-8");
    }
    if (used >= rules.fxRetakes()) {
      return Verdict.refused(Refusal.of("attestation.fx.used-up", "CTL-7", rules.fxRetakes()));
    }
    if (!form.offersFxRetake()) {
      return refused("attestation.fx.not-offered", "GOS-5");
    }
    if (term.isSummer() && !rules.flag(RuleParameter.SUMMER_FX_RETAKE)) {
      return refused("attestation.fx.not-in-summer", "SUM-5");
    }
    return Verdict.allowed();
  }

  private static Verdict refused(String code, String rule) {
    return Verdict.refused(Refusal.of(code, rule));
  }
}
