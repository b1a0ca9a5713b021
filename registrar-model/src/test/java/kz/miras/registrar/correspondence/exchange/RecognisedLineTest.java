package kz.miras.registrar.correspondence.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecognisedLineTest {

  @Test
  @DisplayName(
      "PRT-13 code, what it counts as and credits of a line, whatever blanks stand between")
  void line() {
    RecognisedLine whole = new RecognisedLine("MAT1", "Математика I", new BigDecimal("5"));
    assertThat(RecognisedLine.of("MAT1; Математика I; 5")).contains(whole);
    assertThat(RecognisedLine.of(" MAT1 ;Математика I ;5 ")).contains(whole);
    assertThat(RecognisedLine.of("a;b;2.5"))
        .contains(new RecognisedLine("a", "b", new BigDecimal("2.5")));
  }

  @Test
  @DisplayName("PRT-13 no more and no longer lines than the contract can tell")
  void judged() {
    assertThat(RecognisedLine.judge(null).isAllowed()).isTrue();
    assertThat(RecognisedLine.judge("a; b; 5\n\n" + "x".repeat(200)).isAllowed()).isTrue();
    assertThat(RecognisedLine.judge("a; b; 5\n" + "x".repeat(201)).refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("access.exchange.result-long");
              assertThat(refusal.field()).isEqualTo("results");
            });
    assertThat(RecognisedLine.judge("x\n".repeat(200)).isAllowed()).isTrue();
    assertThat(RecognisedLine.judge("x\n".repeat(201)).isAllowed()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Философия: 3 кредита",
        "a; b",
        "a; b; c",
        "a; b; 5; d",
        "; b; 5",
        "a; ; 5",
        "a; b; -5"
      })
  @DisplayName("PRT-13 a line of another form says nothing of the kind")
  void other(String line) {
    assertThat(RecognisedLine.of(line)).isEmpty();
  }
}
