package kz.miras.registrar.registration.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The steps of an application between the student and the group. */
class SummerStepsTest {

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream()
        .map(Refusal::code)
        .map(code -> code.replace("registration.summer.", ""))
        .toList();
  }

  @ParameterizedTest(name = "checked {0}, agreed {1}, agreement asked for {2}")
  @CsvSource({
    "true,  true,  true,  ''",
    "true,  false, false, ''",
    "true,  false, true,  unagreed",
    "false, true,  true,  unchecked",
    "false, false, false, unchecked",
    "false, false, true,  unchecked unagreed"
  })
  @DisplayName("SUM-13 an application goes on when it is checked and, where asked for, agreed to")
  void readyForItsGroup(boolean checked, boolean agreed, boolean asked, String codes) {
    assertThat(codes(SummerPlanSound.ready(checked, agreed, asked)))
        .isEqualTo(codes == null || codes.isBlank() ? List.of() : List.of(codes.split(" ")));
  }

  @ParameterizedTest
  @EnumSource(SummerApplicationStatus.class)
  @DisplayName("SUM-13 what waits is checked and agreed to, once")
  void stepsOfWhatWaits(SummerApplicationStatus status) {
    boolean waits = status == SummerApplicationStatus.APPLIED;
    assertThat(SummerPlanSound.steps(status, false).isAllowed()).isEqualTo(waits);
    assertThat(codes(SummerPlanSound.steps(status, true))).containsExactly("not-waiting");
  }
}
