package kz.miras.registrar.correspondence.ministry.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** The signature of the transport, and what is tried against it. */
class BodySignatureTest {

  private static TestKey ours;
  private static TestKey stranger;
  private static String signed;

  @BeforeAll
  static void sign() {
    ours = TestKey.named("ours");
    stranger = TestKey.named("stranger");
    signed = signedBy(ours);
  }

  private static String signedBy(TestKey by) {
    return new String(
        BodySignature.sign(
            GatewayEnvelope.write(
                new GatewayMessage(
                    GatewayChannel.SYNC,
                    "m-1",
                    null,
                    "S",
                    null,
                    OffsetDateTime.parse("2193-09-01T10:00:00+05:00"),
                    "miras",
                    null,
                    Map.of(),
                    GatewayPayload.text("<a/>"))),
            by.key(),
            by.certificate()),
        StandardCharsets.UTF_8);
  }

  private static List<String> found(String envelope) {
    return BodySignature.verify(envelope.getBytes(StandardCharsets.UTF_8), ours.certificate())
        .refusals()
        .stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("GOV-22 the body is signed in the profile of the gateway, and the signature holds")
  void holds() {
    assertThat(found(signed)).isEmpty();
    assertThat(signed)
        .contains("<wsse:Security", "S:mustUnderstand=\"1\"", "wsse:KeyIdentifier", "rsa-sha256")
        .doesNotContain("BinarySecurityToken");
    assertThat(GatewayEnvelope.read(signed.getBytes(StandardCharsets.UTF_8)).messageId())
        .isEqualTo("m-1");
  }

  @Test
  @DisplayName("GOV-22 a changed body is told, and one without a signature")
  void changed() {
    assertThat(found(signed.replace("<messageId>m-1", "<messageId>m-2")))
        .containsExactly("ministry.gateway.forged");
    assertThat(found(signed.replaceAll("(?s)<wsse:Security .*</wsse:Security>", "")))
        .containsExactly("ministry.gateway.unsigned");
  }

  @Test
  @DisplayName("GOV-22 a certificate the message brings along counts only where it is registered")
  void strangers() {
    assertThat(found(signedBy(stranger))).containsExactly("ministry.gateway.stranger");
    // the key of a stranger under our certificate
    String ourToken =
        signed.replaceAll("(?s).*(<wsse:KeyIdentifier.*</wsse:KeyIdentifier>).*", "$1");
    assertThat(
            found(
                signedBy(stranger)
                    .replaceAll(
                        "(?s)<wsse:KeyIdentifier.*</wsse:KeyIdentifier>",
                        Matcher.quoteReplacement(ourToken))))
        .containsExactly("ministry.gateway.forged");
  }

  @Test
  @DisplayName("GOV-22 a signed body that was moved away under another is no signature of that")
  void wrapped() {
    String body = signed.replaceAll("(?s).*(<S:Body.*</S:Body>).*", "$1");
    String other =
        body.replace("m-1", "m-9").replaceAll("wsu:Id=\"[^\"]*\"", "wsu:Id=\"id-other\"");
    String moved =
        signed
            .replace(body, other)
            .replace("</S:Header>", "<old xmlns=\"urn:old\">" + body + "</old></S:Header>");
    assertThat(found(moved)).containsExactly("ministry.gateway.wrapped");
    String twice =
        signed
            .replace(body, body.replace("m-1", "m-9"))
            .replace("</S:Header>", "<old xmlns=\"urn:old\">" + body + "</old></S:Header>");
    assertThat(found(twice)).as("the same id twice").containsExactly("ministry.gateway.wrapped");
  }

  @Test
  @DisplayName("GOV-22 other algorithms than those of the profile are not accepted")
  void profile() {
    assertThat(found(signed.replace("xmldsig-more#rsa-sha256", "xmldsig-more#rsa-sha512")))
        .hasSize(1)
        .allMatch(code -> code.matches("ministry\\.gateway\\.(profile|forged)"));
    assertThat(
            found(
                signed.replace(
                    "http://www.w3.org/2001/04/xmldsig-more#rsa-sha256",
                    "http://www.w3.org/2000/09/xmldsig#rsa-sha1")))
        .hasSize(1);
  }
}
