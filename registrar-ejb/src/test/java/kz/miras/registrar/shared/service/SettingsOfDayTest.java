package kz.miras.registrar.shared.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SettingsOfDayTest {

  private final SettingsOfDay set =
      new SettingsOfDay(
          Set.of("code", "name", "city"),
          Map.of("code", "miras", "name.kk", "Мирас", "name.ru", ""));

  @Test
  @DisplayName("what is set is told, and what nobody has set by its fallback")
  void told() {
    assertThat(set.text("code", "other")).isEqualTo("miras");
    assertThat(set.text("city", "other")).isEqualTo("other");
    assertThat(set.localized("name")).isEqualTo(LocalizedText.of("Мирас", "", ""));
    assertThat(set.localized("city")).isEqualTo(LocalizedText.of("", "", ""));
  }

  @Test
  @DisplayName("what was not read does not pass for what nobody has set")
  void notRead() {
    assertThatThrownBy(() -> set.text("twins.iin", "false")).hasMessageContaining("twins.iin");
    assertThatThrownBy(() -> set.localized("head")).hasMessageContaining("head");
  }
}
