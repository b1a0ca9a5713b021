package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import kz.miras.registrar.access.People;
import kz.miras.registrar.access.service.Passwords;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What partners may, and how they prove who they are, as their programs notice it. */
@ExtendWith(ServerExtension.class)
class PartnerTermsIT {

  private TestServer server;
  private PartnerScene scene;

  @BeforeEach
  void open(TestServer running) throws SQLException {
    server = running;
    scene = PartnerScene.open(server);
  }

  private static String status(SoapClient client) {
    return client.header(UUID.randomUUID()) + "<receiptNumber>TQ-2026/00001</receiptNumber>";
  }

  private static HttpResponse<String> ask(SoapClient client) {
    return client.call("transcript", "getTranscriptStatus", status(client));
  }

  private static String code(HttpResponse<String> answer) {
    return SoapClient.text(answer.body(), "code").orElse("none");
  }

  @Test
  @DisplayName("PRT-2 a suspended partner is refused from its next call on, by SOAP and by REST")
  void suspended() throws SQLException {
    assertThat(code(ask(scene.client()))).isEqualTo("REQUEST_NOT_FOUND");
    scene.partner("p.state = 'SUSPENDED', p.state_reason = 'test'");
    HttpResponse<String> refused = ask(scene.client());
    assertThat(code(refused)).isEqualTo("PARTNER_SUSPENDED");
    assertThat(SoapClient.text(refused.body(), "category")).contains("SECURITY");
    HttpResponse<String> byRest =
        RestClient.basic(server.url(), scene.login(), PartnerScene.SECRET).get("/students/2500006");
    assertThat(byRest.statusCode()).isEqualTo(403);
    assertThat(byRest.body()).contains("/problems/partner-suspended");
    scene.partner("p.state = 'ACTIVE'");
    assertThat(code(ask(scene.client()))).isEqualTo("REQUEST_NOT_FOUND");
    scene.terms("t.status = 'REPLACED'");
    assertThat(code(ask(scene.client()))).isEqualTo("PARTNER_TERMS");
  }

  @Test
  @DisplayName("PRT-3 operations, addresses, purposes and data that were not agreed are refused")
  void terms() throws SQLException {
    scene.terms("t.operations = 'verification.verifyDocument'");
    assertThat(code(ask(scene.client()))).isEqualTo("OPERATION_NOT_ALLOWED");
    scene.terms("t.operations = 'transcript.getTranscriptStatus transcript.requestTranscript'");
    scene.terms("t.addresses = '192.0.2.0/24 2001:db8::/32'");
    assertThat(code(ask(scene.client()))).isEqualTo("ADDRESS_NOT_ALLOWED");
    scene.terms("t.addresses = '192.0.2.0/24 127.0.0.0/8 ::1'");
    assertThat(code(ask(scene.client()))).isEqualTo("REQUEST_NOT_FOUND");
    scene.terms("t.purposes = 'ADMISSION'");
    assertThat(code(ask(scene.client()))).isEqualTo("PURPOSE_REQUIRED");
    SoapClient client = scene.client();
    String named =
        status(client)
            .replace(
                "</messageHeader>", "<c:purposeCode>ADMISSION</c:purposeCode></messageHeader>");
    assertThat(code(client.call("transcript", "getTranscriptStatus", named)))
        .isEqualTo("REQUEST_NOT_FOUND");
    assertThat(scene.lastCall("c.purpose")).isEqualTo("ADMISSION");
    scene.terms("t.purposes = '', t.data_groups = 'PDF'");
    String byNumber =
        client.header(UUID.randomUUID())
            + "<student><iin>991231500016</iin><fullName>А Б</fullName>"
            + "<birthDate>2000-01-01</birthDate></student><consentRef>№ 1</consentRef>"
            + "<purpose>п</purpose><recipient>р</recipient><language>ru</language>";
    assertThat(code(client.call("transcript", "requestTranscript", byNumber)))
        .isEqualTo("DATA_NOT_ALLOWED");
  }

