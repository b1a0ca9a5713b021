package kz.miras.registrar.correspondence.ministry;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlatformNamesTest {

  @ParameterizedTest
  @CsvSource({
    "CenterCountry, true",
    "_id2, true",
    "2id, false",
    "birth-date, false",
    "find-all?page=1, false",
    "'', false",
    "имя, false"
  })
  void namesAreWrittenAsThePlatformWritesThem(String text, boolean name) {
    assertThat(PlatformNames.isName(text)).isEqualTo(name);
  }
}
