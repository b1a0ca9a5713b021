package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ChecksTest {

  @Test
  @DisplayName("DAT-2 a field that names another record names one that exists")
  void known() {
    assertThat(Checks.known("group", "CS-1", new Object()).isAllowed()).isTrue();
    refused(Checks.known("group", "CS-9", null), "group", "field.unknown", "CS-9");
    refused(Checks.known("group", null, null), "group", "field.unknown", "null");
  }

  @Test
  @DisplayName("DAT-2 a number lies within its bounds, both included; an empty field is in none")
  void within() {
    for (int value = -3; value <= 12; value++) {
      Verdict verdict = Checks.within("f", Map.of("f", String.valueOf(value)), 1, 7);
      assertThat(verdict.isAllowed()).isEqualTo(value >= 1 && value <= 7);
    }
    assertThat(Checks.within("f", Map.of(), 1, 7).isAllowed()).isTrue();
    refused(Checks.within("f", Map.of("f", "8"), 1, 7), "f", "field.out-of-range", 1L, 7L);
  }

  @Test
  @DisplayName("DAT-2 the later day is after the earlier one")
  void inOrder() {
    Map<String, String> days =
        Map.of("from", "2026-09-01", "to", "2026-09-02", "same", "2026-09-01");
    assertThat(Checks.inOrder("to", days, "from").isAllowed()).isTrue();
    refused(Checks.inOrder("same", days, "from"), "same", "field.not-after", "2026-09-01");
    refused(Checks.inOrder("from", days, "to"), "from", "field.not-after", "2026-09-02");
  }

  @Test
  @DisplayName("DAT-2 languages are kk, ru and en, divided as people divide them")
  void languages() {
    assertThat(Checks.languages("f", Map.of("f", "kk, ru;en")).isAllowed()).isTrue();
    refused(Checks.languages("f", Map.of("f", "kk de")), "f", "field.languages", "de");
    assertThat(Checks.words(" b,a ;  c")).containsExactly("a", "b", "c");
    assertThat(Checks.words(null)).isEmpty();
  }

  private static void refused(Verdict verdict, String field, String code, Object... args) {
    assertThat(verdict.refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.rule()).isEqualTo("DAT-2");
              assertThat(refusal.field()).isEqualTo(field);
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.args().toArray()).containsExactly(args);
            });
  }
}
