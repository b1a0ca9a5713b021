package kz.miras.registrar.attestation.commission;

import java.time.Instant;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** AK-11, AK-14 to AK-16. Who signs a protocol, and what a correction needs. */
public final class ProtocolSigning {

  private static final int REASON = 500;

  private ProtocolSigning() {}

  /**
   * Whether somebody may sign.
   *
   * @param office of whoever signs in the commission; null for none
   * @param by login of whoever signs
   * @param preparedBy login of who wrote it last
   * @param begins when the meeting begins
   */
  public static Verdict judge(
      CommissionOffice office, String by, String preparedBy, Instant begins, Instant now) {
    Verdict verdict = Verdict.allowed();
    if (office != CommissionOffice.CHAIR && office != CommissionOffice.SECRETARY) {
      verdict = refused("attestation.ak.signer");
    }
    if (by.equals(preparedBy)) {
      verdict = verdict.and(refused("attestation.ak.own-protocol"));
    }
    return now.isBefore(begins) ? verdict.and(refused("attestation.ak.not-begun")) : verdict;
  }

  /**
   * AK-14. Whether honours may be awarded.
   *
   * @param decision with the honours that are wished
   * @param earned what HON-1 says of the history with the grade
   */
  public static Verdict honours(FinalDecision decision, boolean wished, Verdict earned) {
    if (!wished) {
      return Verdict.allowed();
    }
    return decision == FinalDecision.HONOURS
        ? earned
        : Verdict.refused(Refusal.of("attestation.ak.honours", "AK-14").at("honours"));
  }

  /**
   * AK-16. Whether it may still be written who was there: what a signed protocol says of it stays.
   *
   * @param signed whether a protocol of the meeting is
   */
  public static Verdict presenceOpen(boolean signed) {
    return signed
        ? Verdict.refused(Refusal.of("attestation.ak.presence-signed", "AK-16").at("present"))
        : Verdict.allowed();
  }

  /**
   * AK-16. Whether a signed protocol may be corrected.
   *
   * @param latest whether no other protocol stands in its place already
   * @param reason why
   */
  public static Verdict corrects(boolean signed, boolean latest, String reason) {
    if (!signed || !latest) {
      return Verdict.refused(Refusal.of("attestation.ak.not-standing", "AK-16"));
    }
    return reason == null || reason.isBlank()
        ? Verdict.refused(Refusal.of("attestation.ak.reason", "AK-16").at("reason"))
        : Fitted.judge(REASON, reason, "reason");
  }

  /**
   * AK-11, AK-16. Whether a correction may say that the student was absent for a valid reason: what
   * has recorded a grade does not become none.
   */
  public static Verdict keepsGrade(boolean recorded, Appearance appearance) {
    return recorded && appearance == Appearance.EXCUSED
        ? Verdict.refused(Refusal.of("attestation.ak.grade-stands", "AK-11").at("appearance"))
        : Verdict.allowed();
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of(code, "AK-15"));
  }
}
