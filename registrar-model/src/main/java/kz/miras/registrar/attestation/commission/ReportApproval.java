package kz.miras.registrar.attestation.commission;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.shared.Fitted;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * AK-13. The decision of the academic council that approves the report of a chair, as it is typed.
 *
 * @param number of the decision
 * @param date of the decision
 */
public record ReportApproval(String number, LocalDate date) implements Serializable {

  private static final int NUMBER = 50;

  public ReportApproval {
    number = number == null ? "" : number.strip();
  }

  /**
   * Whether it may be kept.
   *
   * @param whole whether every protocol of the commission is signed
   * @param last the last day the commission met; null where it has not
   */
  public Verdict judge(boolean whole, LocalDate last, LocalDate today) {
    if (last == null || !whole) {
      return refused("attestation.ak.report-open", "report_no");
    }
    Verdict verdict =
        number.isEmpty()
            ? refused("attestation.ak.report-number", "report_no")
            : Fitted.judge(NUMBER, number, "report_no");
    return date == null || date.isBefore(last) || date.isAfter(today)
        ? verdict.and(refused("attestation.ak.report-date", "report_on", last, today))
        : verdict;
  }

  private static Verdict refused(String code, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, "AK-13", args).at(field));
  }
}
