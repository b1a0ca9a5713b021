package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MinorSoundTest {

  private static final LocalDate FROM = LocalDate.of(2026, 9, 1);

  private static List<String> codes(boolean own, boolean level, LocalDate until) {
    return MinorSound.recorded(own, level, FROM, until).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("MIN-1 a minor is another programme of the same level and ends after it begins")
  void recorded() {
    assertThat(codes(false, true, null)).isEmpty();
    assertThat(codes(false, true, FROM)).as("one day").isEmpty();
    assertThat(codes(true, true, null)).containsExactly("registration.minor-own");
    assertThat(codes(false, false, null)).containsExactly("registration.minor-level");
    assertThat(codes(false, true, FROM.minusDays(1))).containsExactly("registration.minor-days");
    assertThat(codes(true, false, FROM.minusDays(1))).hasSize(3);
  }
}
