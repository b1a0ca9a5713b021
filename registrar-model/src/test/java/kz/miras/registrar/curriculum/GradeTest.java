package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("CRD-6 credits only for a positive result; SCL-3 marks that are no letters")
class GradeTest {

  @Test
  void positiveLettersAndPAndTrEarnCredits() {
    Set<Letter> failing = EnumSet.of(Letter.FX, Letter.F);
    for (Letter letter : Letter.values()) {
      assertThat(Grade.of(letter).passes()).isEqualTo(!failing.contains(letter));
    }
    Set<Mark> earning = EnumSet.of(Mark.P, Mark.TR);
    for (Mark mark : Mark.values()) {
      assertThat(Grade.of(mark).earnsCredits(false)).isEqualTo(earning.contains(mark));
    }
  }

  @Test
  @DisplayName(
      "ACH-10 an exemption meets what was asked; its credits are the university's to decide")
  void exemption() {
    Grade exempt = Grade.of(Mark.EX);
    assertThat(exempt.passes()).isTrue();
    assertThat(exempt.isExempt()).isTrue();
    assertThat(exempt.earnsCredits(true)).isTrue();
    assertThat(exempt.earnsCredits(false)).isFalse();
    assertThat(exempt.digital()).isEmpty();
    assertThat(Grade.of(Letter.F).earnsCredits(true)).isFalse();
    for (Mark mark : Mark.values()) {
      assertThat(mark.closesRow()).isEqualTo(mark == Mark.W || mark == Mark.EX);
    }
  }

  @Test
  void noGradeBothPassesAndFails() {
    for (Letter letter : Letter.values()) {
      assertThat(Grade.of(letter).fails()).isEqualTo(!Grade.of(letter).passes());
    }
    assertThat(Grade.of(Mark.I).fails()).isFalse();
    assertThat(Grade.of(Mark.W).fails()).isFalse();
    assertThat(Grade.of(Mark.NP).fails()).isTrue();
    assertThat(Grade.failed(Mark.NA).fails()).isTrue();
  }

  @Test
  void onlyNaAndAbExplainAnF() {
    assertThat(Grade.failed(Mark.AB).digital()).contains(Letter.F.digital());
    assertThatThrownBy(() -> new Grade(0, Letter.F, Mark.P))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Grade(70, Letter.C_PLUS, Mark.NA))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Grade(50, null, null))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"P,P", "Р,P", "np,NP", "AВ,AB", "АЕ,AE", "ТR,TR", "w,W"})
  void marksAreReadInEitherAlphabet(String typed, Mark mark) {
    assertThat(Mark.parse(typed)).contains(mark);
  }
}
