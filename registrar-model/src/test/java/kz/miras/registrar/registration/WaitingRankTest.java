package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.curriculum.WaitingOrder;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaitingRankTest {

  @ParameterizedTest(name = "REG-33 by {0}: {1}, graduating {2}, has rank {3}")
  @CsvSource({
    "TIME, MAIN, false, 0",
    "TIME, ADDITIONAL, false, 0",
    "TIME, GPA_RAISE, true, 0",
    "PRIORITY, ADDITIONAL, true, 0",
    "PRIORITY, MAIN, false, 1",
    "PRIORITY, DEBT, false, 1",
    "PRIORITY, RETAKE, false, 1",
    "PRIORITY, DIFFERENCE, false, 1",
    "PRIORITY, GPA_RAISE, false, 2",
    "PRIORITY, MINOR, false, 2",
    "PRIORITY, ADDITIONAL, false, 2"
  })
  @DisplayName("REG-33 the published order of a waiting list")
  void theOrderIsAsPublished(
      WaitingOrder order, EnrolmentType type, boolean graduating, int expected) {
    assertThat(WaitingRank.of(order, type, graduating)).isEqualTo(expected);
  }
}
