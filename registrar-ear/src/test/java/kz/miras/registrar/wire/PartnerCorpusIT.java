package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Messages that are wrong by mistake or by malice, beside those of {@link WireCorpusIT} and {@link
 * SignedMessagesIT}: each gets its documented fault, which tells nothing inside, and leaves
 * nothing.
 */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerCorpusIT {

  private static final String LEAKS =
      "(?s).*(kz\\.miras|java\\.|jakarta\\.|com\\.sun|Exception|\\bat [a-z]+\\.[a-z]|SELECT |root:|cvc-).*";

  private TestServer server;
  private PartnerScene scene;
  private SoapClient client;

  @BeforeAll
  void open(TestServer running) throws SQLException {
    server = running;
    scene = PartnerScene.open(server);
    client = scene.client();
  }

  Stream<Arguments> messages() {
    WrongMessages wrong = new WrongMessages(scene);
    return Stream.of(wrong.envelopes(), wrong.contents(), new WrongParts(wrong).parts())
        .flatMap(one -> one);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("messages")
  @DisplayName("a wrong message gets its documented fault, learns nothing and leaves nothing")
  void wrong(String what, String code, String type, byte[] body) throws SQLException {
    HttpResponse<String> answer = client.send("correspondence", type, body);
    assertThat(answer.statusCode()).as(what).isBetween(400, 500);
    assertThat(SoapClient.text(answer.body(), "code").orElse("none"))
        .as(answer.body())
        .matches(code);
    tellsAndLeavesNothing(what, scene, answer);
  }

  private void tellsAndLeavesNothing(String what, PartnerScene sender, HttpResponse<String> answer)
      throws SQLException {
    assertThat(answer.body().replaceAll("http://[^\"<]*", "")).doesNotMatch(LEAKS);
    assertThat(answer.body()).doesNotContain(PartnerScene.SECRET);
    for (String table : new String[] {"exchange_case", "partner_outbox"}) {
      assertThat(
              server.text(
                  "SELECT COUNT(*) FROM "
                      + table
                      + " x JOIN partner p ON p.id = x.partner_id JOIN account a ON a.id ="
                      + " p.account_id WHERE a.login = '"
                      + sender.login()
                      + "'"))
          .as(what)
          .isEqualTo("0");
    }
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM document_request r JOIN account a ON a.id = r.account_id"
                    + " WHERE a.login = '"
                    + sender.login()
                    + "'"))
        .as(what)
        .isEqualTo("0");
  }

  Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of(
            "an operation off the terms",
            "operations = 'verification.verifyDocument'",
            "OPERATION_NOT_ALLOWED"),
        Arguments.of("students by number", "data_groups = 'PDF'", "DATA_NOT_ALLOWED"),
        Arguments.of("from elsewhere", "addresses = '192.0.2.0/24'", "ADDRESS_NOT_ALLOWED"),
        Arguments.of("no purpose", "purposes = 'ADMISSION'", "PURPOSE_REQUIRED"),
        Arguments.of("no certificate", "proof = 'BOTH'", "PROOF_REQUIRED"),
        Arguments.of("no signature", "signature = 'REQUIRED'", "SIGNATURE_REQUIRED"),
        Arguments.of("no terms", "status = 'REPLACED'", "PARTNER_TERMS"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  @DisplayName("PRT-3 what was not agreed is refused before anything is looked for")
  void notAgreed(String what, String terms, String code) throws SQLException {
    PartnerScene limited = PartnerScene.open(server).terms("t." + terms);
    SoapClient sender = limited.client();
    HttpResponse<String> answer =
        sender.call(
            "transcript",
            "requestTranscript",
            sender.header(UUID.randomUUID())
                + "<student><iin>991231500016</iin><fullName>А Б</fullName>"
                + "<birthDate>2000-01-01</birthDate></student><consentRef>№ 1</consentRef>"
                + "<purpose>п</purpose><recipient>р</recipient><language>ru</language>");
    assertThat(SoapClient.text(answer.body(), "code")).as(answer.body()).contains(code);
    assertThat(answer.body()).doesNotContain("991231500016");
    tellsAndLeavesNothing(what, limited, answer);
  }

  @Test
  @DisplayName("PRT-12 another message under a number that was refused is not taken either")
  void borrowedNumber() throws SQLException {
    UUID message = UUID.randomUUID();
    String unknown = client.header(message) + "<receiptNumber>TQ-2026/00001</receiptNumber>";
    HttpResponse<String> first = client.call("transcript", "cancelTranscriptRequest", unknown);
    assertThat(SoapClient.text(first.body(), "code")).contains("REQUEST_NOT_FOUND");
    HttpResponse<String> second =
        client.call("transcript", "cancelTranscriptRequest", unknown.replace("/00001", "/00002"));
    assertThat(SoapClient.text(second.body(), "code")).contains("DUPLICATE_MESSAGE_ID");
    tellsAndLeavesNothing("a borrowed number", scene, second);
  }
}
