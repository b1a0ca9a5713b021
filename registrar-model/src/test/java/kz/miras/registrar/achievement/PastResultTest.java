package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class PastResultTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);
  private static final LocalDate NOW = LocalDate.of(2025, 1, 20);
  private static final LocalDate BEFORE_FX = LocalDate.of(2017, 1, 20);

  @Test
  @DisplayName("IMP-4 a past result is read by the scale of its own date")
  void readsByTheScaleOfItsDate() {
    assertThat(new PastResult("FX", 30, NOW, "№ 1").judge(TODAY).isAllowed()).isTrue();
    assertThat(new PastResult("FX", 30, BEFORE_FX, "№ 1").judge(TODAY).refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.past.sign");
  }

  @Test
  @DisplayName("IMP-4 letter and percentage agree")
  void refusesALetterThatIsNotItsPercentage() {
    assertThat(new PastResult("A", 80, NOW, "№ 1").judge(TODAY).refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.past.disagrees");
    assertThat(new PastResult("B", 80, NOW, "№ 1").judge(TODAY).warnings()).isEmpty();
  }

  @Test
  @DisplayName("IMP-4 a lost percentage or sheet is a warning, not an obstacle")
  void warnsOfWhatIsLost() {
    PastResult lost = new PastResult("B", null, NOW, null);
    assertThat(lost.judge(TODAY).isAllowed()).isTrue();
    assertThat(lost.judge(TODAY).warnings())
        .extracting(Refusal::code)
        .containsExactlyInAnyOrder("achievement.past.no-percent", "achievement.past.no-sheet");
    assertThat(lost.grade().letter()).isEqualTo(Letter.B);
    assertThat(lost.grade().percent()).isNull();
  }

  @Test
  @DisplayName("IMP-4 marks stand for themselves, AB for an F")
  void readsMarks() {
    assertThat(new PastResult("P", null, NOW, "№ 1").judge(TODAY).warnings()).isEmpty();
    assertThat(new PastResult("P", null, NOW, "№ 1").grade().mark()).isEqualTo(Mark.P);
    assertThat(new PastResult("AB", null, NOW, "№ 1").grade().fails()).isTrue();
  }

  @Test
  @DisplayName("IMP-4 nothing of the future is past")
  void refusesTheFuture() {
    assertThat(new PastResult("A", 95, TODAY.plusDays(1), "№ 1").judge(TODAY).isAllowed())
        .isFalse();
  }

  @Test
  @DisplayName("IMP-5 control totals agree, or a reason accepts the difference")
  void comparesTotals() {
    ControlTotal ours = new ControlTotal(120, new BigDecimal("3.10"));
    assertThat(new ControlTotal(120, new BigDecimal("3.1")).judge(ours, null).warnings()).isEmpty();
    assertThat(new ControlTotal(118, new BigDecimal("3.10")).judge(ours, null).isAllowed())
        .isFalse();
    assertThat(new ControlTotal(118, new BigDecimal("3.10")).judge(ours, " ").isAllowed())
        .isFalse();
    assertThat(new ControlTotal(118, null).judge(ours, "акт № 3").warnings())
        .extracting(Refusal::code)
        .containsExactly("achievement.control.differs");
  }
}
