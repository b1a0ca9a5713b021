package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Letters, recognition and mobility as organisations send them, and the office answers. */
@ExtendWith(ServerExtension.class)
class ExchangeCasesIT {

  private static final byte[] PDF = "%PDF-1.7 letter".getBytes(StandardCharsets.US_ASCII);

  private TestServer server;
  private PartnerScene scene;
  private SoapClient client;

  @BeforeEach
  void open(TestServer running) throws SQLException {
    server = running;
    scene = PartnerScene.open(server);
    client = scene.client();
  }

  private static String file(byte[] content, String inline) {
    return "<file><name>letter.pdf</name><mediaType>application/pdf</mediaType><sha256>"
        + HexFormat.of().formatHex(Checksum.sha256(content))
        + "</sha256><content>"
        + inline
        + "</content></file>";
  }

  private String letter(UUID message, String subject, String files) {
    return client.header(message)
        + "<number>17-5</number><date>2026-11-20</date><subject>"
        + subject
        + "</subject><text>Просим сообщить.</text><sender>Министерство</sender>"
        + files;
  }

  private static String code(HttpResponse<String> answer) {
    return SoapClient.text(answer.body(), "code").orElse("none");
  }

  private static String text(HttpResponse<String> answer, String name) {
    return SoapClient.text(answer.body(), name)
        .orElseThrow(() -> new AssertionError(name + " in " + answer.body()));
  }

  @Test
  @DisplayName(
      "PRT-12 PRT-14 a letter is taken once, with its file, and another under its id is not")
  void letterOnce() throws SQLException {
    UUID message = UUID.randomUUID();
    String whole = file(PDF, Base64.getEncoder().encodeToString(PDF));
    HttpResponse<String> first =
        client.call("correspondence", "submitLetter", letter(message, "О студенте", whole));
    String receipt = text(first, "receiptNumber");
    assertThat(receipt).startsWith("LT-");
    HttpResponse<String> again =
        client.call12("correspondence", "submitLetter", letter(message, "О студенте", whole));
    assertThat(text(again, "receiptNumber")).isEqualTo(receipt);
    assertThat(
            code(client.call("correspondence", "submitLetter", letter(message, "О другом", whole))))
        .isEqualTo("DUPLICATE_MESSAGE_ID");
    assertThat(count("exchange_case")).isEqualTo("1");
    assertThat(
            count(
                "letter_file f JOIN letter l ON l.id = f.letter_id JOIN exchange_case x ON"
                    + " x.letter_id = l.id",
                "x"))
        .as("one letter of the office, with its file")
        .isEqualTo("1");

    String wrong = file(new byte[] {1}, Base64.getEncoder().encodeToString(PDF));
    assertThat(
            code(
                client.call(
                    "correspondence",
                    "submitLetter",
                    letter(UUID.randomUUID(), "С ошибкой", wrong))))
        .isEqualTo("CHECKSUM_MISMATCH");
    String status = client.header(UUID.randomUUID()) + receiptOf(receipt);
    HttpResponse<String> told = client.call("correspondence", "getLetterStatus", status);
    assertThat(text(told, "status")).isEqualTo("RECEIVED");
    assertThat(text(told, "registrationNumber"))
        .isEqualTo(
            server.text("SELECT letter_index FROM letter WHERE message_id = '" + message + "'"));
    SoapClient other = PartnerScene.open(server).client();
    assertThat(
            code(
                other.call(
                    "correspondence",
                    "getLetterStatus",
                    other.header(UUID.randomUUID()) + receiptOf(receipt))))
        .isEqualTo("REQUEST_NOT_FOUND");
  }

  private static String receiptOf(String receipt) {
    return "<receiptNumber>" + receipt + "</receiptNumber>";
  }

  private String count(String tables, String alias) throws SQLException {
    return server.text(
        "SELECT COUNT(*) FROM "
            + tables
            + " JOIN partner p ON p.id = "
            + alias
            + ".partner_id JOIN account a ON a.id = p.account_id WHERE a.login = '"
            + scene.login()
            + "'");
  }

  private String count(String table) throws SQLException {
    return count(table + " t", "t");
  }

