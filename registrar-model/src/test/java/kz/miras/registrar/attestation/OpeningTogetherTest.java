package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OpeningTogetherTest {

  @Test
  @DisplayName("SHT-31 a sheet nobody examines is left out of the opening of a session, by name")
  void leavesOut() {
    assertThat(OpeningTogether.judge("A-1-0001", 7L).isAllowed()).isTrue();
    assertThat(OpeningTogether.judge("A-1-0002", null).refusals())
        .extracting(Refusal::code, refusal -> refusal.args().get(0))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("attestation.together.no-examiner", "A-1-0002"));
  }
}
