package kz.miras.registrar.achievement.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RemarkTest {

  private static final Set<String> ABOUT = Set.of("teacher", "dean");

  private static List<String> refused(IntegrityOutcome outcome, String words, String login) {
    return RemarkPolicy.judge(outcome, words, login, ABOUT).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("INT-7 a remark says what was found, and how it is followed")
  void outcome() {
    assertThat(refused(IntegrityOutcome.NOTHING, null, "senior")).isEmpty();
    assertThat(refused(IntegrityOutcome.FOLLOW, "asked the department", "senior")).isEmpty();
    assertThat(refused(null, "words", "senior"))
        .containsExactly("achievement.integrity.no-outcome");
    assertThat(refused(IntegrityOutcome.FOLLOW, " ", "senior"))
        .containsExactly("achievement.integrity.no-words");
    assertThat(refused(IntegrityOutcome.FOLLOW, null, "senior"))
        .containsExactly("achievement.integrity.no-words");
    String longest = "x".repeat(RemarkPolicy.LONGEST);
    assertThat(refused(IntegrityOutcome.NOTHING, longest, "senior")).isEmpty();
    assertThat(refused(IntegrityOutcome.NOTHING, longest + "x", "senior"))
        .containsExactly("achievement.integrity.long-words");
  }

  @Test
  @DisplayName("INT-8 whoever a flag is about does not remark on it")
  void own() {
    assertThat(refused(IntegrityOutcome.NOTHING, null, "dean"))
        .containsExactly("achievement.integrity.own");
    assertThat(refused(IntegrityOutcome.NOTHING, null, "senior")).isEmpty();
  }
}
