package kz.miras.registrar.achievement.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.achievement.summary.HistoryCheck.Found;
import kz.miras.registrar.achievement.summary.HistoryCheck.Kind;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HistoryCheckTest {

  private static final Found EARNED = new Found(7, Kind.FIGURE, "earned", "8", "5");
  private static final Found OTHERWISE = new Found(7, Kind.FIGURE, "earned", "9", "5");
  private static final Found MISSING = new Found(8, Kind.FIGURE, "gpa", null, "10/5");
  private static final Found CHAIN = new Found(7, Kind.CHAIN, "CHANGED 3", null, null);

  @Test
  @DisplayName(
      "ACH-11 what is found again stays the same difference; what says otherwise is another")
  void appears() {
    HistoryCheck check = new HistoryCheck(Set.of(Kind.FIGURE), Set.of(EARNED, MISSING));
    assertThat(check.appeared(List.of())).containsExactlyInAnyOrder(EARNED, MISSING);
    assertThat(check.appeared(List.of(EARNED))).containsExactly(MISSING);
    assertThat(check.appeared(List.of(OTHERWISE))).containsExactlyInAnyOrder(EARNED, MISSING);
    assertThat(check.gone(List.of(OTHERWISE))).containsExactly(OTHERWISE);
  }

  @Test
  @DisplayName("ACH-11 only what was looked at can be gone")
  void gone() {
    HistoryCheck figures = new HistoryCheck(Set.of(Kind.FIGURE), Set.of());
    assertThat(figures.gone(List.of(EARNED, CHAIN))).containsExactly(EARNED);
    HistoryCheck both = new HistoryCheck(Set.of(Kind.FIGURE, Kind.CHAIN), Set.of(EARNED));
    assertThat(both.gone(List.of(EARNED, CHAIN))).containsExactly(CHAIN);
  }

  @Test
  @DisplayName("ACH-11 a remark says what was done")
  void remark() {
    assertThat(HistoryCheck.remark("restored from the archive").isAllowed()).isTrue();
    for (String nothing : new String[] {null, " "}) {
      assertThat(HistoryCheck.remark(nothing).refusals())
          .extracting(Refusal::code)
          .containsExactly("achievement.check.no-words");
    }
    assertThat(HistoryCheck.remark("x".repeat(HistoryCheck.LONGEST + 1)).refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.check.long-words");
  }
}
