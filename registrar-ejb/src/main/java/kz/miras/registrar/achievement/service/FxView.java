package kz.miras.registrar.achievement.service;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import kz.miras.registrar.attestation.retake.FxRightStatus;
import kz.miras.registrar.shared.LocalizedText;

/**
 * The right of an FX retake as its student and the office see it.
 *
 * @param until last day of the window; null while the calendar names none
 * @param unpaid whether a payment is still missing
 * @param fee tenge; null where it costs nothing or no order sets a price
 * @param request number of the request to pay; null for none
 * @param requestId its public id
 * @param payUntil its last day
 * @param sheet the closed sheet the FX stands in
 * @param slipNo number of the slip; null for none
 * @param sitting number of the sheet of the retake; null until it is formed
 * @param sittingId its public id
 * @param mayAsk whether the caller may ask for the retake now
 * @param mayPay whether the caller may mark the payment now
 * @param mayIssue whether the caller may issue the slip now
 */
public record FxView(
    String id,
    String studentId,
    String studentNo,
    String student,
    String code,
    LocalizedText discipline,
    int credits,
    String term,
    FxRightStatus status,
    LocalDate until,
    boolean unpaid,
    BigDecimal fee,
    String request,
    String requestId,
    LocalDate payUntil,
    LocalDate paidOn,
    String paidDocument,
    String sheet,
    String sheetId,
    String slipNo,
    Instant slipAt,
    String sitting,
    String sittingId,
    LocalDate examDate,
    LocalTime examTime,
    String room,
    String examiner,
    boolean mayAsk,
    boolean mayPay,
    boolean mayIssue)
    implements Serializable {

  /** Whether there is a slip to print. */
  public boolean hasSlip() {
    return slipNo != null && (status == FxRightStatus.SLIP || status == FxRightStatus.USED);
  }
}
