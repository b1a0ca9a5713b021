package kz.miras.registrar.registration.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.payment.PaymentSound.Mark;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaymentSoundTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 6, 10);
  private static final BigDecimal ASKED = new BigDecimal("75000.00");
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, TODAY);

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static Verdict mark(LocalDate paidOn, String document, String amount) {
    return PaymentSound.marks(
        new Mark(paidOn, document, amount == null ? null : new BigDecimal(amount)),
        PaymentStatus.REQUESTED,
        ASKED,
        TODAY);
  }

  @ParameterizedTest
  @CsvSource({
    "2026-06-10, receipt 7, ''",
    "2026-06-01, receipt 7, ''",
    "2026-06-11, receipt 7, registration.payment.future",
    ", receipt 7, registration.payment.day",
    "2026-06-10, ' ', registration.payment.document",
    "2026-06-10, , registration.payment.document"
  })
  @DisplayName("PAY-2 a mark names a day that is not to come, and its document")
  void markNamesDayAndDocument(LocalDate day, String document, String code) {
    assertThat(codes(mark(day, document, null)))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @EnumSource(PaymentStatus.class)
  @DisplayName("PAY-3 a request is paid once, while it waits")
  void paidOnce(PaymentStatus status) {
    Verdict verdict = PaymentSound.marks(new Mark(TODAY, "7", null), status, ASKED, TODAY);
    assertThat(codes(verdict))
        .isEqualTo(
            status == PaymentStatus.REQUESTED
                ? List.of()
                : List.of("registration.payment.not-open"));
  }

  @ParameterizedTest
  @CsvSource({"75000.00, true", "75000, true", "74999.99, false", "75000.01, false"})
  @DisplayName("PAY-5 the amount paid is the amount asked for, to the tiyn")
  void amountIsTheOneAskedFor(String amount, boolean allowed) {
    assertThat(mark(TODAY, "7", amount).isAllowed()).isEqualTo(allowed);
  }

  @Test
  @DisplayName("PAY-2 PAY-3 PAY-5 everything wrong with a mark is told at once")
  void everythingAtOnce() {
    Verdict verdict =
        PaymentSound.marks(
            new Mark(null, null, BigDecimal.ONE), PaymentStatus.EXPIRED, ASKED, TODAY);
    assertThat(codes(verdict))
        .containsExactly(
            "registration.payment.not-open",
            "registration.payment.day",
            "registration.payment.document",
            "registration.payment.amount");
  }

  @Test
  @DisplayName("PAY-4 the last day is so many working days after the request as the rules say")
  void lastDayCountsWorkingDays() {
    WorkingDays days = new WorkingDays(Set.of(LocalDate.of(2026, 6, 16)), Set.of());
    // Wednesday; the weekend and a holiday do not count
    assertThat(PaymentSound.lastDay(TODAY, days, RULES)).isEqualTo(LocalDate.of(2026, 6, 18));
    assertThat(
            PaymentSound.lastDay(
                TODAY, days, RULES.with(RuleParameter.PAY_EXPIRY_WORKING_DAYS, "1")))
        .isEqualTo(LocalDate.of(2026, 6, 11));
  }

  @Test
  @DisplayName("PAY-7 an FX retake is paid by the end of its window at the latest")
  void lastDayOfAnFxRetake() {
    WorkingDays days = WorkingDays.weekendsOnly();
    LocalDate usual = PaymentSound.lastDay(TODAY, days, RULES);
    assertThat(PaymentSound.lastDay(TODAY, null, days, RULES)).isEqualTo(usual);
    assertThat(PaymentSound.lastDay(TODAY, new Deadline(usual.plusDays(1)), days, RULES))
        .isEqualTo(usual);
    assertThat(PaymentSound.lastDay(TODAY, new Deadline(usual.minusDays(1)), days, RULES))
        .isEqualTo(usual.minusDays(1));
  }

  @ParameterizedTest
  @CsvSource({"2026-06-12, true", "2026-06-14, true", "2026-06-15, true", "2026-06-16, false"})
  @DisplayName("PAY-4 what was paid on the last day, a Friday, can be marked until Monday's end")
  void graceOfAWorkingDay(LocalDate today, boolean waits) {
    assertThat(
            PaymentSound.stillWaits(
                    LocalDate.of(2026, 6, 12), today, WorkingDays.weekendsOnly(), RULES)
                .isAllowed())
        .isEqualTo(waits);
    RuleSet none = RULES.with(RuleParameter.PAY_GRACE_WORKING_DAYS, "0");
    assertThat(
            PaymentSound.stillWaits(
                    LocalDate.of(2026, 6, 12), today, WorkingDays.weekendsOnly(), none)
                .isAllowed())
        .isEqualTo(!today.isAfter(LocalDate.of(2026, 6, 12)));
  }

  private static PriceOrder order(
      PaymentPurpose purpose, Level level, Long term, Long year, String from, String price) {
    return new PriceOrder(
        purpose,
        level,
        term,
        year,
        LocalDate.parse(from),
        new BigDecimal(price),
        "15-С",
        LocalDate.parse(from),
        "accounting",
        Instant.EPOCH);
  }

  private static final List<PriceOrder> ORDERS =
      List.of(
          order(PaymentPurpose.SUMMER, null, null, null, "2025-01-01", "10000"),
          order(PaymentPurpose.SUMMER, null, null, null, "2026-01-01", "11000"),
          order(PaymentPurpose.SUMMER, null, null, 26L, "2025-06-01", "12000"),
          order(PaymentPurpose.SUMMER, Level.MASTER, null, 26L, "2025-06-01", "20000"),
          order(PaymentPurpose.SUMMER, null, 263L, null, "2026-05-01", "15000"),
          order(PaymentPurpose.SUMMER, null, 263L, null, "2026-07-01", "16000"),
          order(PaymentPurpose.RETAKE, null, null, null, "2026-01-01", "9000"),
          order(PaymentPurpose.FX, null, null, null, "2026-01-01", "2500"));

  @ParameterizedTest
  @CsvSource({
    "SUMMER, BACHELOR, 263, 26, 15000",
    "SUMMER, MASTER, 263, 26, 15000",
    "SUMMER, BACHELOR, 261, 26, 12000",
    "SUMMER, MASTER, 261, 26, 20000",
    "SUMMER, BACHELOR, 271, 27, 11000",
    "RETAKE, PHD, 271, 27, 9000",
    "GPA_RAISE, PHD, 271, 27, ",
    "FX, PHD, 271, 27, 2500",
    "FX, BACHELOR, 263, 26, 2500"
  })
  @DisplayName(
      "PAY-1 the order for the term counts before the year's, the level's before all others")
  void themostParticularOrderCounts(
      PaymentPurpose purpose, Level level, long term, long year, String price) {
    Optional<PriceOrder> found =
        PriceInForce.of(ORDERS, new PriceInForce.Asked(purpose, level, term, year), TODAY);
    assertThat(found.map(one -> one.getPrice().toPlainString()).orElse(null)).isEqualTo(price);
  }

  @Test
  @DisplayName(
      "PAY-1 what has no price in force is not asked to be paid, it is refused with reason")
  void withoutAPriceNothingIsAsked() {
    assertThat(PaymentSound.priced(true, PaymentPurpose.SUMMER).isAllowed()).isTrue();
    assertThat(codes(PaymentSound.priced(false, PaymentPurpose.SUMMER)))
        .containsExactly("registration.payment.no-price");
    assertThat(
            PriceInForce.of(
                ORDERS,
                new PriceInForce.Asked(PaymentPurpose.SUMMER, Level.BACHELOR, 1, 1),
                LocalDate.of(2024, 12, 31)))
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "12000.00, 2026-06-01, 2026-06-01, false, ''",
    "0, 2026-06-01, 2026-06-01, false, registration.payment.price",
    "-5, 2026-06-01, 2026-06-01, false, registration.payment.price",
    "10.005, 2026-06-01, 2026-06-01, false, registration.payment.price",
    "12000, 2026-06-02, 2026-06-01, false, registration.payment.back",
    "12000, 2026-06-01, 2026-06-01, true, registration.payment.there"
  })
  @DisplayName(
      "PAY-6 a price is an amount of an order that is not older than what it sets, and stays")
  void priceBindsForward(
      BigDecimal price, LocalDate ordered, LocalDate from, boolean there, String code) {
    assertThat(codes(PaymentSound.price(price, ordered, from, there)))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @ParameterizedTest
  @CsvSource({
    "0.01, true",
    "28000, true",
    "28000.50, true",
    "0, false",
    "-1, false",
    "1.005, false"
  })
  @DisplayName("PAY-6 a price is more than nothing, to two decimals, whichever field it stands in")
  void amounts(BigDecimal price, boolean allowed) {
    assertThat(PaymentSound.amount(price, "group_cost").isAllowed()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({"false, false, true", "true, false, true", "false, true, true", "true, true, false"})
  @DisplayName("PAY-6 an order binds a term or a year, not both")
  void reach(boolean term, boolean year, boolean allowed) {
    assertThat(PaymentSound.reach(term, year).isAllowed()).isEqualTo(allowed);
  }

  @ParameterizedTest
  @CsvSource({
    "MAIN, false, ",
    "DEBT, false, ",
    "DIFFERENCE, false, ",
    "ADDITIONAL, false, ",
    "RETAKE, false, RETAKE",
    "GPA_RAISE, false, GPA_RAISE",
    "DEBT, true, SUMMER",
    "RETAKE, true, SUMMER",
    "GPA_RAISE, true, SUMMER"
  })
  @DisplayName("everything of the summer is paid, and a repeat or a raise at any time")
  void whatIsPaid(EnrolmentType type, boolean summer, PaymentPurpose purpose) {
    assertThat(PaymentPurpose.of(type, summer)).isEqualTo(Optional.ofNullable(purpose));
  }

  @Test
  @DisplayName("the amount of a request is its credits times the price of one")
  void amountOfARequest() {
    PaymentRequest request =
        new PaymentRequest(
            "2026-3-00001",
            1,
            2,
            3,
            null,
            new PaymentRequest.Asked(
                PaymentPurpose.SUMMER, 5, new BigDecimal("15000.50"), "№ 15-С, 2026-05-01"),
            Instant.EPOCH,
            TODAY);
    assertThat(request.getAmount()).isEqualByComparingTo("75002.50");
    assertThat(request.isOpen()).isTrue();
    request.confirm(TODAY, "receipt 7", "accounting", Instant.EPOCH);
    assertThat(request.isOpen()).isFalse();
  }
}
