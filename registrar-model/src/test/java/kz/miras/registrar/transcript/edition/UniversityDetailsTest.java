package kz.miras.registrar.transcript.edition;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class UniversityDetailsTest {

  private static Map<String, String> details() {
    Map<String, String> values = new HashMap<>();
    for (String code : List.of("name", "city", "head", "registrar")) {
      for (String language : List.of("kk", "ru", "en")) {
        values.put(code + "." + language, "x");
      }
    }
    return values;
  }

  private static List<String> problems(String code, String value) {
    Map<String, String> values = details();
    values.put(code, value);
    return UniversityDetails.judge(values).refusals().stream().map(one -> one.field()).toList();
  }

  @Test
  @DisplayName("DOC-32 a university is named in three languages, and its BIN is one")
  void complete() {
    assertThat(UniversityDetails.judge(details()).isAllowed()).isTrue();
    assertThat(problems("name.kk", " ")).containsExactly("name.kk");
    assertThat(problems("bin", "123")).containsExactly("bin");
    assertThat(problems("address.ru", "x".repeat(501))).containsExactly("address.ru");
    assertThat(problems("image.accreditation-1", "data:image/png;base64,AA"))
        .as("a logo has a name to be read aloud")
        .containsExactly("accreditation-1.kk", "accreditation-1.ru", "accreditation-1.en");
    assertThat(UniversityDetails.knows("registrar.person.kk")).isTrue();
    assertThat(UniversityDetails.knows("sign-in.account.free-failures"))
        .as("no other setting is reached")
        .isFalse();
  }
}
