package kz.miras.registrar.registration.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RefundTest {

  private static final LocalDate PAID = LocalDate.of(2026, 6, 1);
  private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);

  private static PaymentRequest request() {
    return new PaymentRequest(
        "2025-2-00001",
        1,
        2,
        3,
        null,
        new PaymentRequest.Asked(PaymentPurpose.FX, 1, new BigDecimal("2500"), "№ 7"),
        Instant.EPOCH,
        TODAY);
  }

  private static PaymentRequest paid() {
    PaymentRequest request = request();
    request.confirm(PAID, "receipt 9", "first", Instant.EPOCH);
    return request;
  }

  private static List<String> codes(
      PaymentRequest request, boolean owed, String by, LocalDate on, String document) {
    return PaymentSound.refunds(new Mark(on, document, null), request, owed, by, TODAY)
        .refusals()
        .stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("PAY-8 what was paid for nothing is paid back by another person, with its document")
  void fourEyes() {
    assertThat(codes(paid(), true, "second", TODAY, "order 15")).isEmpty();
    assertThat(codes(paid(), true, "second", PAID, "order 15")).isEmpty();
    assertThat(codes(paid(), true, "first", TODAY, "order 15"))
        .containsExactly("registration.payment.own");
    assertThat(codes(paid(), false, "second", TODAY, "order 15"))
        .containsExactly("registration.payment.not-owed");
    assertThat(codes(paid(), true, "first", null, " "))
        .as("every reason at once")
        .containsExactly(
            "registration.payment.own",
            "registration.payment.refund-day",
            "registration.payment.document");
  }

  @Test
  @DisplayName("PAY-8 the day of a refund is neither to come nor before the payment")
  void itsDay() {
    assertThat(codes(paid(), true, "second", TODAY.plusDays(1), "15"))
        .containsExactly("registration.payment.future");
    assertThat(codes(paid(), true, "second", PAID.minusDays(1), "15"))
        .containsExactly("registration.payment.before");
  }

  @Test
  @DisplayName("PAY-8 only what is paid is paid back, and once")
  void once() {
    assertThat(codes(request(), true, "second", TODAY, "15"))
        .containsExactly("registration.payment.not-paid");
    PaymentRequest request = paid();
    request.refund(TODAY, "order 15", "second", Instant.EPOCH);
    assertThat(request.getStatus()).isEqualTo(PaymentStatus.REFUNDED);
    assertThat(request.getRefund().getDay()).isEqualTo(TODAY);
    assertThat(request.getPaidOn()).as("that it was paid stays").isEqualTo(PAID);
    assertThat(codes(request, true, "third", TODAY, "16"))
        .containsExactly("registration.payment.not-paid");
    assertThatThrownBy(() -> request.refund(TODAY, "order 16", "third", Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class);
  }
}
