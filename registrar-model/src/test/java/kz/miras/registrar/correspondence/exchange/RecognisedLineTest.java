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
