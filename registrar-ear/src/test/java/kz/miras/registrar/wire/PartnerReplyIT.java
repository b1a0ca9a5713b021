package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A letter of a partner that the office answers on its pages, as it comes to the partner. */
@ExtendWith(ServerExtension.class)
class PartnerReplyIT {

  private static final Duration LONGEST = Duration.ofSeconds(60);

  private TestServer server;
  private PartnerScene scene;
  private SoapClient client;

  @BeforeEach
  void open(TestServer running) throws SQLException {
    server = running;
    scene = PartnerScene.open(server);
    client = scene.client();
  }

  private String letter() {
    return client.header(UUID.randomUUID())
        + "<number>17-5</number><date>2026-11-20</date><subject>О дипломе</subject>"
        + "<text>Просим сообщить.</text><sender>Министерство</sender>";
  }

  private static String text(HttpResponse<String> answer, String name) {
    return SoapClient.text(answer.body(), name)
        .orElseThrow(() -> new AssertionError(name + " in " + answer.body()));
  }

  @Test
  @DisplayName(
      "PRT-13 LTR-9 the reply of the office is fetched with its signed file, and is delivered once"
          + " the partner has acknowledged it")
  void reply() throws SQLException {
    String receipt = text(client.call("correspondence", "submitLetter", letter()), "receiptNumber");
    String page = replied(receipt);
    HttpResponse<String> listed =
        client.call("correspondence", "listOutgoing", client.header(UUID.randomUUID()));
    assertThat(text(listed, "kind")).isEqualTo("LETTER_ANSWERED");
    assertThat(listed.body()).as("what it answers").contains(">" + receipt + "<");
    assertThat(text(listed, "text")).isEqualTo("Сообщаем: выдан.");
    byte[] paper = Base64.getMimeDecoder().decode(text(listed, "content"));
    assertThat(new String(paper, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
    assertThat(text(listed, "sha256")).isEqualTo(HexFormat.of().formatHex(Checksum.sha256(paper)));
    String status =
        client.header(UUID.randomUUID()) + "<receiptNumber>" + receipt + "</receiptNumber>";
    assertThat(text(client.call("correspondence", "getLetterStatus", status), "status"))
        .isEqualTo("ANSWERED");
    String got = "<outgoingId>" + text(listed, "outgoingId") + "</outgoingId>";
    client.call("correspondence", "acknowledge", client.header(UUID.randomUUID()) + got);
    assertThat(server.text("SELECT state FROM letter WHERE uuid = '" + page.split("=")[1] + "'"))
        .isEqualTo("DELIVERED");
  }

  @Test
  @DisplayName(
      "PRT-15 LTR-9 where the partner has an address the reply goes there with its signed file by"
          + " MTOM, and is delivered by that")
  void pushed() throws Exception {
    try (Receiver receiver = new Receiver()) {
      scene.terms("t.endpoint = '" + receiver.address(Receiver.Mood.WELL) + "'");
      String receipt =
          text(client.call("correspondence", "submitLetter", letter()), "receiptNumber");
      String letter = replied(receipt).split("=")[1];
      String state = "SELECT state FROM letter WHERE uuid = '" + letter + "'";
      long begun = System.nanoTime();
      while (!"DELIVERED".equals(server.text(state))) {
        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(LONGEST);
        LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
      }
      String outgoing =
          server.text(
              "SELECT CAST(o.uuid AS CHAR) FROM partner_outbox o JOIN letter l ON l.outbox_id = o.id"
                  + " WHERE l.uuid = '"
                  + letter
                  + "'");
      assertThat(receiver.of(UUID.fromString(outgoing)))
          .singleElement()
          .satisfies(
              envelope -> {
                assertThat(SignedEnvelope.isSigned(envelope)).as("with its file").isTrue();
                byte[] paper =
                    Base64.getDecoder().decode(SoapClient.text(envelope, "content").orElseThrow());
                assertThat(new String(paper, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
                assertThat(SoapClient.text(envelope, "sha256"))
                    .hasValue(HexFormat.of().formatHex(Checksum.sha256(paper)));
              });
      assertThat(client.outgoing()).doesNotContain(outgoing);
    }
  }

  /** The office answers a letter to its end; the page of the reply. */
  private String replied(String receipt) throws SQLException {
    String letter = letterOf("x.letter_id = l.id", receipt);
    Visitor specialist = new Visitor(server.url()).signedIn("specialist", "specialist-Demo1");
    PartnerScene.posted(
        specialist,
        "/correspondence/draft.xhtml?reply=" + letter,
        "f",
        "write",
        Map.of(
            "name",
            "Министерство",
            "address",
            "",
            "kind",
            "REPLY",
            "category",
            "MINISTRY",
            "letter-language",
            "ru",
            "enclosures",
            "0",
            "subject",
            "О дипломе",
            "body",
            "Сообщаем: выдан.",
            "basis",
            ""));
    String page =
        "/correspondence/letter.xhtml?id=" + letterOf("x.letter_id = l.reply_to", receipt);
    PartnerScene.posted(
        new Visitor(server.url()).signedIn("deputy", "deputy-Demo1"),
        page,
        "step",
        "agree",
        Map.of());
    PartnerScene.posted(
        new Visitor(server.url()).signedIn("director", "director-Demo1"),
        page,
        "step",
        "sign",
        Map.of());
    String intake =
        server.text(
            "SELECT CAST(uuid AS CHAR) FROM file_case WHERE intake AND year ="
                + " YEAR(university_today())");
    PartnerScene.posted(specialist, page, "g", "number", Map.of("out-case", intake));
    PartnerScene.posted(
        specialist, page, "s", "send", Map.of("out-channel", "SOAP", "out-address", ""));
    return page;
  }

  private String letterOf(String join, String receipt) throws SQLException {
    return server.text(
        "SELECT CAST(l.uuid AS CHAR) FROM exchange_case x JOIN letter l ON "
            + join
            + " WHERE x.receipt = '"
            + receipt
            + "'");
  }
}
