package kz.miras.registrar.attestation;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** SHT-31. Opening the formed sheets of a session in one act. */
public final class OpeningTogether {

  private OpeningTogether() {}

  /**
   * Whether a sheet is opened with the others: one nobody examines is left out and named, since
   * nobody could type its scores.
   *
   * @param number of the sheet
   * @param examiner key of who examines it; null for nobody
   */
  public static Verdict judge(String number, Long examiner) {
    return examiner == null
        ? Verdict.refused(Refusal.of("attestation.together.no-examiner", "SHT-31", number))
        : Verdict.allowed();
  }
}
