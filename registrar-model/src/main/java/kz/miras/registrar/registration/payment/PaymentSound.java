package kz.miras.registrar.registration.payment;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** PAY-1 to PAY-8. What holds for prices, marks of payments and their terms. */
public final class PaymentSound {

  private PaymentSound() {}

  /**
   * A mark as it is wanted.
   *
   * @param paidOn day of the payment; null where it was not given
   * @param document receipt or statement; null for none
   * @param amount tenge; null where only the request is named
   */
  public record Mark(LocalDate paidOn, String document, BigDecimal amount)
      implements Serializable {}

  /** PAY-2, PAY-3, PAY-5. Judges the mark of a payment. */
  public static Verdict marks(Mark mark, PaymentStatus status, BigDecimal asked, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (status != PaymentStatus.REQUESTED) {
      verdict = refused("registration.payment.not-open", "PAY-3", "number", status);
    }
    if (mark.paidOn() == null) {
      verdict = verdict.and(refused("registration.payment.day", "PAY-2", "paid_on"));
    } else if (mark.paidOn().isAfter(today)) {
      verdict = verdict.and(refused("registration.payment.future", "PAY-2", "paid_on", today));
    }
    if (mark.document() == null || mark.document().isBlank()) {
      verdict = verdict.and(refused("registration.payment.document", "PAY-2", "document"));
    }
    return mark.amount() == null || mark.amount().compareTo(asked) == 0
        ? verdict
        : verdict.and(
            refused(
                "registration.payment.amount",
                "PAY-5",
                "amount",
                asked.toPlainString(),
                mark.amount().toPlainString()));
  }

  /**
   * PAY-8. Judges the mark that a payment was paid back: of one that was made for nothing, once,
   * with its day and document, by another person than who marked the payment.
   *
   * @param owed whether what was paid for did not come about
   * @param by login of who marks it
   */
  public static Verdict refunds(
      Mark mark, PaymentRequest request, boolean owed, String by, LocalDate today) {
    Verdict verdict = Verdict.allowed();
    if (request.getStatus() != PaymentStatus.PAID) {
      verdict = refused("registration.payment.not-paid", "PAY-8", "refund", request.getStatus());
    } else if (!owed) {
      verdict = refused("registration.payment.not-owed", "PAY-8", "refund");
    } else if (by.equals(request.getMarkedBy())) {
      verdict = refused("registration.payment.own", "PAY-8", "refund");
    }
    LocalDate paidOn = request.getPaidOn();
    if (mark.paidOn() == null) {
      verdict = verdict.and(refused("registration.payment.refund-day", "PAY-8", "refunded_on"));
    } else if (mark.paidOn().isAfter(today)) {
      verdict = verdict.and(refused("registration.payment.future", "PAY-8", "refunded_on", today));
    } else if (paidOn != null && mark.paidOn().isBefore(paidOn)) {
      verdict = verdict.and(refused("registration.payment.before", "PAY-8", "refunded_on", paidOn));
    }
    return mark.document() == null || mark.document().isBlank()
        ? verdict.and(refused("registration.payment.document", "PAY-8", "refund_document"))
        : verdict;
  }

  /** PAY-4. The last day on which a request made on a day can be paid. */
  public static LocalDate lastDay(LocalDate requested, WorkingDays days, RuleSet rules) {
    return Deadline.workingDaysAfter(
            requested, rules.integer(RuleParameter.PAY_EXPIRY_WORKING_DAYS), days)
        .lastDay();
  }

  /**
   * PAY-7. The last day on which the retake of an exam after FX can be paid: of the usual one and
   * the end of the retake's window the earlier.
   *
   * @param window null while the calendar names none
   */
  public static LocalDate lastDay(
      LocalDate requested, Deadline window, WorkingDays days, RuleSet rules) {
    LocalDate usual = lastDay(requested, days, rules);
    return window == null || window.lastDay().isAfter(usual) ? usual : window.lastDay();
  }

  /**
   * PAY-4. Whether what is not paid is let go on this day: after the working days accounting has to
   * mark what was paid on the last one.
   */
  public static Verdict stillWaits(
      LocalDate lastDay, LocalDate today, WorkingDays days, RuleSet rules) {
    int grace = rules.integer(RuleParameter.PAY_GRACE_WORKING_DAYS);
    return today.isAfter(days.plusWorkingDays(lastDay, grace))
        ? refused("registration.payment.expired", "PAY-4", "", lastDay)
        : Verdict.allowed();
  }

  /** PAY-1. What is to be paid for has a price. */
  public static Verdict priced(boolean known, PaymentPurpose purpose) {
    return known
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.payment.no-price", "PAY-1", purpose));
  }

  /**
   * PAY-6. A price names its order and binds forward.
   *
   * @param there whether an order for the same and the same day is there already
   */
  public static Verdict price(
      BigDecimal price, LocalDate orderDate, LocalDate validFrom, boolean there) {
    Verdict verdict = amount(price, "price");
    if (validFrom.isBefore(orderDate)) {
      verdict = verdict.and(refused("registration.payment.back", "PAY-6", "valid_from", orderDate));
    }
    return there
        ? verdict.and(refused("registration.payment.there", "PAY-6", "valid_from", validFrom))
        : verdict;
  }

  /**
   * PAY-6. A price is more than nothing and has no more than two decimals.
   *
   * @param field it was typed into
   */
  public static Verdict amount(BigDecimal price, String field) {
    return price.signum() > 0 && price.scale() <= 2
        ? Verdict.allowed()
        : refused("registration.payment.price", "PAY-6", field);
  }

  /** PAY-6. An order binds a term or a year, or all there are, but not a term and a year. */
  public static Verdict reach(boolean term, boolean year) {
    return term && year
        ? refused("registration.payment.either", "PAY-6", "year")
        : Verdict.allowed();
  }

  private static Verdict refused(String code, String rule, String field, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at(field));
  }
}
