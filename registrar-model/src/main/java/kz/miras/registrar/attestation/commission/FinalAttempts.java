package kz.miras.registrar.attestation.commission;

import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** AK-9. Whether a part of the final attestation may be taken, after what was taken before. */
public final class FinalAttempts {

  private FinalAttempts() {}

  /**
   * Judges another attempt.
   *
   * @param before what stands of the final attestation
   * @param discipline key of the part that is to be taken
   * @param year academic year of the commission
   * @param studentNo whose
   */
  public static Verdict judge(
      List<FinalRecord.Attested> before, long discipline, int year, String studentNo) {
    Verdict verdict = Verdict.allowed();
    for (FinalRecord.Attested one : before) {
      if (one.discipline() == discipline) {
        if (one.grade().passes()) {
          verdict = verdict.and(refused("attestation.ak.passed", studentNo, one.grade().sign()));
        } else if (one.grade().fails() && one.year() == year) {
          verdict = verdict.and(refused("attestation.ak.same-year", studentNo, one.grade().sign()));
        }
      }
    }
    return verdict;
  }

  private static Verdict refused(String code, String studentNo, String sign) {
    return Verdict.refused(Refusal.of(code, "AK-9", studentNo, sign).at("students"));
  }
}
