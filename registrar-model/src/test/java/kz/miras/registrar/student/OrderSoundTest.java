package kz.miras.registrar.student;

import static kz.miras.registrar.student.OrderEffectsTest.fit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class OrderSoundTest {

  private static final LocalDate SIGNED = LocalDate.of(2026, 10, 2);

  @Test
  @DisplayName("DAT-2 a student or a corrected order nobody knows is refused beside its field")
  void unknownIsRefused() {
    Verdict verdict =
        judge(leave(SIGNED), known(false, "17-К", List.of(studying("S1")), List.of("S9")));
    assertThat(verdict.refusals())
        .extracting(Refusal::rule, Refusal::field, refusal -> refusal.args().get(0))
        .containsExactly(tuple("DAT-2", "corrects", "17-К"), tuple("DAT-2", "students", "S9"));
  }

  @Test
  @DisplayName("MOV-12 a sound order is taken without a remark")
  void soundOrder() {
    assertThat(judge(leave(SIGNED), known(false, null, List.of(studying("S1")), List.of())))
        .isEqualTo(Verdict.allowed());
  }

  @Test
  @DisplayName("MOV-12 MOV-11 every reason against an order is told at once")
  void everyReason() {
    Verdict verdict =
        judge(
            leave(SIGNED.minusYears(1).minusDays(1)),
            known(
                true,
                "77-С",
                List.of(fit(OrderKind.LEAVE, "S1", StudentStatus.GRADUATED)),
                List.of("S9")));
    assertThat(verdict.refusals())
        .extracting(Refusal::code)
        .containsExactly(
            "student.order.dates",
            "student.order.twice",
            "field.unknown",
            "field.unknown",
            "student.order.status");
    assertThat(verdict.refusals())
        .extracting(Refusal::field)
        .containsExactly("effective_on", "number", "corrects", "students", "students");
  }

  @Test
  @DisplayName("MOV-12 an order names students; it may take effect up to a year before signing")
  void namesStudents() {
    assertThat(judge(leave(SIGNED), known(false, null, List.of(), List.of())).refusals())
        .extracting(Refusal::code)
        .containsExactly("student.order.nobody");
    assertThat(
            judge(
                    leave(SIGNED.minusYears(1)),
                    known(false, null, List.of(studying("S1")), List.of()))
                .isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("MOV-12 an order is applied once")
  void appliedOnce() {
    StudentOrder order = new StudentOrder("1-С", 1, leave(SIGNED), "Leave", null, false);
    assertThat(order.isApplied()).isFalse();
    order.applied(Instant.EPOCH);
    assertThat(order.isApplied()).isTrue();
    assertThatThrownBy(() -> order.applied(Instant.EPOCH))
        .isInstanceOf(IllegalStateException.class);
  }

  @ParameterizedTest
  @EnumSource(OrderKind.class)
  @DisplayName("MOV-15 an order says what its kind may say and nothing else")
  void saysWhatItMay(OrderKind kind) {
    OrderTerms funding = new OrderTerms(null, null, null, null, null, Funding.GRANT, null, null);
    boolean may = OrderTerms.of(kind).contains(OrderTerms.Term.FUNDING);
    Verdict verdict =
        judge(
            new OrderSound.Written(kind, SIGNED, SIGNED, null, funding),
            new OrderSound.Known(
                false, true, null, List.of(fit(kind, "S1", from(kind))), List.of()));
    assertThat(verdict.refusals())
        .extracting(Refusal::code)
        .isEqualTo(may ? List.of() : List.of("student.order.terms"));
  }

  @Test
  @DisplayName("MOV-15 a transfer inside the university that changes nothing is refused")
  void transferSaysSomething() {
    assertThat(
            judge(
                    written(OrderKind.TRANSFER_INSIDE, null, OrderTerms.NONE),
                    known(false, null, List.of(studying("S1")), List.of()))
                .refusals())
        .extracting(Refusal::code)
        .containsExactly("student.order.says-nothing");
  }

  @ParameterizedTest
  @EnumSource(OrderGround.class)
  @DisplayName("MOV-7 a ground fits only the kinds of orders it is made for")
  void groundFits(OrderGround ground) {
    for (OrderKind kind : OrderKind.values()) {
      List<String> codes =
          judge(
                  written(kind, ground, OrderTerms.NONE),
                  new OrderSound.Known(
                      false, true, null, List.of(fit(kind, "S1", from(kind))), List.of()))
              .refusals()
              .stream()
              .map(Refusal::code)
              .toList();
      assertThat(codes.contains("student.order.ground"))
          .as("%s in %s", ground, kind)
          .isNotEqualTo(OrderGround.of(kind).contains(ground));
    }
  }

  @Test
  @DisplayName("MOV-7 an expulsion without a ground is taken with a warning")
  void groundMissing() {
    Verdict verdict =
        judge(
            written(OrderKind.EXPULSION, null, OrderTerms.NONE),
            known(false, null, List.of(studying("S1")), List.of()));
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .extracting(Refusal::code)
        .containsExactly("student.order.no-ground");
  }

  @ParameterizedTest
  @CsvSource({
    "ILLNESS,2027-04-01,true",
    "ILLNESS,2027-03-01,false",
    "ILLNESS,2027-10-02,true",
    "ILLNESS,2027-10-03,false",
    "CHILD,2029-10-02,true",
    "CHILD,2029-10-03,false",
    "MILITARY_SERVICE,2030-01-01,true",
    "ILLNESS,,false"
  })
  @DisplayName("MOV-5 a leave for illness lasts six to twelve months, one for a child three years")
  void lengthOfLeave(OrderGround ground, LocalDate until, boolean usual) {
    Verdict verdict =
        judge(
            written(
                OrderKind.LEAVE,
                ground,
                new OrderTerms(null, null, null, null, null, null, until, null)),
            known(false, null, List.of(studying("S1")), List.of()));
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings().isEmpty()).isEqualTo(usual);
  }

  @Test
  @DisplayName("MOV-12 a leave ends after it begins")
  void leaveEnds() {
    assertThat(
            judge(
                    written(
                        OrderKind.LEAVE,
                        OrderGround.CHILD,
                        new OrderTerms(null, null, null, null, null, null, SIGNED, null)),
                    known(false, null, List.of(studying("S1")), List.of()))
                .refusals())
        .extracting(Refusal::field)
        .containsExactly("until_on");
  }

  @Test
  @DisplayName("MOV-14 an order is taken back only while nothing later has moved the student")
  void takenBack() {
    assertThat(OrderSound.undone("S1", null, true)).isEqualTo(Verdict.allowed());
    assertThat(OrderSound.undone("S1", "8-С", true).refusals())
        .extracting(Refusal::code)
        .containsExactly("student.order.later");
    assertThat(OrderSound.undone("S1", null, false).refusals())
        .extracting(Refusal::code)
        .containsExactly("student.order.before-unknown");
    assertThat(
            judge(
                    written(OrderKind.CANCELLATION, null, OrderTerms.NONE),
                    known(false, null, List.of(studying("S1")), List.of()))
                .refusals())
        .extracting(Refusal::code)
        .containsExactly("student.order.cancels-nothing");
  }

  private static OrderSound.Written leave(LocalDate effectiveOn) {
    return new OrderSound.Written(
        OrderKind.LEAVE,
        SIGNED,
        effectiveOn,
        OrderGround.MILITARY_SERVICE,
        new OrderTerms(null, null, null, null, null, null, effectiveOn.plusYears(1), null));
  }

  private static OrderSound.Written written(OrderKind kind, OrderGround ground, OrderTerms terms) {
    return new OrderSound.Written(kind, SIGNED, SIGNED, ground, terms);
  }

  private static OrderEffects.Subject studying(String number) {
    return fit(OrderKind.LEAVE, number, StudentStatus.STUDYING);
  }

  private static StudentStatus from(OrderKind kind) {
    for (StudentStatus status : StudentStatus.values()) {
      if (OrderEffects.judge(kind, fit(kind, "S1", status)).isAllowed()) {
        return status;
      }
    }
    throw new AssertionError(kind);
  }

  private static Verdict judge(OrderSound.Written order, OrderSound.Known known) {
    return OrderSound.judge(order, known);
  }

  private static OrderSound.Known known(
      boolean twice, String corrected, List<OrderEffects.Subject> found, List<String> unknown) {
    return new OrderSound.Known(twice, false, corrected, found, unknown);
  }
}