  @Test
  @DisplayName("PRT-3 REST is no way round the terms: operation, data and purpose count as by SOAP")
  void termsByRest() throws SQLException {
    RestClient rest = RestClient.basic(server.url(), scene.login(), PartnerScene.SECRET);
    scene.terms("t.operations = 'verification.verifyDocument'");
    assertThat(rest.get("/document-requests").body()).contains("/problems/operation-not-allowed");
    assertThat(
            rest.send(
                    "POST",
                    "/document-requests",
                    "{\"student\":\"2500006\"}",
                    "Idempotency-Key",
                    "1")
                .body())
        .contains("/problems/operation-not-allowed");
    assertThat(rest.get("/document-requests/kinds?student=2500006").body())
        .contains("/problems/operation-not-allowed");
    assertThat(rest.get("/document-requests/1/document").body())
        .contains("/problems/operation-not-allowed");
    assertThat(rest.get("/document-requests;a=b/1/document;c=d/").body())
        .contains("/problems/operation-not-allowed");
    scene.terms(
        "t.operations = 'transcript.getTranscript transcript.getTranscriptStatus', t.data_groups ="
            + " 'ELMO'");
    assertThat(rest.get("/document-requests").statusCode()).isEqualTo(200);
    assertThat(rest.get("/document-requests/1/document").body())
        .contains("/problems/data-not-allowed");
    assertThat(rest.get("/document-requests/1/document/").body())
        .contains("/problems/data-not-allowed");
    scene.terms("t.purposes = 'ADMISSION'");
    assertThat(rest.get("/document-requests").body()).contains("/problems/purpose-required");
    assertThat(rest.get("/document-requests", "Registrar-Purpose", "ADMISSION").statusCode())
        .isEqualTo(200);
  }

  @Test
  @DisplayName("PRT-4 one call more than agreed is refused, and it is told when to come again")
  void rates() throws SQLException {
    scene.terms("t.per_minute = 2, t.per_day = 2");
    ask(scene.client());
    ask(scene.client());
    HttpResponse<String> third = ask(scene.client());
    assertThat(code(third)).isEqualTo("RATE_LIMITED");
    assertThat(SoapClient.text(third.body(), "retryable")).contains("true");
    assertThat(third.headers().firstValueAsLong("Retry-After").orElse(0)).isPositive();
  }

  @Test
  @DisplayName("PRT-9 two secrets go side by side while one replaces the other, ended ones do not")
  void secrets() throws SQLException {
    scene.secret(Passwords.hash("Second-" + scene.login()), "UTC_TIMESTAMP(6)", "'9999-12-31'");
    scene.secret(
        Passwords.hash("Ended-" + scene.login()),
        "UTC_TIMESTAMP(6) - INTERVAL 2 DAY",
        "UTC_TIMESTAMP(6) - INTERVAL 1 SECOND");
    scene.secret(
        Passwords.hash("Coming-" + scene.login()),
        "UTC_TIMESTAMP(6) + INTERVAL 1 DAY",
        "'9999-12-31'");
    assertThat(code(ask(scene.client()))).isEqualTo("REQUEST_NOT_FOUND");
    assertThat(code(ask(scene.client("Second-" + scene.login())))).isEqualTo("REQUEST_NOT_FOUND");
    assertThat(code(ask(scene.client("Ended-" + scene.login())))).isEqualTo("CREDENTIALS");
    assertThat(code(ask(scene.client("Coming-" + scene.login())))).isEqualTo("CREDENTIALS");
  }

