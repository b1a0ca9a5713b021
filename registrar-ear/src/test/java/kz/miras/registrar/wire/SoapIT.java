package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.transcript.DocumentReady;
import kz.miras.registrar.transcript.PrintedFacts;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** The outside's view of the SOAP services on the built application. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SoapIT {

  private TestServer server;
  private SoapClient partner;
  private Person own;
  private Person foreign;

  /** A student as an organisation knows one. */
  private record Person(String number, String name, String birth) {}

  @BeforeAll
  void people(TestServer running) throws SQLException {
    server = running;
    partner = new SoapClient(server.url(), "partner", "partner-Demo1");
    String inSchool =
        " FROM student s JOIN programme p ON p.id = s.programme_id WHERE "
            + DocumentReady.STUDYING
            + " AND p.school_id %s (SELECT g.school_id FROM role_grant g"
            + " JOIN account a ON a.id = g.account_id WHERE a.login = 'partner') ORDER BY s.id LIMIT 1";
    own = person(inSchool.formatted("="));
    foreign = person(inSchool.formatted("<>"));
  }

  private Person person(String rest) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT s.student_no, CONCAT_WS(' ', s.last_name, s.first_name, s.patronymic),"
                    + " s.birth_date"
                    + rest)) {
      assertThat(row.next()).isTrue();
      return new Person(row.getString(1), row.getString(2), row.getString(3));
    }
  }

  private String wish(UUID message, Person who, String consent) {
    return partner.header(message)
        + "<student><fullName>"
        + who.name()
        + "</fullName><birthDate>"
        + who.birth()
        + "</birthDate><studentNumber>"
        + who.number()
        + "</studentNumber></student>"
        + (consent == null ? "" : "<consentRef>" + consent + "</consentRef>")
        + "<purpose>Поступление в магистратуру</purpose><recipient>Партнёрский вуз</recipient>"
        + "<language>ru</language>";
  }

  private String receipt(String number) {
    return partner.header(UUID.randomUUID()) + "<receiptNumber>" + number + "</receiptNumber>";
  }

  private long count(String table) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT COUNT(*) FROM " + table)) {
      row.next();
      return row.getLong(1);
    }
  }

  @Test
  @DisplayName(
      "DOC-6 a message asks once: the same again gets the same receipt, another is refused")
  void asksOnce() throws SQLException {
    UUID message = UUID.randomUUID();
    HttpResponse<String> first =
        partner.call("transcript", "requestTranscript", wish(message, own, "№ 7 от 01.11.2026"));
    assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
    String number = SoapClient.text(first.body(), "receiptNumber").orElseThrow();
    long requests = count("document_request");

    HttpResponse<String> again =
        partner.call12("transcript", "requestTranscript", wish(message, own, "№ 7 от 01.11.2026"));
    assertThat(again.statusCode()).as(again.body()).isEqualTo(200);
    assertThat(SoapClient.text(again.body(), "receiptNumber")).contains(number);

    HttpResponse<String> other =
        partner.call("transcript", "requestTranscript", wish(message, own, "№ 8 от 02.11.2026"));
    assertThat(SoapClient.text(other.body(), "code")).contains("DUPLICATE_MESSAGE_ID");
    assertThat(count("document_request")).isEqualTo(requests);

    HttpResponse<String> gone =
        partner.call("transcript", "cancelTranscriptRequest", receipt(number));
    assertThat(SoapClient.text(gone.body(), "status")).contains("CANCELLED");
    assertThat(
            SoapClient.text(
                partner.call("transcript", "getTranscript", receipt(number)).body(), "code"))
        .contains("NOT_READY");
  }

  @Test
  @DisplayName(
      "DOC-5 no transcript without consent, none outside the agreement, and it is not told")
  void onlyWithinTheAgreement() throws SQLException {
    long requests = count("document_request");
    HttpResponse<String> unasked =
        partner.call("transcript", "requestTranscript", wish(UUID.randomUUID(), own, null));
    assertThat(SoapClient.text(unasked.body(), "code")).contains("CONSENT_REQUIRED");

    String outside =
        partner
            .call("transcript", "requestTranscript", wish(UUID.randomUUID(), foreign, "№ 1"))
            .body();
    String nobody =
        partner
            .call(
                "transcript",
                "requestTranscript",
                wish(UUID.randomUUID(), new Person("0000000", "Никто Никак", "2001-01-01"), "№ 1"))
            .body();
    assertThat(SoapClient.text(outside, "code")).contains("STUDENT_NOT_FOUND");
    assertThat(SoapClient.text(nobody, "code")).contains("STUDENT_NOT_FOUND");
    assertThat(SoapClient.text(outside, "messageRu"))
        .isEqualTo(SoapClient.text(nobody, "messageRu"));
    assertThat(count("document_request")).isEqualTo(requests);
  }

  @Test
  @DisplayName("DOC-3 asked for, prepared by one, signed by another, fetched by MTOM and verified")
  void fromRequestToVerifiedTranscript() throws SQLException {
    HttpResponse<String> asked =
        partner.call("transcript", "requestTranscript", wish(UUID.randomUUID(), own, "№ 12"));
    String number = SoapClient.text(asked.body(), "receiptNumber").orElseThrow();
    String request = "/transcript/request.xhtml?id=" + uuidOf(number);

    Visitor specialist = new Visitor(server.url()).signedIn("specialist", "specialist-Demo1");
    String page = specialist.get(request).body();
    HttpResponse<String> prepared =
        specialist.post(request, page.substring(page.indexOf("id=\"act\"")), pressed("prepare"));
    String document = prepared.headers().firstValue("Location").orElse("");
    assertThat(document).as("prepared: %s", prepared.statusCode()).contains("/transcript/document");
    String address = document.replace(server.url(), "");

    Visitor director = new Visitor(server.url()).signedIn("director", "director-Demo1");
    String card = director.get(address).body();
    director.post(address, card.substring(card.indexOf("id=\"act\"")), pressed("sign"));

    HttpResponse<String> status =
        partner.call("transcript", "getTranscriptStatus", receipt(number));
    assertThat(SoapClient.text(status.body(), "status")).as(status.body()).contains("ISSUED");
    assertThat(
            server.text(
                "SELECT GROUP_CONCAT(kind) FROM partner_outbox WHERE in_reply_to = '"
                    + number
                    + "'"))
        .as("the partner is told")
        .isEqualTo("TRANSCRIPT_ISSUED");
    String answer = partner.call("transcript", "getTranscript", receipt(number)).body();
    byte[] pdf = Base64.getMimeDecoder().decode(SoapClient.text(answer, "document").orElseThrow());
    assertThat(new String(pdf, 0, 5, StandardCharsets.ISO_8859_1)).isEqualTo("%PDF-");

    String code = SoapClient.text(answer, "verificationCode").orElseThrow();
    String verified =
        partner
            .call12(
                "verification",
                "verifyDocument",
                partner.header(UUID.randomUUID())
                    + "<query><verificationCode>"
                    + code
                    + "</verificationCode></query>")
            .body();
    assertThat(SoapClient.text(verified, "verdict")).contains("VALID");
    assertThat(verified).doesNotContain(own.name()).doesNotContain(own.number());
    String batch =
        partner
            .call(
                "verification",
                "verifyBatch",
                partner.header(UUID.randomUUID())
                    + "<query><sha256>"
                    + SoapClient.text(answer, "sha256").orElseThrow()
                    + "</sha256></query><query><verificationCode>AAAA-BBBB-CCCC-DDDD"
                    + "</verificationCode></query>")
            .body();
    assertThat(batch).contains(">VALID<").contains(">NOT_FOUND<");
  }

  @Test
  @DisplayName("DOC-24 the signed facts of a code are checked by SOAP too, and changed ones told")
  void facts() throws Exception {
    PrintedFacts document = PrintedFacts.valid(server);
    String answer = verified(document.token());
    assertThat(SoapClient.text(answer, "verdict")).contains("VALID");
    assertThat(SoapClient.text(answer, "number")).contains(document.number());
    String[] parts = document.token().split("\\.");
    String other =
        verified(parts[0] + "." + parts[1].replaceFirst("^.{8}", "eyJuIjoi") + "x." + parts[2]);
    assertThat(SoapClient.text(other, "verdict")).contains("DATA_MISMATCH");
    assertThat(SoapClient.text(other, "number")).isEmpty();
  }

  private String verified(String facts) {
    return partner
        .call(
            "verification",
            "verifyDocument",
            partner.header(UUID.randomUUID()) + "<query><facts>" + facts + "</facts></query>")
        .body();
  }

  private String uuidOf(String receipt) throws SQLException {
    try (Connection connection = server.database();
        Statement statement = connection.createStatement();
        ResultSet row =
            statement.executeQuery(
                "SELECT uuid FROM document_request WHERE receipt = '" + receipt + "'")) {
      row.next();
      return row.getString(1);
    }
  }

  private static Map<String, String> pressed(String button) {
    Map<String, String> form = new LinkedHashMap<>();
    form.put("act", "act");
    form.put(button, button);
    return form;
  }

  @Test
  @DisplayName("both contracts are given to whoever asks, with the schemas they name")
  void contracts() {
    for (String service : new String[] {"transcript", "verification"}) {
      HttpResponse<String> contract = partner.get("/api/soap/" + service + "/v1?wsdl");
      assertThat(contract.statusCode()).isEqualTo(200);
      assertThat(contract.body()).contains("definitions").contains(service + "/v1");
    }
  }

  @Test
  @DisplayName("every message signs in by itself, and an old or borrowed one is refused")
  void signsInEveryTime() {
    String contents = receipt("TQ-2026/00001");
    String unsigned =
        partner.envelope(
            SoapClient.SOAP11, "transcript", "getTranscriptStatus", contents, "<x xmlns=\"\"/>");
    HttpResponse<String> nobody = partner.send("transcript", SoapClient.SOAP11, unsigned);
    assertThat(SoapClient.text(nobody.body(), "category")).contains("SECURITY");
    assertThat(nobody.headers().allValues("Set-Cookie")).isEmpty();

    SoapClient liar = new SoapClient(server.url(), "partner", "wrong-password");
    assertThat(
            SoapClient.text(
                liar.call("transcript", "getTranscriptStatus", contents).body(), "category"))
        .contains("SECURITY");

    String old =
        partner.header(UUID.randomUUID(), OffsetDateTime.now(ZoneOffset.UTC).minusDays(2))
            + "<receiptNumber>TQ-2026/00001</receiptNumber>";
    assertThat(
            SoapClient.text(
                partner.call("transcript", "getTranscriptStatus", old).body(), "category"))
        .contains("SECURITY");
  }
}
