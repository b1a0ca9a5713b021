package kz.miras.registrar.access.service.partner.push;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import kz.miras.registrar.access.partner.PushFailure;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PushEnvelopeTest {

  private static final String ASKED = "0d1f6a52-5f0c-4a3d-9a3b-0d2f0a7d1c11";
  private static final String TAKEN =
      "<s:Envelope xmlns:s=\"http://schemas.xmlsoap.org/soap/envelope/\"><s:Header/><s:Body>"
          + "<r:deliverResponse xmlns:r=\"https://registrar.miras.edu.kz/ws/receiver/v1\""
          + " xmlns:c=\"https://registrar.miras.edu.kz/ws/common/v1\"><r:responseHeader>"
          + "<c:messageId>1</c:messageId><c:inReplyTo>"
          + ASKED
          + "</c:inReplyTo></r:responseHeader></r:deliverResponse></s:Body></s:Envelope>";

  private static PushOutcome read(String answer) {
    return PushEnvelope.read(answer.getBytes(StandardCharsets.UTF_8), ASKED);
  }

  private static String fault(String code) {
    return TAKEN.replaceFirst(
        "(?s)<r:deliverResponse.*</r:deliverResponse>",
        "<s:Fault><faultcode>"
            + code
            + "</faultcode><faultstring>no  such\nkind</faultstring></s:Fault>");
  }

  @Test
  @DisplayName("PRT-16 a message is taken where the answer says so of this very message")
  void taken() {
    assertThat(read(TAKEN).failure()).isNull();
    assertThat(read(TAKEN.replace(ASKED, "0d1f6a52-5f0c-4a3d-9a3b-0d2f0a7d1c12")).failure())
        .isEqualTo(PushFailure.OTHER_MESSAGE);
  }

  @Test
  @DisplayName("PRT-16 the sender's fault is final, the receiver's is not; its own words are kept")
  void faults() {
    assertThat(read(fault("s:Client")))
        .isEqualTo(new PushOutcome(PushFailure.REFUSED, "no such kind"));
    assertThat(read(fault("s:Server")))
        .isEqualTo(new PushOutcome(PushFailure.FAULT, "no such kind"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "ok",
        "<html><body>Welcome</body></html>",
        "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><s>&x;</s>"
      })
  @DisplayName("PRT-16 what is no answer takes nothing")
  void garbage(String answer) {
    assertThat(read(answer).failure()).isEqualTo(PushFailure.GARBAGE);
  }

  @Test
  @DisplayName("PRT-16 an answer that breaks off, or is of another contract, takes nothing")
  void almost() {
    assertThat(read(TAKEN.substring(0, TAKEN.length() - 8)).failure())
        .isEqualTo(PushFailure.GARBAGE);
    assertThat(read(TAKEN.replace("/receiver/v1", "/receiver/v9")).failure())
        .isEqualTo(PushFailure.GARBAGE);
    assertThat(read(TAKEN.replace("deliverResponse", "acceptResponse")).failure())
        .isEqualTo(PushFailure.GARBAGE);
    assertThat(read("<!DOCTYPE s>" + TAKEN).failure()).isEqualTo(PushFailure.GARBAGE);
  }
}
