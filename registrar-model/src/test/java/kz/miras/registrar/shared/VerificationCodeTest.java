package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VerificationCodeTest {

  @Test
  @DisplayName("DOC-3 codes are unlike each other and free of letters that look alike")
  void codesAreUnlikeEachOther() {
    Set<String> codes = new HashSet<>();
    for (int i = 0; i < 20_000; i++) {
      String code = VerificationCode.next();
      assertThat(code).matches("[2-9A-HJ-NP-Z]{4}(-[2-9A-HJ-NP-Z]{4}){3}").doesNotContain("O", "I");
      assertThat(VerificationCode.normalised(code)).isEqualTo(code);
      codes.add(code);
    }
    assertThat(codes).hasSize(20_000);
  }

  @ParameterizedTest
  @CsvSource({
    "7f3k9qwm2hxcd4tr,7F3K-9QWM-2HXC-D4TR",
    "' 7F3K 9QWM 2HXC D4TR ',7F3K-9QWM-2HXC-D4TR",
    "7F3K–9QWM–2HXC–D4TR,7F3K-9QWM-2HXC-D4TR",
    "'',''"
  })
  @DisplayName("DOC-3 a code is found however it is typed")
  void typedCodes(String typed, String code) {
    assertThat(VerificationCode.normalised(typed)).isEqualTo(code);
  }

  @Test
  @DisplayName("DOC-3 a very long text is no longer than a code may be")
  void longTexts() {
    assertThat(VerificationCode.normalised("A".repeat(100_000))).hasSizeLessThan(50);
    assertThat(VerificationCode.normalised(null)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Ахметова Сәуле Нұрланқызы,А****** С**** Н******",
    "Ли Э,Л* Э*",
    "'  Oto   Maria ',O** M****"
  })
  @DisplayName("DOC-3 of a name only first letters are told, and not how long it is")
  void maskedNames(String name, String masked) {
    assertThat(VerificationCode.masked(name)).isEqualTo(masked);
  }
}
