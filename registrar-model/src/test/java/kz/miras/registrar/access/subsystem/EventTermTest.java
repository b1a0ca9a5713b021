package kz.miras.registrar.access.subsystem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class EventTermTest {

  @Test
  @DisplayName("SUB-7 events are kept for the days of the term, longer than messages are tried")
  void kept() {
    Instant now = Instant.parse("2196-03-01T08:00:00Z");
    assertThat(new EventTerm(7).keptFrom(now)).isEqualTo("2196-02-23T08:00:00Z");
    assertThat(new EventTerm(365).keptFrom(now)).isEqualTo("2195-03-02T08:00:00Z");
    assertThatThrownBy(() -> new EventTerm(6)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("SUB-7 the feed goes on behind what was forgotten last, and behind nothing before")
  void reaches() {
    assertThat(EventTerm.reaches(0, 0)).isTrue();
    assertThat(EventTerm.reaches(40, 40)).isTrue();
    assertThat(EventTerm.reaches(41, 40)).isTrue();
    assertThat(EventTerm.reaches(39, 40)).isFalse();
    assertThat(EventTerm.reaches(0, 40)).isFalse();
  }
}
