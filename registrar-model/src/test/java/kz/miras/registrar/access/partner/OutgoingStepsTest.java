package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OutgoingStepsTest {

  private static final EnumSet<OutgoingState> OPEN =
      EnumSet.of(OutgoingState.WAITING, OutgoingState.TOLD, OutgoingState.DEAD);

  @ParameterizedTest
  @EnumSource
  @DisplayName(
      "PRT-18 what waits, was told or is dead is tried again where there is an address to try")
  void again(OutgoingState state) {
    assertThat(OutgoingSteps.again(state, true).isAllowed()).isEqualTo(OPEN.contains(state));
    assertThat(OutgoingSteps.again(state, false).isAllowed()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("PRT-18 it is given up with a reason, and not while it is being sent")
  void giveUp(OutgoingState state) {
    assertThat(OutgoingSteps.giveUp(state, "they use paper").isAllowed())
        .isEqualTo(OPEN.contains(state));
    assertThat(OutgoingSteps.giveUp(state, " ").isAllowed()).isFalse();
  }
}
