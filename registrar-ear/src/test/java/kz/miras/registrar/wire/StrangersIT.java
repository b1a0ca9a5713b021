package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Calls of services for partners that nobody has signed in for, from an address of their own. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StrangersIT {

  /** Another of this very machine than all other tests call from. */
  private static final String ADDRESS = "127.0.3.7";

  private TestServer server;

  @BeforeAll
  void open(TestServer running) {
    server = running;
  }

  @Test
  @DisplayName(
      "PRT-20 nobody known fills the journal from one address; a partner behind it is let in")
  void limited() throws Exception {
    PartnerScene scene = PartnerScene.open(server);
    SoapClient client = scene.client();
    spent(599, "UTC_TIMESTAMP(6)");
    assertThat(SoapClient.text(send("no XML at all"), "code")).hasValue("MALFORMED");
    assertThat(kept("partner_call c WHERE c.address = '" + ADDRESS + "'")).isEqualTo("1");
    String trail = kept("audit_entry e WHERE e.entity = 'PartnerCall'");

    String refused = send("no XML at all");
    assertThat(SoapClient.text(refused, "code")).hasValue("STRANGERS");
    assertThat(SoapClient.text(refused, "category")).hasValue("TEMPORARY");
    assertThat(refused).containsPattern("(?i)\r\nretry-after: [1-9]\\d{1,3}\r\n");
    assertThat(kept("partner_call c WHERE c.address = '" + ADDRESS + "'")).isEqualTo("1");
    assertThat(kept("audit_entry e WHERE e.entity = 'PartnerCall'")).isEqualTo(trail);

    String asked =
        client.envelope(
            SoapClient.SOAP11,
            "correspondence",
            "listOutgoing",
            client.header(UUID.randomUUID()),
            client.security());
    assertThat(send(asked)).contains("listOutgoingResponse");
    assertThat(scene.lastCall("c.address")).isEqualTo(ADDRESS);

    spent(600, "UTC_TIMESTAMP(6) - INTERVAL 3601 SECOND");
    spent("192.0.2.9", 1, "UTC_TIMESTAMP(6) - INTERVAL 3601 SECOND");
    assertThat(SoapClient.text(send("no XML at all"), "code")).hasValue("MALFORMED");
    assertThat(kept("partner_stranger s WHERE s.origin = '192.0.2.9'"))
        .as("what is over is not kept")
        .isEqualTo("0");
  }

  private String kept(String rows) throws SQLException {
    return server.text("SELECT COUNT(*) FROM " + rows);
  }

  private void spent(int calls, String since) throws SQLException {
    spent(ADDRESS, calls, since);
  }

  private void spent(String origin, int calls, String since) throws SQLException {
    try (Connection database = server.database();
        Statement statement = database.createStatement()) {
      statement.executeUpdate(
          "REPLACE INTO partner_stranger (origin, since, spent) VALUES ('%s', %s, %d)"
              .formatted(origin, since, calls));
    }
  }

  /** What the server answers to a message from that address, with the head of the answer. */
  private String send(String message) throws IOException {
    URI url = URI.create(server.url());
    byte[] body = message.getBytes(StandardCharsets.UTF_8);
    try (Socket socket =
        new Socket(
            InetAddress.getByName("127.0.0.1"), url.getPort(), InetAddress.getByName(ADDRESS), 0)) {
      String head =
          "POST /api/soap/correspondence/v1 HTTP/1.1\r\nHost: "
              + url.getAuthority()
              + "\r\nContent-Type: text/xml; charset=utf-8\r\nContent-Length: "
              + body.length
              + "\r\nConnection: close\r\n\r\n";
      socket.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
      socket.getOutputStream().write(body);
      socket.getOutputStream().flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
