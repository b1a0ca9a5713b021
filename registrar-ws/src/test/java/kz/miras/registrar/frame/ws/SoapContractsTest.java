package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SoapContractsTest {

  private static SoapMessage.Content sent(String at) {
    return new SoapMessage.Content(
        null, null, List.of(), null, null, null, null, at, null, null, false);
  }

  @Test
  @DisplayName("a moment is read as it was sent")
  void moment() {
    assertThat(SoapContracts.sent(sent("2026-11-30T12:00:00+05:00")))
        .isEqualTo(Instant.parse("2026-11-30T07:00:00Z"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"20260-11-30T12:00:00Z", "2026-11-30T12:00:00.12345678901234567890Z"})
  @DisplayName("a moment the schema takes and no calendar here has is a violation of its field")
  void noMoment(String at) {
    ProblemException refused =
        catchThrowableOfType(ProblemException.class, () -> SoapContracts.sent(sent(at)));
    assertThat(refused.problem().kind()).isEqualTo("validation");
    assertThat(refused.problem().refusals())
        .extracting(Refusal::field)
        .containsExactly("messageHeader/messageDate");
  }
}
