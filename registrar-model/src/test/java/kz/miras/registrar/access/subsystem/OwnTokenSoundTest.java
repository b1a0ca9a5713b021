package kz.miras.registrar.access.subsystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwnTokenSoundTest {

  private static final List<ApiScope> RESULTS = List.of(ApiScope.RESULTS_READ);

  @Test
  @DisplayName("SUB-6 a student grants reading the own record, by name, for a year at most")
  void granted() {
    assertThat(OwnTokenSound.judge("Planner", RESULTS, 365, 9).isAllowed()).isTrue();
    assertThat(OwnTokenSound.judge(" ", List.of(), 366, 10).refusals())
        .extracting(Refusal::field)
        .containsExactly("name", "scopes", "days", "name");
    assertThat(OwnTokenSound.judge("Planner", RESULTS, null, 0).isAllowed()).isFalse();
    assertThat(
            OwnTokenSound.judge("Planner", List.of(ApiScope.GRADE_SHEETS_WRITE), 30, 0).isAllowed())
        .isFalse();
  }
}
