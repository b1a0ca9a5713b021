package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MailRetryTest {

  @Test
  @DisplayName("a mail is tried seven times, each pause longer than the one before")
  void pauses() {
    Duration last = Duration.ZERO;
    for (int attempts = 1; attempts <= 6; attempts++) {
      Duration pause = MailRetry.after(attempts).orElseThrow();
      assertThat(pause).isGreaterThan(last);
      last = pause;
    }
    assertThat(MailRetry.after(1)).contains(Duration.ofMinutes(1));
    assertThat(MailRetry.after(6)).contains(Duration.ofHours(24));
    assertThat(MailRetry.after(7)).isEmpty();
    assertThatThrownBy(() -> MailRetry.after(0)).isInstanceOf(IllegalArgumentException.class);
  }
}
