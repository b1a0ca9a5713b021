package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushPlanTest {

  private static final Instant NOW = Instant.parse("2026-11-30T12:00:00Z");
  private static final PushPlan PLAN = PushPlan.parse("1m 5m 2h");

  @Test
  @DisplayName("PRT-16 each pause is longer, a fifth more or less by chance, and the last ends it")
  void pauses() {
    assertThat(PLAN.after(1, 0.5)).contains(Duration.ofMinutes(1));
    assertThat(PLAN.after(1, 0)).contains(Duration.ofSeconds(48));
    assertThat(PLAN.after(1, 1)).contains(Duration.ofSeconds(72));
    assertThat(PLAN.after(2, 0.5)).contains(Duration.ofMinutes(5));
    assertThat(PLAN.after(3, 0.5)).contains(Duration.ofHours(2));
    assertThat(PLAN.after(4, 0.5)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "m", "0m", "1d", "-1m", "1m,5m"})
  @DisplayName("PRT-16 a plan that cannot be read is none")
  void unreadable(String written) {
    assertThatThrownBy(() -> PushPlan.parse(written)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("PRT-17 after so many failures in a row nothing is sent for a while, then one tries")
  void circuit() {
    Duration pause = Duration.ofMinutes(10);
    PushCircuit two = PushCircuit.CLOSED.failed(3, pause, NOW).failed(3, pause, NOW);
    assertThat(two.isPaused(NOW)).isFalse();
    assertThat(two.isTrial(NOW)).isFalse();
    PushCircuit three = two.failed(3, pause, NOW);
    assertThat(three.isPaused(NOW.plusSeconds(599))).isTrue();
    assertThat(three.isPaused(NOW.plus(pause))).isFalse();
    assertThat(three.isTrial(NOW.plus(pause))).isTrue();
    PushCircuit again = three.failed(3, pause, NOW.plus(pause));
    assertThat(again.isPaused(NOW.plus(pause).plusSeconds(1))).as("the trial has failed").isTrue();
    assertThat(PushCircuit.CLOSED.isPaused(NOW)).isFalse();
  }

  @Test
  @DisplayName("PRT-17 a message the partner calls wrong says nothing of its address")
  void ofAddress() {
    assertThat(PushFailure.REFUSED.isOfAddress()).isFalse();
    assertThat(PushFailure.REFUSED.isFinal()).isTrue();
    assertThat(PushFailure.TIMEOUT.isOfAddress()).isTrue();
    assertThat(PushFailure.FAULT.isFinal()).isFalse();
  }
}
