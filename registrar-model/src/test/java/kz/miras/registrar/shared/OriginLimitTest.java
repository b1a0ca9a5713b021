package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OriginLimitTest {

  private static final Instant NOW = Instant.parse("2026-11-24T06:00:00Z");
  private final OriginLimit limit = new OriginLimit(10, Duration.ofSeconds(300));

  @Test
  @DisplayName(
      "DOC-22 PRT-20 whoever has asked too much waits until the window is over, and no longer")
  void waits() {
    assertThat(limit.wait(Optional.empty(), NOW)).isZero();
    assertThat(limit.wait(spent(9, 60), NOW)).isZero();
    assertThat(limit.wait(spent(10, 60), NOW)).isEqualTo(Duration.ofSeconds(240));
    assertThat(limit.wait(spent(500, 299), NOW)).isEqualTo(Duration.ofSeconds(1));
    assertThat(limit.wait(spent(500, 300), NOW)).isZero();
    assertThat(limit.wait(spent(500, 3000), NOW)).isZero();
  }

  private static Optional<OriginLimit.Spent> spent(int amount, int secondsAgo) {
    return Optional.of(new OriginLimit.Spent(NOW.minusSeconds(secondsAgo), amount));
  }

  @ParameterizedTest
  @CsvSource({
    "10.0.0.7, 10.0.0.7",
    "2001:db8:1:2:aaaa::1, 2001:db8:1:2::/64",
    "2001:0db8:0001:0002:bbbb:0:0:9, 2001:db8:1:2::/64",
    "2001:db8::5, 2001:db8:0:0::/64",
    "::1, 0:0:0:0::/64",
    "2001:db8::1:2:3:4:5, 2001:db8:0:1::/64",
    "2001:DB8:1:2::7%eth0, 2001:db8:1:2::/64",
    "::ffff:10.0.0.7, 10.0.0.7",
    "0:0:0:0:0:ffff:a00:7, 10.0.0.7",
    "::ffff:10.0.0.256x, 0:0:0:0::/64",
    "1:2:3:4:5:6:7:8:9:10, 1:2:3:4::/64",
    "::, 0:0:0:0::/64"
  })
  @DisplayName("DOC-22 PRT-20 one subscriber is one origin, however many addresses his network has")
  void origins(String address, String origin) {
    assertThat(OriginLimit.origin(address)).isEqualTo(origin);
  }

  @Test
  @DisplayName("DOC-22 a limit allows something")
  void sensible() {
    assertThatThrownBy(() -> new OriginLimit(0, Duration.ofSeconds(1)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new OriginLimit(1, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(OriginLimit.origin("x".repeat(300))).hasSize(60);
    assertThat(OriginLimit.origin(null)).isEmpty();
  }
}
