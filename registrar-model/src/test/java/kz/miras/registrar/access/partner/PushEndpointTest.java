package kz.miras.registrar.access.partner;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PushEndpointTest {

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {
        "",
        " ",
        "https://uni.example/registrar",
        "https://uni.example:8443/in?unit=2",
        "http://localhost:9000/in",
        "http://127.0.0.1:9000/in",
        "http://[::1]:9000/in"
      })
  @DisplayName("PRT-15 messages are delivered by TLS, or to this very machine, or not at all")
  void sound(String address) {
    assertThat(PushEndpoint.judge(address).isAllowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "uni.example/registrar",
        "http://uni.example/registrar",
        "http://127.0.0.1.uni.example/in",
        "ftp://uni.example/in",
        "file:///etc/passwd",
        "https:///in",
        "https://user:secret@uni.example/in",
        "https://uni.example/in#part",
        "https://uni.example:70000/in",
        "https://uni.example/a b"
      })
  @DisplayName("PRT-15 nothing is sent openly, with credentials in the address, or nowhere")
  void unsound(String address) {
    assertThat(PushEndpoint.judge(address).refusals())
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.field()).isEqualTo("endpoint");
              assertThat(refusal.rule()).isEqualTo("PRT-15");
            });
  }
}
