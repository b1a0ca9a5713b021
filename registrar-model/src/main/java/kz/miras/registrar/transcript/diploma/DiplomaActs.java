package kz.miras.registrar.transcript.diploma;

import java.time.LocalDate;
import java.util.Objects;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.DocumentReceiver;

/** DIP-4, DIP-5, DIP-11. What people have to name, and who may not decide. */
public final class DiplomaActs {

  private DiplomaActs() {}

  /**
   * A number is entered by who is named by order, with what the ministry has sent.
   *
   * @param order number and day of the order that names who asks for numbers
   * @param qrText what the ministry's QR code says
   */
  public static Verdict numbered(DiplomaSeries series, String number, String qrText, String order) {
    Verdict verdict =
        series.numbers(number).and(given("diploma.number.order", "DIP-5", "order", order));
    return verdict.and(given("diploma.gap.qr", "DIP-2", "qr", qrText));
  }

  /** It is approved by who neither drafted nor numbered it. */
  public static Verdict approved(String by, String draftedBy, String numberedBy) {
    return by.equals(draftedBy) || by.equals(numberedBy)
        ? Verdict.refused(Refusal.of("diploma.approve.own", "DIP-11", by))
        : Verdict.allowed();
  }

  /** A number is given up by an act of the commission on blanks. */
  public static Verdict annulled(String act) {
    return given("diploma.annul.act", "DIP-5", "act", act);
  }

  /**
   * A duplicate is made on an application, of a diploma that was handed out.
   *
   * @param application number of the application
   * @param appliedOn day it was registered on; null where none is given
   */
  public static Verdict duplicated(
      DiplomaStatus status, String application, LocalDate appliedOn, LocalDate today) {
    Verdict verdict = given("diploma.duplicate.application", "DIP-4", "application", application);
    if (appliedOn == null || appliedOn.isAfter(today)) {
      verdict =
          verdict.and(Verdict.refused(Refusal.of("diploma.duplicate.day", "DIP-4").at("applied")));
    }
    return status == DiplomaStatus.HANDED_OUT
        ? verdict
        : verdict.and(Verdict.refused(Refusal.of("diploma.duplicate.state", "DIP-4")));
  }

  /**
   * DOC-48. It is handed out to who was seen by an identity document, or by a power of attorney;
   * the book of issue names both.
   */
  public static Verdict handedOut(DocumentReceiver receiver, LocalDate today) {
    return receiver.verdict(today);
  }

  private static Verdict given(String code, String rule, String field, String text) {
    return Objects.requireNonNullElse(text, "").isBlank()
        ? Verdict.refused(Refusal.of(code, rule).at(field))
        : Verdict.allowed();
  }
}
