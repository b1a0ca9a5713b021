package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-6. Whether a student may come before a commission.
 *
 * @param studying whether the student is of the contingent and not on leave
 * @param attested whether the commission attests the student's programme
 * @param missing credits of the programme not earned yet, those of the final attestation left out
 * @param debts codes of disciplines that are owed, the final attestation left out
 * @param attestations how many disciplines of final attestation the curriculum has
 */
public record FinalAdmission(
    String studentNo,
    boolean studying,
    boolean attested,
    int missing,
    List<String> debts,
    int attestations)
    implements Serializable {

  public FinalAdmission {
    debts = List.copyOf(debts);
  }

  /** Every reason against the student. */
  public Verdict judge() {
    Verdict verdict = Verdict.allowed();
    if (!attested) {
      verdict = refused("attestation.ak.other-programme");
    }
    if (!studying) {
      verdict = verdict.and(refused("attestation.ak.not-studying"));
    }
    if (attestations == 0) {
      verdict = verdict.and(refused("attestation.ak.no-attestation"));
    }
    if (missing > 0) {
      verdict = verdict.and(refused("attestation.ak.credits", missing));
    }
    return debts.isEmpty()
        ? verdict
        : verdict.and(refused("attestation.ak.debts", String.join(", ", debts)));
  }

  private Verdict refused(String code, Serializable... args) {
    Serializable[] all = new Serializable[args.length + 1];
    all[0] = studentNo;
    System.arraycopy(args, 0, all, 1, args.length);
    return Verdict.refused(Refusal.of(code, "AK-6", all).at("students"));
  }

  /**
   * Whether the order of the dean was given so many days before the meeting.
   *
   * @param number of the order
   * @param lead days the rules ask for
   */
  public static Verdict ordered(String number, LocalDate order, LocalDate held, int lead) {
    if (number == null || number.isBlank() || order == null) {
      return Verdict.refused(
          Refusal.of("attestation.ak.admission-order", "AK-6").at("admission_no"));
    }
    return order.isAfter(held.minusDays(lead))
        ? Verdict.refused(
            Refusal.of("attestation.ak.admission-late", "AK-6", lead, held.minusDays(lead))
                .at("admission_on"))
        : Verdict.allowed();
  }
}
