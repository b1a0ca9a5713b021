package kz.miras.registrar.achievement.stipend;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StipendDayTest {

  private static final LocalDate ENDS = LocalDate.of(2177, 1, 20);

  @Test
  @DisplayName("STP-6 the usual day is today while the session lasts, and its last day afterwards")
  void usual() {
    assertThat(StipendDay.of(ENDS, 60, LocalDate.of(2176, 12, 1)).usual())
        .as("the term goes on")
        .isEqualTo(LocalDate.of(2177, 1, 21));
    assertThat(StipendDay.of(ENDS, 60, LocalDate.of(2177, 2, 3)).usual())
        .isEqualTo(LocalDate.of(2177, 2, 3));
    assertThat(StipendDay.of(ENDS, 60, LocalDate.of(2178, 2, 3)).usual())
        .isEqualTo(LocalDate.of(2177, 3, 22));
    assertThat(StipendDay.of(ENDS, 10, LocalDate.of(2178, 2, 3)).usual())
        .as("a shorter session by the rules")
        .isEqualTo(LocalDate.of(2177, 1, 31));
  }

  @Test
  @DisplayName("STP-6 a list is for a day after its term and not after today")
  void named() {
    StipendDay day = StipendDay.of(ENDS, 60, LocalDate.of(2177, 5, 1));
    assertThat(day.judge(LocalDate.of(2177, 1, 21)).isAllowed()).isTrue();
    assertThat(day.judge(LocalDate.of(2177, 5, 1)).isAllowed()).isTrue();
    for (LocalDate wrong : new LocalDate[] {ENDS, LocalDate.of(2177, 5, 2)}) {
      assertThat(day.judge(wrong).refusals())
          .containsExactly(
              Refusal.of(
                      "achievement.stipend.day",
                      "STP-6",
                      LocalDate.of(2177, 1, 21),
                      LocalDate.of(2177, 5, 1))
                  .at("day"));
    }
  }
}
