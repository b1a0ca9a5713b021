package kz.miras.registrar.attestation.retake;

import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** FXR-4. Who may examine an FX retake: anybody, or nobody who gave the FX. */
public final class FxExaminer {

  private FxExaminer() {}

  /**
   * Whether somebody may examine a sheet.
   *
   * @param first who examined the sheet it continues; null for nobody
   * @param examiner who is to examine it; null for nobody yet
   */
  public static Verdict judge(SheetKind kind, RuleSet rules, Long first, Long examiner) {
    boolean same = examiner != null && examiner.equals(first);
    return kind == SheetKind.FX && same && rules.flag(RuleParameter.FX_OTHER_EXAMINER)
        ? Verdict.refused(Refusal.of("attestation.fx.examiner", "FXR-4").at("examiner"))
        : Verdict.allowed();
  }

  /** Who examines the retake where nobody is named: who examined first, where that may be. */
  public static Long usual(SheetKind kind, RuleSet rules, Long first) {
    return judge(kind, rules, first, first).isAllowed() ? first : null;
  }
}
