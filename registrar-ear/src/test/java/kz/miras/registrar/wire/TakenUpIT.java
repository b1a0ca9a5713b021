package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Messages in quarantine that somebody at the office has taken up again. */
@ExtendWith(ServerExtension.class)
class TakenUpIT {

  private TestServer server;
  private PartnerScene scene;
  private SoapClient client;
  private Visitor deputy;

  @BeforeEach
  void open(TestServer running) throws SQLException {
    server = running;
    scene = PartnerScene.open(server);
    client = scene.client();
    deputy = new Visitor(server.url()).signedIn("deputy", "deputy-Demo1");
  }

  @Test
  @DisplayName("PRT-19 what is as wrong as before stays; once mended it is done, once")
  void takenUp() throws SQLException {
    UUID message = UUID.randomUUID();
    String sound =
        client.header(message)
            + "<number>1</number><date>2026-11-20</date><subject>Ждёт исправления</subject>"
            + "<text>T</text><sender>O</sender>";
    String broken = sound.replace("<date>2026-11-20</date>", "");
    assertThat(code(broken)).isEqualTo("VALIDATION");
    String page =
        "/access/partner-message.xhtml?id="
            + server.text("SELECT uuid FROM partner_message WHERE message_id = '" + message + "'");

    String entrance = ticket(page, "");
    assertThat(entrance).as("not without a reason").isNull();
    taken(page);
    assertThat(messages(message, "state = 'QUARANTINED' AND attempts = 2")).isEqualTo("1");
    assertThat(cases()).isEqualTo("0");
    assertThat(scene.lastCall("c.fault")).isEqualTo("VALIDATION");

    // as if the contract had been mended: what is stored is sound now
    scene.mended(message, client, sound);
    taken(page);
    assertThat(messages(message, "state = 'ANSWERED' AND attempts = 3")).isEqualTo("1");
    assertThat(cases()).isEqualTo("1");
    assertThat(scene.lastCall("c.outcome")).isEqualTo("ANSWER");
    assertThat(ticket(page, "Ещё раз")).as("there is no such button any more").isNull();
    assertThat(code(broken)).as("the same message, sent again").isEqualTo("none");
    assertThat(cases()).isEqualTo("1");
  }

  @Test
  @DisplayName("PRT-19 of a partner that was suspended meanwhile nothing is taken up")
  void suspended() throws SQLException {
    UUID message = UUID.randomUUID();
    assertThat(code(client.header(message))).isEqualTo("VALIDATION");
    scene.partner("p.state = 'SUSPENDED', p.state_reason = 'test'");
    taken(
        "/access/partner-message.xhtml?id="
            + server.text("SELECT uuid FROM partner_message WHERE message_id = '" + message + "'"));
    assertThat(messages(message, "state = 'QUARANTINED' AND reason = 'partner-suspended'"))
        .isEqualTo("1");
    assertThat(cases()).isEqualTo("0");
  }

  private String code(String contents) {
    HttpResponse<String> answer = client.call("correspondence", "submitLetter", contents);
    return SoapClient.text(answer.body(), "code").orElse("none");
  }

  /** Presses the button and goes where it leads; the ticket opens nothing a second time. */
  private void taken(String page) {
    String entrance = ticket(page, "Схема исправлена");
    assertThat(entrance).startsWith("/api/soap/taken-up?ticket=");
    HttpResponse<String> taken = deputy.get(entrance);
    assertThat(taken.statusCode()).isEqualTo(303);
    assertThat(taken.headers().firstValue("Location").orElse("")).endsWith(page);
    assertThat(deputy.get(entrance).statusCode()).as("once more").isEqualTo(404);
  }

  private String ticket(String page, String reason) {
    String shown = deputy.get(page).body();
    if (!shown.contains("id=\"take-up\"")) {
      return null;
    }
    Map<String, String> form = new LinkedHashMap<>();
    form.put("d", "d");
    form.put("reason", reason);
    form.put("take-up", "take-up");
    return deputy
        .post(page, shown.substring(shown.indexOf("id=\"d\"")), form)
        .headers()
        .firstValue("Location")
        .map(address -> address.replace(server.url(), ""))
        .orElse(null);
  }

  private String messages(UUID message, String condition) throws SQLException {
    return server.text(
        "SELECT COUNT(*) FROM partner_message WHERE message_id = '"
            + message
            + "' AND "
            + condition);
  }

  private String cases() throws SQLException {
    return server.text(
        "SELECT COUNT(*) FROM exchange_case t JOIN partner p ON p.id = t.partner_id JOIN account a"
            + " ON a.id = p.account_id WHERE a.login = '"
            + scene.login()
            + "'");
  }
}
