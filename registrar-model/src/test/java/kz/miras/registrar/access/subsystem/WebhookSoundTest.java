package kz.miras.registrar.access.subsystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WebhookSoundTest {

  private static final List<String> GRADES = List.of("grade.posted");

  @ParameterizedTest
  @CsvSource({
    "https://lms.miras.example/hook, true",
    "http://127.0.0.1:8085/hook, true",
    "http://localhost/hook, true",
    "http://lms.miras.example/hook, false",
    "ftp://lms.miras.example/hook, false",
    "https://user:word@lms.miras.example/, false",
    "https:///hook, false",
    "rubbish here, false"
  })
  @DisplayName("SUB-4 events go by TLS, to this very machine without too")
  void address(String url, boolean sound) {
    assertThat(WebhookSound.subscription(url, GRADES, type -> true, 0).isAllowed())
        .isEqualTo(sound);
  }

  @Test
  @DisplayName("SUB-4 a subscription names types there are and the program may read")
  void types() {
    String url = "https://lms.miras.example/hook";
    assertThat(
            WebhookSound.subscription(
                    url,
                    List.of("grade.posted", "exam.rescheduled", "moon.full"),
                    type -> type == EventType.GRADE_POSTED,
                    0)
                .refusals())
        .extracting(Refusal::args)
        .containsExactly(List.of("exam.rescheduled"), List.of("moon.full"));
    assertThat(WebhookSound.subscription(url, List.of(), type -> true, 0).isAllowed()).isFalse();
    assertThat(WebhookSound.subscription(url, GRADES, type -> true, 10).isAllowed()).isFalse();
    assertThat(EventType.of("grade.posted").orElseThrow().type())
        .isEqualTo("kz.miras.registrar.grade.posted.v1");
  }

  @Test
  @DisplayName("SUB-5 a message is signed as Standard Webhooks has it, by each secret that is good")
  void signature() {
    byte[] secret = Base64.getDecoder().decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    String id = "msg_p5jXN8AQM9LWM0D4loKWxJek";
    String body = "{\"test\": 2432232314}";
    String signed =
        WebhookSignature.of(List.of(secret), id, Instant.ofEpochSecond(1614265330), body);
    assertThat(signed)
        .as("the example of the specification")
        .isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    byte[] other = "another".getBytes(StandardCharsets.UTF_8);
    assertThat(
            WebhookSignature.of(
                List.of(secret, other), id, Instant.ofEpochSecond(1614265330), body))
        .startsWith(signed + " v1,");
    assertThat(WebhookSignature.written(secret))
        .isEqualTo("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
  }
}
