package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The numbers are synthetic: their birth dates lie in 2099, so no living person has them. */
class IinTest {

  @ParameterizedTest
  @DisplayName("ID-2 numbers with a right check digit are taken, by the first or second weights")
  @CsvSource({
    "991231500016, 2099-12-31, MALE",
    "991231600012, 2099-12-31, FEMALE",
    "990615500129, 2099-06-15, MALE",
    "991231500720, 2099-12-31, MALE"
  })
  void takesRightNumbers(String digits, LocalDate born, Sex sex) {
    Iin iin = Iin.parse(" " + digits + " ");
    assertThat(iin.digits()).isEqualTo(digits);
    assertThat(iin.birthDate()).contains(born);
    assertThat(iin.sex()).contains(sex);
    assertThat(iin.against(born, sex)).isEqualTo(Verdict.allowed());
  }

  @Test
  @DisplayName("ID-2 the digit that the widespread wrong weights (9, 10, 1) give is refused")
  void refusesTheDigitOfTheWrongWeights() {
    assertThat(codes(Iin.judge("991231500017"))).isEqualTo("shared.iin.check-digit");
  }

  @Test
  @DisplayName("ID-2 a number whose both passes give 10 is never issued, whatever its last digit")
  void refusesNumbersNeverIssued() {
    for (int last = 0; last <= 9; last++) {
      assertThat(codes(Iin.judge("99123150077" + last))).isEqualTo("shared.iin.check-digit");
    }
  }

  @Test
  @DisplayName("ID-2 for each payload at most one of the ten last digits is right")
  void atMostOneDigitIsRight() {
    int without = 0;
    for (int serial = 0; serial < 10_000; serial++) {
      String payload = "9912315" + String.format("%04d", serial);
      int right = 0;
      for (int last = 0; last <= 9; last++) {
        right += Iin.judge(payload + last).isAllowed() ? 1 : 0;
      }
      assertThat(right).isLessThanOrEqualTo(1);
      without += 1 - right;
    }
    assertThat(without).isPositive().isLessThan(200);
  }

  @ParameterizedTest
  @NullSource
  @DisplayName("ID-1 anything but twelve ASCII digits is refused")
  @ValueSource(
      strings = {
        "",
        "12345678901",
        "1234567890123",
        "99123150001A",
        "99123150001 ",
        "９91231500016"
      })
  void refusesOtherForms(String text) {
    assertThat(codes(Iin.judge(text))).isEqualTo("shared.iin.format");
  }

  @Test
  @DisplayName("ID-1 a value cannot be made of a wrong number, and the refusal does not repeat it")
  void cannotBeMadeOfAWrongNumber() {
    assertThatExceptionOfType(RegistrarException.Refused.class)
        .isThrownBy(() -> Iin.parse("991231500017"))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("991231500017"));
    assertThatExceptionOfType(RegistrarException.Refused.class).isThrownBy(() -> Iin.parse(null));
  }

  @Test
  @DisplayName("ID-3 another date or sex than the digits tell is a warning, not an error")
  void differenceIsAWarning() {
    Verdict verdict = Iin.parse("991231500016").against(LocalDate.of(2099, 12, 30), Sex.FEMALE);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .extracting(Refusal::code)
        .containsExactly("shared.iin.other-date", "shared.iin.other-sex");
  }

  @ParameterizedTest
  @DisplayName("ID-3 an impossible date or century digit is a warning, not an error")
  @ValueSource(strings = {"9913315", "9902305", "9912310", "9912317", "9900005"})
  void impossibleDateIsAWarning(String start) {
    Iin iin = completed(start);
    assertThat(iin.birthDate()).isEmpty();
    Verdict verdict = iin.against(LocalDate.of(2000, 1, 1), null);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .extracting(Refusal::code)
        .containsExactly("shared.iin.impossible-date");
  }

  @ParameterizedTest
  @DisplayName("ID-3 the seventh digit tells century and sex")
  @CsvSource({"1,1899,MALE", "2,1899,FEMALE", "3,1999,MALE", "4,1999,FEMALE", "6,2099,FEMALE"})
  void seventhDigitTellsCenturyAndSex(int digit, int year, Sex sex) {
    Iin iin = completed("991231" + digit);
    assertThat(iin.birthDate()).contains(LocalDate.of(year, 12, 31));
    assertThat(iin.sex()).contains(sex);
  }

  @Test
  @DisplayName("ID-5 logs get the masked form")
  void logsGetTheMaskedForm() {
    Iin iin = Iin.parse("991231500016");
    assertThat(iin.masked()).isEqualTo("9912******16");
    assertThat("student " + iin).isEqualTo("student 9912******16");
  }

  private static Iin completed(String start) {
    for (int serial = 0; ; serial++) {
      for (int last = 0; last <= 9; last++) {
        String digits = start + String.format("%04d", serial) + last;
        if (Iin.judge(digits).isAllowed()) {
          return new Iin(digits);
        }
      }
    }
  }

  private static String codes(Verdict verdict) {
    assertThat(verdict.refusals()).hasSize(1);
    return verdict.refusals().get(0).code();
  }
}
