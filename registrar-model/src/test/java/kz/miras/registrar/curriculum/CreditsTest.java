package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CreditsTest {

  @Test
  @DisplayName("CRD-1 a credit is thirty academic hours")
  void creditIsThirtyHours() {
    RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
    assertThat(Credits.of(240).academicHours(rules)).isEqualTo(7200);
  }

  @Test
  @DisplayName("CRD-2 credits are whole, never negative, and add up")
  void creditsAreWhole() {
    assertThat(Credits.sum(List.of(Credits.of(5), Credits.of(3)))).isEqualTo(Credits.of(8));
    assertThat(Credits.of(8).minus(Credits.of(8)).isZero()).isTrue();
    assertThat(Credits.of(31).exceeds(Credits.of(30))).isTrue();
    assertThatThrownBy(() -> Credits.of(3).minus(Credits.of(5)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
