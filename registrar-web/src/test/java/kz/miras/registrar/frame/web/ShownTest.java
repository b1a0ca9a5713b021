package kz.miras.registrar.frame.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Values as people of the office write them. */
class ShownTest {

  private final Shown shown = new Shown();

  @Test
  @DisplayName("the day a document of the history ends with is written as people write days")
  void document_endsWithADayOfPeople() {
    assertThat(shown.document("№ 2024-1-0009, 2024-12-25")).isEqualTo("№ 2024-1-0009, 25.12.2024");
  }

  @Test
  @DisplayName("a document without a day, and a number that only looks like one, stay as they are")
  void document_withoutADayStays() {
    assertThat(shown.document("№ Т-7, 2026-08-01, KazNU; № 12-с, 2026-12-01"))
        .isEqualTo("№ Т-7, 01.08.2026, KazNU; № 12-с, 01.12.2026");
    assertThat(shown.document("протокол № 2024-12-25/3")).isEqualTo("протокол № 2024-12-25/3");
    assertThat(shown.document("№ 17-43, 2024-13-45")).isEqualTo("№ 17-43, 2024-13-45");
    assertThat(shown.document(null)).isEmpty();
  }

  @Test
  @DisplayName("a room that is called by words needs no word before it")
  void room_ofWordsStays() {
    assertThat(shown.room("ауд. 212")).isEqualTo("ауд. 212");
    assertThat(shown.room(null)).isNull();
  }
}