  @Test
  @DisplayName("PRT-5 by the certificate a trusted proxy names, by both, and by no borrowed header")
  void certificates() throws SQLException {
    PartnerKey key = PartnerKey.rsa();
    scene.certificate(key).terms("t.proof = 'BOTH'");
    assertThat(code(ask(scene.client()))).isEqualTo("PROOF_REQUIRED");
    RestClient byRest = RestClient.basic(server.url(), scene.login(), PartnerScene.SECRET);
    assertThat(byRest.get("/students/2500006").body()).contains("/problems/proof-required");
    String pem = URLEncoder.encode(key.pem(), StandardCharsets.UTF_8).replace("+", "%20");
    SoapClient both =
        scene
            .client()
            .with("Registrar-Proxy", TestServer.PROXY_SECRET)
            .with("Registrar-Client-Certificate", pem);
    assertThat(code(ask(both))).isEqualTo("REQUEST_NOT_FOUND");
    assertThat(scene.lastCall("c.proof")).isEqualTo("BOTH");
    SoapClient forged =
        scene.client().with("Registrar-Proxy", "guessed").with("Registrar-Client-Certificate", pem);
    assertThat(code(ask(forged))).isEqualTo("PROOF_REQUIRED");

    HttpResponse<String> certified =
        byRest.get(
            "/students/2500006",
            "Registrar-Proxy",
            TestServer.PROXY_SECRET,
            "Registrar-Client-Certificate",
            pem);
    assertThat(certified.body()).doesNotContain("/problems/proof-required");
    HttpResponse<String> added =
        byRest.get(
            "/students/2500006",
            "Registrar-Proxy",
            TestServer.PROXY_SECRET,
            "Registrar-Client-Certificate",
            pem,
            "Registrar-Client-Certificate",
            pem);
    assertThat(added.body()).contains("/problems/proof-required");

    scene.terms("t.proof = 'CERTIFICATE'");
    String bare =
        both.envelope(
            SoapClient.SOAP12,
            "transcript",
            "getTranscriptStatus",
            status(both),
            "<x xmlns=\"\"/>");
    assertThat(code(both.send("transcript", SoapClient.SOAP12, bare)))
        .isEqualTo("REQUEST_NOT_FOUND");
    assertThat(scene.lastCall("c.proof")).isEqualTo("CERTIFICATE");

    PartnerScene other = PartnerScene.open(server);
    SoapClient borrowed =
        other
            .client()
            .with("Registrar-Proxy", TestServer.PROXY_SECRET)
            .with("Registrar-Client-Certificate", pem);
    assertThat(code(ask(borrowed))).isEqualTo("CREDENTIALS");
  }

  @Test
  @DisplayName("PRT-1 an account that belongs to no registered organisation does not call")
  void unregistered() throws SQLException {
    String login = new People(server).holding("SUBSYSTEM");
    SoapClient stranger = new SoapClient(server.url(), login, People.PASSWORD);
    assertThat(code(ask(stranger))).isEqualTo("PARTNER_UNKNOWN");
  }

  @Test
  @DisplayName("every call is kept byte for byte but for its password, and nobody changes it")
  void journal() throws SQLException {
    SoapClient client = scene.client();
    UUID message = UUID.randomUUID();
    String contents = client.header(message) + "<receiptNumber>TQ-2026/00001</receiptNumber>";
    HttpResponse<String> answer = client.call("transcript", "getTranscriptStatus", contents);
    assertThat(scene.lastCall("c.message_id")).isEqualTo(message.toString());
    assertThat(scene.lastCall("c.fault")).isEqualTo("REQUEST_NOT_FOUND");
    assertThat(scene.lastCall("CONVERT(k.answer USING utf8mb4)")).isEqualTo(answer.body());
    String sent =
        client.envelope(
            SoapClient.SOAP11, "transcript", "getTranscriptStatus", contents, client.security());
    assertThat(scene.lastCall("CONVERT(k.request USING utf8mb4)"))
        .isEqualTo(sent.replace(PartnerScene.SECRET, "***"));
    assertThat(scene.lastCall("HEX(c.request_sha256) = SHA2(k.request, 256)")).isEqualTo("1");
    String uuid = scene.lastCall("c.uuid");
    assertThat(
            server.text(
                "SELECT COUNT(*) FROM audit_entry WHERE entity = 'PartnerCall' AND entity_id = '"
                    + uuid
                    + "'"))
        .isEqualTo("1");
    for (String deed :
        new String[] {
          "UPDATE partner_call SET fault = NULL, outcome = 'ANSWER'",
          "DELETE FROM partner_call",
          "UPDATE partner_call_content SET answer = NULL",
          "DELETE FROM partner_call_content"
        }) {
      assertThat(refuses(deed)).as(deed).isTrue();
    }
  }

  private boolean refuses(String deed) {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.executeUpdate(deed);
      return false;
    } catch (SQLException e) {
      return true;
    }
  }
}
