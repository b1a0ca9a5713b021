package kz.miras.registrar.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplyWordingTest {

  private static Map<String, String> values(String body) {
    Map<String, String> values = new HashMap<>();
    for (Language language : Language.values()) {
      values.put("name." + language.tag(), "Enclosed");
      values.put("body." + language.tag(), body);
    }
    return values;
  }

  @Test
  @DisplayName("LTR-15 a wording is whole in three languages and names only what a letter has")
  void judged() {
    assertThat(
            ReplyWording.judge(values("On {number} of {date}: {subject}, {addressee}."))
                .isAllowed())
        .isTrue();
    Map<String, String> wrong = values("On {number}.");
    wrong.put("name.kk", " ");
    wrong.put("body.ru", "On {iin}.");
    wrong.put("body.en", "On {number.");
    assertThat(ReplyWording.judge(wrong).refusals())
        .extracting(Refusal::code, Refusal::field)
        .containsExactlyInAnyOrder(
            tuple("correspondence.wording.empty", "name.kk"),
            tuple("correspondence.wording.place", "body.ru"),
            tuple("correspondence.wording.braces", "body.en"));
    wrong.put("name.kk", "x".repeat(101));
    assertThat(ReplyWording.judge(wrong).refusals())
        .extracting(Refusal::code)
        .contains("correspondence.wording.long");
  }

  @Test
  @DisplayName("LTR-15 its places are filled with what the letter says, as it says it")
  void filled() {
    ReplyWording wording = ReplyWording.of("ENCLOSED", values("On {number}: {subject}."));
    assertThat(wording.enabled()).isTrue();
    assertThat(
            wording.filled(
                Language.RU, place -> "$1 {" + place.name().toLowerCase(Locale.ROOT) + "}"))
        .isEqualTo("On $1 {number}: $1 {subject}.");
  }
}
