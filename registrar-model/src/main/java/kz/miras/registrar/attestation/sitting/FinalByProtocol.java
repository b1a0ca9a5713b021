package kz.miras.registrar.attestation.sitting;

import java.time.LocalDate;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * SHT-12. The grade of final attestation comes from the protocol of its commission: one score,
 * never weighted with a rating (domain 2.4).
 */
public final class FinalByProtocol {

  private FinalByProtocol() {}

  /**
   * Whether a group of final attestation ends in a way that takes the commission's grade as it is.
   *
   * @param group its code
   */
  public static Verdict unweighted(String group, ControlForm control) {
    return control.hasRating() || !control.givesLetter()
        ? Verdict.refused(Refusal.of("attestation.final.weighted", "SHT-12", group))
        : Verdict.allowed();
  }

  /**
   * Whether a sheet may be submitted and closed.
   *
   * @param number of the protocol; null or blank for none
   * @param date of the protocol; null for none
   */
  public static Verdict judge(SheetKind kind, String number, LocalDate date) {
    if (kind != SheetKind.FINAL) {
      return Verdict.allowed();
    }
    return number == null || number.isBlank() || date == null
        ? Verdict.refused(Refusal.of("attestation.final.protocol", "SHT-12").at("protocol_no"))
        : Verdict.allowed();
  }

  /** Whether a sheet may name a protocol: only final attestation rests on one. */
  public static Verdict names(SheetKind kind, String number, LocalDate date) {
    return kind != SheetKind.FINAL && (number != null || date != null)
        ? Verdict.refused(Refusal.of("attestation.final.only", "SHT-12").at("protocol_no"))
        : Verdict.allowed();
  }
}
