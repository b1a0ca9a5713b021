package kz.miras.registrar.attestation.retake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class FxRightTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final RuleSet RULES =
      RuleSet.defaults(Level.BACHELOR, LocalDate.parse("2025-09-01"));
  private static final RuleSet PAID = RULES.with(RuleParameter.FX_PAID, "true");
  private static final Optional<Deadline> WINDOW =
      Optional.of(new Deadline(LocalDate.parse("2026-01-16")));
  private static final Instant IN_TIME = Instant.parse("2026-01-16T18:59:00Z");
  private static final Instant LATE = Instant.parse("2026-01-16T19:00:00Z");
  private static final LocalDate TODAY = LocalDate.parse("2026-01-14");

  private final FxRight right = new FxRight(1, 2, 3, 4, Instant.parse("2026-01-09T06:00:00Z"));

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("FXR-1 the retake is asked for once, to the end of the last day of the window")
  void asking() {
    assertThat(right.judgeAsking(WINDOW, IN_TIME, ALMATY).isAllowed()).isTrue();
    assertThat(codes(right.judgeAsking(WINDOW, LATE, ALMATY)))
        .containsExactly("attestation.fx-right.over");
    assertThat(right.judgeAsking(Optional.empty(), LATE, ALMATY).isAllowed())
        .as("no end is known")
        .isTrue();
    right.ask("student", IN_TIME);
    assertThat(codes(right.judgeAsking(WINDOW, IN_TIME, ALMATY)))
        .containsExactly("attestation.fx-right.asked");
  }

  @Test
  @DisplayName("FXR-6 asked for and not paid in time, it is asked for anew; once paid it stands")
  void lapses() {
    right.ask("student", IN_TIME);
    right.lapse();
    assertThat(right.getStatus()).isEqualTo(FxRightStatus.OPEN);
    assertThat(right.judgeAsking(WINDOW, IN_TIME, ALMATY).isAllowed()).isTrue();
    right.ask("student", IN_TIME);
    right.pay(TODAY, "receipt 7", "accounting");
    right.lapse();
    assertThat(right.getStatus()).isEqualTo(FxRightStatus.ASKED);
  }

  @Test
  @DisplayName("FXR-2 no slip before the payment is seen, where the rules ask for one")
  void payment() {
    right.ask("student", IN_TIME);
    assertThat(codes(right.judgeSlip(PAID, WINDOW, IN_TIME, ALMATY)))
        .containsExactly("attestation.fx-right.unpaid");
    assertThat(right.judgeSlip(RULES, WINDOW, IN_TIME, ALMATY).isAllowed()).isTrue();
    assertThat(codes(right.judgePayment(TODAY.plusDays(1), " ", TODAY)))
        .containsExactly("attestation.fx-right.paid-on", "attestation.fx-right.paid-document");
    assertThat(right.judgePayment(TODAY, "receipt 7", TODAY).isAllowed()).isTrue();
    assertThat(codes(right.judgePayment(TODAY, "7".repeat(201), TODAY)))
        .containsExactly("field.too-long");
    assertThat(right.judgePayment(TODAY, "7".repeat(200), TODAY).isAllowed()).isTrue();
    right.pay(TODAY, " receipt 7 ", "accounting");
    assertThat(right.getPaidDocument()).isEqualTo("receipt 7");
    assertThat(right.isUnpaid(PAID)).isFalse();
    assertThat(right.judgeSlip(PAID, WINDOW, IN_TIME, ALMATY).isAllowed()).isTrue();
    assertThat(codes(right.judgePayment(TODAY, "receipt 8", TODAY)))
        .containsExactly("attestation.fx-right.paid");
  }

  @Test
  @DisplayName("FXR-3 a slip is issued once and is for one sitting")
  void slip() {
    assertThat(codes(right.judgeSlip(RULES, WINDOW, LATE, ALMATY)))
        .containsExactly("attestation.fx-right.over");
    right.issue("2025-1-0001/4", "senior", IN_TIME);
    assertThat(right.awaitsSitting()).isTrue();
    assertThat(codes(right.judgeSlip(RULES, WINDOW, IN_TIME, ALMATY)))
        .containsExactly("attestation.fx-right.slip");
    right.seat(9);
    assertThat(right.awaitsSitting()).isFalse();
    right.end(FxRightStatus.USED, LATE);
    assertThat(codes(right.judgeSlip(RULES, WINDOW, IN_TIME, ALMATY)))
        .containsExactly("attestation.fx-right.ended");
  }

  @Test
  @DisplayName("FXR-5 a sitting that was withdrawn frees the slip, and the right ends unused again")
  void freed() {
    right.issue("2025-1-0001/4", "senior", IN_TIME);
    right.seat(9);
    right.free();
    assertThat(right.awaitsSitting()).isTrue();
    assertThat(right.isOver(WINDOW, LATE, ALMATY)).isTrue();
  }

  @Test
  @DisplayName("FXR-1 a right that ended unused is given again while the window is not over")
  void reopened() {
    assertThat(right.mayReopen(WINDOW, IN_TIME, ALMATY)).as("it lives").isFalse();
    right.ask("student", IN_TIME);
    right.pay(TODAY, "receipt 7", "accounting");
    right.issue("2025-1-0001/4", "senior", IN_TIME);
    right.end(FxRightStatus.ENDED, IN_TIME);
    assertThat(right.mayReopen(WINDOW, LATE, ALMATY)).isFalse();
    assertThat(right.mayReopen(WINDOW, IN_TIME, ALMATY)).isTrue();
    right.reopen();
    assertThat(right.getStatus()).isEqualTo(FxRightStatus.OPEN);
    assertThat(right.judgeAsking(WINDOW, IN_TIME, ALMATY).isAllowed()).isTrue();
    assertThat(right.judgeSlip(PAID, WINDOW, IN_TIME, ALMATY).isAllowed()).as("paid").isTrue();
    right.end(FxRightStatus.USED, IN_TIME);
    assertThat(right.mayReopen(WINDOW, IN_TIME, ALMATY)).isFalse();
    right.reopen();
    right.end(FxRightStatus.EXPIRED, LATE);
    assertThat(right.mayReopen(Optional.empty(), LATE, ALMATY)).isTrue();
  }

  @Test
  @DisplayName("FXR-4 who gave the FX examines the retake unless the rules forbid it")
  void examiner() {
    RuleSet other = RULES.with(RuleParameter.FX_OTHER_EXAMINER, "true");
    assertThat(FxExaminer.judge(SheetKind.FX, RULES, 7L, 7L).isAllowed()).isTrue();
    assertThat(codes(FxExaminer.judge(SheetKind.FX, other, 7L, 7L)))
        .containsExactly("attestation.fx.examiner");
    assertThat(FxExaminer.judge(SheetKind.FX, other, 7L, 8L).isAllowed()).isTrue();
    assertThat(FxExaminer.judge(SheetKind.FX, other, null, null).isAllowed()).isTrue();
    assertThat(FxExaminer.judge(SheetKind.INDIVIDUAL, other, 7L, 7L).isAllowed()).isTrue();
    assertThat(FxExaminer.usual(SheetKind.FX, RULES, 7L)).isEqualTo(7L);
    assertThat(FxExaminer.usual(SheetKind.FX, other, 7L)).isNull();
  }

  @Test
  @DisplayName("FXR-5 an unused right ends with the window; who stands in a sheet sits")
  void expiry() {
    assertThat(right.isOver(WINDOW, IN_TIME, ALMATY)).isFalse();
    assertThat(right.isOver(WINDOW, LATE, ALMATY)).isTrue();
    assertThat(right.isOver(Optional.empty(), LATE, ALMATY)).isFalse();
    right.issue("2025-1-0001/4", "senior", IN_TIME);
    assertThat(right.isOver(WINDOW, LATE, ALMATY)).as("a slip nobody sat with").isTrue();
    right.seat(9);
    assertThat(right.isOver(WINDOW, LATE, ALMATY)).isFalse();
    right.end(FxRightStatus.EXPIRED, LATE);
    assertThat(codes(right.judgeAsking(WINDOW, IN_TIME, ALMATY)))
        .containsExactly("attestation.fx-right.ended");
    assertThatThrownBy(() -> right.end(FxRightStatus.OPEN, LATE))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
