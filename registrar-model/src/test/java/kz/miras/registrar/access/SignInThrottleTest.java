package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private static final Instant NOW = Instant.parse("2026-11-24T05:00:00Z");
  private static final SignInThrottle THROTTLE =
      new SignInThrottle(3, Duration.ofSeconds(10), Duration.ofSeconds(60), Duration.ofMinutes(15));

  @Test
  @DisplayName("ACC-7 free failures cost nothing, then the delay doubles up to the longest")
  void delayDoublesUpToTheLongest() {
    List<Long> waits = new ArrayList<>();
    Optional<FailedSignIns> state = Optional.empty();
    Instant now = NOW;
    for (int i = 0; i < 8; i++) {
      state = Optional.of(THROTTLE.failed(state, now));
      waits.add(THROTTLE.wait(state, now).toSeconds());
      now = now.plus(THROTTLE.wait(state, now));
    }
    assertThat(waits).containsExactly(0L, 0L, 0L, 10L, 20L, 40L, 60L, 60L);
  }

  @Test
  @DisplayName("ACC-7 the delay runs off and the next attempt is free to be made")
  void delayRunsOff() {
    Optional<FailedSignIns> state = Optional.of(new FailedSignIns(4, NOW, NOW.plusSeconds(10)));
    assertThat(THROTTLE.wait(state, NOW.plusSeconds(9))).isEqualTo(Duration.ofSeconds(1));
    assertThat(THROTTLE.wait(state, NOW.plusSeconds(10))).isEqualTo(Duration.ZERO);
    assertThat(THROTTLE.wait(Optional.empty(), NOW)).isEqualTo(Duration.ZERO);
  }

  @Test
  @DisplayName("ACC-7 failures longer ago than the window are forgotten")
  void oldFailuresAreForgotten() {
    Optional<FailedSignIns> state = Optional.of(new FailedSignIns(50, NOW, null));
    assertThat(THROTTLE.failed(state, NOW.plus(Duration.ofMinutes(15))).failures()).isEqualTo(51);
    FailedSignIns later = THROTTLE.failed(state, NOW.plus(Duration.ofMinutes(15)).plusNanos(1000));
    assertThat(later.failures()).isEqualTo(1);
    assertThat(later.lockedUntil()).isNull();
  }

  @Test
  @DisplayName("ACC-7 any number of failures gives the longest delay and never overflows")
  void manyFailuresDoNotOverflow() {
    Optional<FailedSignIns> state = Optional.of(new FailedSignIns(Integer.MAX_VALUE, NOW, NOW));
    FailedSignIns next = THROTTLE.failed(state, NOW);
    assertThat(next.lockedUntil()).isEqualTo(NOW.plusSeconds(60));
  }

  @Test
  @DisplayName("ACC-7 settings that contradict each other are refused")
  void contradictorySettingsAreRefused() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignInThrottle(-1, second, second, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignInThrottle(1, Duration.ZERO, second, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignInThrottle(1, second, Duration.ofMillis(1), second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new SignInThrottle(1, second, second, Duration.ofMillis(1)));
  }
}
