package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.YearMonth;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BinTest {

  @ParameterizedTest
  @DisplayName("ID-4 right numbers are taken")
  @CsvSource({"990140000126, 2099-01", "991240000013, 2099-12"})
  void takesRightNumbers(String digits, YearMonth registered) {
    Bin bin = Bin.parse(digits);
    assertThat(bin.holder()).isEqualTo(Bin.Holder.RESIDENT);
    assertThat(bin.isHeadOffice()).isTrue();
    assertThat(bin.registered(YearMonth.of(2099, 12))).contains(registered);
    assertThat(bin.registered(YearMonth.of(2026, 11))).contains(registered.minusYears(100));
  }

  @ParameterizedTest
  @DisplayName("ID-4 wrong numbers are refused, each with its reason")
  @CsvSource({
    "990140000825, shared.bin.check-digit",
    "990140000127, shared.bin.check-digit",
    "991231500016, shared.bin.kind",
    "99014000012, shared.bin.format",
    "99014000012A, shared.bin.format"
  })
  void refusesWrongNumbers(String digits, String code) {
    assertThat(Bin.judge(digits).refusals()).extracting(Refusal::code).containsExactly(code);
    assertThatExceptionOfType(RegistrarException.Refused.class).isThrownBy(() -> Bin.parse(digits));
  }

  @Test
  @DisplayName("ID-4 a payload whose both passes give 10 is never issued")
  void refusesNumbersNeverIssued() {
    for (int last = 0; last <= 9; last++) {
      assertThat(Bin.judge("99014000082" + last).isAllowed()).isFalse();
    }
  }
}