  @Test
  @DisplayName("PRT-12 what breaks its contract waits in quarantine until somebody puts it away")
  void quarantine() throws SQLException {
    UUID message = UUID.randomUUID();
    String broken = letter(message, "Без даты", "").replace("<date>2026-11-20</date>", "");
    assertThat(code(client.call("correspondence", "submitLetter", broken))).isEqualTo("VALIDATION");
    assertThat(count("exchange_case")).isEqualTo("0");
    String found =
        server.text(
            "SELECT CONCAT(m.uuid, ' ', m.state) FROM partner_message m WHERE m.message_id = '"
                + message
                + "'");
    assertThat(found).endsWith("QUARANTINED");
    String page = "/access/partner-message.xhtml?id=" + found.split(" ")[0];
    Visitor deputy = new Visitor(server.url()).signedIn("deputy", "deputy-Demo1");
    PartnerScene.posted(
        deputy, page, "d", "discard", Map.of("reason", "Отправитель пришлёт новое"));
    assertThat(code(client.call("correspondence", "submitLetter", broken)))
        .isEqualTo("MESSAGE_DISCARDED");
  }

  @Test
  @DisplayName("PRT-14 a file comes by MTOM too; one that is cut off or not there is refused")
  void mtom() throws SQLException {
    String include =
        "<x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:one@it\"/>";
    assertThat(text(packed(root(include) + part() + "--b--\r\n"), "receiptNumber"))
        .startsWith("LT-");
    assertThat(code(packed(root(include) + "--b--\r\n"))).isEqualTo("VALIDATION");
    String whole = root(include);
    assertThat(code(packed(whole.substring(0, whole.length() / 2))))
        .isIn("MALFORMED", "ATTACHMENTS");
    assertThat(count("exchange_case")).isEqualTo("1");
  }

  private String root(String include) {
    String envelope =
        client.envelope(
            SoapClient.SOAP11,
            "correspondence",
            "submitLetter",
            letter(UUID.randomUUID(), "MTOM", file(PDF, include)),
            client.security());
    return "--b\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
        + "Content-ID: <root@it>\r\n\r\n"
        + envelope
        + "\r\n";
  }

  private static String part() {
    return "--b\r\nContent-Type: application/pdf\r\nContent-ID: <one@it>\r\n\r\n"
        + new String(PDF, StandardCharsets.ISO_8859_1)
        + "\r\n";
  }

