package kz.miras.registrar.attestation.rating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatingPeriodTest {

  private static final LocalDate BEGINS = LocalDate.of(2025, 9, 1);

  private static RatingPeriod period(int number) {
    return RatingPeriod.of(
        number, BEGINS, 15, LocalDate.of(2025, 10, 24), LocalDate.of(2025, 12, 12), 10);
  }

  private static String code(Verdict verdict) {
    return verdict.isAllowed() ? "" : verdict.refusals().get(0).code();
  }

  @Test
  @DisplayName("RAT-2 the first period ends with the week of its control, the second follows")
  void weeksOfTheCalendar() {
    assertThat(period(1)).isEqualTo(new RatingPeriod(1, 1, 8, BEGINS, LocalDate.of(2025, 11, 3)));
    assertThat(period(2))
        .isEqualTo(
            new RatingPeriod(2, 9, 15, LocalDate.of(2025, 10, 27), LocalDate.of(2025, 12, 22)));
    assertThat(period(1).weeks() + period(2).weeks()).isEqualTo(15);
    assertThat(period(2).has(8)).isFalse();
    assertThat(period(2).has(9)).isTrue();
  }

  @Test
  @DisplayName("RAT-2 a term without controls in the calendar is halved, from a Monday on")
  void halves() {
    LocalDate wednesday = LocalDate.of(2025, 9, 3);
    assertThat(RatingPeriod.of(1, wednesday, 15, null, null, 10))
        .isEqualTo(new RatingPeriod(1, 1, 8, wednesday, LocalDate.of(2025, 11, 5)));
    assertThat(RatingPeriod.of(2, wednesday, 15, null, null, 10))
        .isEqualTo(
            new RatingPeriod(2, 9, 15, LocalDate.of(2025, 10, 27), LocalDate.of(2025, 12, 24)));
    assertThatThrownBy(() -> RatingPeriod.of(3, BEGINS, 15, null, null, 10))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @DisplayName("RAT-2 its teacher types it until so many days after the control, the office later")
  void typedInItsTime() {
    RatingPeriod second = period(2);
    assertThat(code(second.judge(LocalDate.of(2025, 10, 26), false)))
        .isEqualTo("attestation.rating.too-early");
    assertThat(code(second.judge(LocalDate.of(2025, 10, 26), true)))
        .isEqualTo("attestation.rating.too-early");
    assertThat(code(second.judge(LocalDate.of(2025, 10, 27), false))).isEmpty();
    assertThat(code(second.judge(LocalDate.of(2025, 12, 22), false))).isEmpty();
    assertThat(code(second.judge(LocalDate.of(2025, 12, 23), false)))
        .isEqualTo("attestation.rating.too-late");
    assertThat(code(second.judge(LocalDate.of(2025, 12, 23), true))).isEmpty();
    assertThat(second.judge(LocalDate.of(2025, 12, 23), false).refusals().get(0).args())
        .containsExactly(2, LocalDate.of(2025, 12, 22));
  }
}
