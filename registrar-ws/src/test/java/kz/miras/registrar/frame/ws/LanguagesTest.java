package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguagesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "kk|KK",
        "kk-KZ|KK",
        "en-GB,en;q=0.9|EN",
        "de,en;q=0.5,kk;q=0.8|KK",
        "de|RU",
        "*|RU",
        ";;q=|RU",
        "ru-RU,ru;q=0.9,en-US;q=0.8|RU"
      })
  void headerPrefersALanguage(String header, Language expected) {
    assertThat(Languages.preferred(header)).isEqualTo(expected);
  }

  @Test
  void withoutAHeaderItIsRussian() {
    assertThat(Languages.preferred(null)).isEqualTo(Language.RU);
  }

  @Test
  void onlyTheThreeTagsCanBeAskedFor() {
    assertThat(Languages.asked("kk")).contains(Language.KK);
    assertThat(Languages.asked("kz")).isEmpty();
    assertThat(Languages.asked(null)).isEmpty();
  }
}