  private HttpResponse<String> packed(String body) {
    return client.send(
        "correspondence",
        "multipart/related; type=\"application/xop+xml\"; start=\"<root@it>\";"
            + " start-info=\"text/xml\"; boundary=b",
        body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("PRT-13 recognition is decided by the office, and the partner learns of it")
  void recognition() throws SQLException {
    String asked =
        client.header(UUID.randomUUID())
            + "<learner><fullName>Ахметов Дияр</fullName><birthDate>2005-02-03</birthDate></learner>"
            + "<institution>Технический университет</institution><country>KZ</country>"
            + "<targetProgramme>6B06101</targetProgramme><result><code>MAT1</code>"
            + "<title>Математика</title><credits>5</credits><grade>B+</grade></result>";
    String receipt =
        text(client.call("recognition", "submitRecognitionRequest", asked), "receiptNumber");
    String page =
        "/correspondence/exchange-case.xhtml?id="
            + server.text("SELECT uuid FROM exchange_case WHERE receipt = '" + receipt + "'");
    Visitor specialist = new Visitor(server.url()).signedIn("specialist", "specialist-Demo1");
    moved(specialist, page, "IN_PROCESS", "");
    moved(specialist, page, "APPROVED", "MAT1; Математика I; 5");
    HttpResponse<String> decision =
        client.call(
            "recognition", "getDecision", client.header(UUID.randomUUID()) + receiptOf(receipt));
    assertThat(text(decision, "status")).isEqualTo("APPROVED");
    assertThat(text(decision, "recognisedAs")).isEqualTo("Математика I");
    assertThat(
            code(
                client.call(
                    "recognition",
                    "withdraw",
                    client.header(UUID.randomUUID()) + receiptOf(receipt))))
        .isEqualTo("INVALID_STATE_TRANSITION");

    HttpResponse<String> listed =
        client.call("correspondence", "listOutgoing", client.header(UUID.randomUUID()));
    String outgoing = text(listed, "outgoingId");
    assertThat(listed.body()).contains("RECOGNITION_IN_PROCESS", "RECOGNITION_APPROVED");
    String got = "<outgoingId>" + outgoing + "</outgoingId>";
    client.call("correspondence", "acknowledge", client.header(UUID.randomUUID()) + got);
    assertThat(
            client.call("correspondence", "listOutgoing", client.header(UUID.randomUUID())).body())
        .doesNotContain(outgoing);
  }

  private static void moved(Visitor visitor, String page, String status, String results) {
    PartnerScene.posted(
        visitor,
        page,
        "m",
        "move",
        Map.of("to", status, "reason", "", "protocol", "№ 4", "results", results, "text", ""));
  }

  @Test
  @DisplayName(
      "PRT-13 PRT-21 a mobility from the nomination to the transcript of records, and forgotten")
  void mobility() throws SQLException {
    String nominated =
        client.header(UUID.randomUUID())
            + "<direction>INCOMING</direction><student><fullName>Smith Ann</fullName>"
            + "<birthDate>2004-01-05</birthDate><email>a@uni.example</email><level>bachelor</level>"
            + "</student><institution>University</institution><agreementNumber>7</agreementNumber>"
            + "<period><academicYear>2026/2027</academicYear><term>2</term><start>2027-01-20</start>"
            + "<end>2027-06-10</end></period><format>OFFLINE</format>";
    String id = text(client.call("mobility", "nominateStudent", nominated), "mobilityId");
    String mobility = "<mobilityId>" + id + "</mobilityId>";
    String agreement =
        mobility
            + "<component><code>CS101</code><title><c:kk>Б</c:kk><c:ru>П</c:ru><c:en>P</c:en></title>"
            + "<credits>6</credits></component>";
    assertThat(code(mobility("submitLearningAgreement", agreement)))
        .isEqualTo("INVALID_STATE_TRANSITION");
    String page =
        "/correspondence/exchange-case.xhtml?id="
            + server.text("SELECT uuid FROM exchange_case WHERE receipt = '" + id + "'");
    moved(
        new Visitor(server.url()).signedIn("specialist", "specialist-Demo1"), page, "ACCEPTED", "");
    assertThat(text(mobility("submitLearningAgreement", agreement), "status")).isEqualTo("AGREED");
    assertThat(text(mobility("confirmArrival", mobility + "<date>2027-01-21</date>"), "status"))
        .isEqualTo("ARRIVED");
    HttpResponse<String> known = mobility("getMobility", mobility);
    assertThat(text(known, "arrivedOn")).isEqualTo("2027-01-21");
    assertThat(known.body()).contains("CS101", "Smith Ann");
    mobility("confirmDeparture", mobility + "<date>2027-06-11</date>");
    assertThat(code(mobility("getTranscriptOfRecords", mobility))).isEqualTo("NOT_READY");
    String sent = mobility + file(PDF, Base64.getEncoder().encodeToString(PDF));
    assertThat(text(mobility("sendTranscriptOfRecords", sent), "status")).isEqualTo("COMPLETED");
    assertThat(text(mobility("sendTranscriptOfRecords", sent), "status"))
        .as("the same file in another message")
        .isEqualTo("COMPLETED");
    byte[] changed = "%PDF-1.7 another".getBytes(StandardCharsets.UTF_8);
    String other = mobility + file(changed, Base64.getEncoder().encodeToString(changed));
    assertThat(code(mobility("sendTranscriptOfRecords", other)))
        .isEqualTo("INVALID_STATE_TRANSITION");
    assertThat(text(mobility("getTranscriptOfRecords", mobility), "content"))
        .isEqualTo(Base64.getEncoder().encodeToString(PDF));
    scene.forgotten(id);
    assertThat(code(mobility("getMobility", mobility))).isEqualTo("MESSAGE_FORGOTTEN");
    Visitor visitor = new Visitor(server.url()).signedIn("specialist", "specialist-Demo1");
    assertThat(visitor.get(page).body()).contains("id=\"forgotten\"");
  }

  private HttpResponse<String> mobility(String operation, String contents) {
    return client.call("mobility", operation, client.header(UUID.randomUUID()) + contents);
  }
}
