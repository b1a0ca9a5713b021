package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.SchemaFactory;
import kz.miras.registrar.access.Visitor;
import kz.miras.registrar.local.LocalServer;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.wire.Receiver.Mood;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the university has for organisations, as their services get it, well or ill. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PartnerPushIT {

  private static final Duration LONGEST = Duration.ofSeconds(90);

  private TestServer server;
  private Receiver receiver;
  private Visitor deputy;

  @BeforeAll
  void open(TestServer running) throws IOException {
    server = running;
    receiver = new Receiver();
    deputy = new Visitor(server.url()).signedIn("deputy", "deputy-Demo1");
  }

  @AfterAll
  void close() {
    receiver.close();
  }

  private record Sent(PartnerScene scene, UUID message) {}

  private Sent send(String address) throws SQLException {
    PartnerScene scene = PartnerScene.open(server).terms("t.endpoint = '" + address + "'");
    return new Sent(scene, scene.outgoing("one"));
  }

  private String state(UUID message) throws SQLException {
    return server.text("SELECT state FROM partner_outbox WHERE uuid = '" + message + "'");
  }

  private String failure(UUID message) throws SQLException {
    return server.text(
        "SELECT COALESCE(MAX(failure), '') FROM partner_outbox WHERE uuid = '" + message + "'");
  }

  private static void until(String what, Callable<Boolean> look) throws Exception {
    long begun = System.nanoTime();
    while (!look.call()) {
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).as(what).isLessThan(LONGEST);
      LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
    }
  }

  @Test
  @DisplayName(
      "PRT-16 each illness of an address is told for what it is; once well, all arrive once")
  void illnesses() throws Exception {
    Map<String, Sent> sent = new LinkedHashMap<>();
    sent.put("STATUS", send(receiver.address(Mood.BUSY)));
    sent.put("GARBAGE", send(receiver.address(Mood.GARBAGE)));
    sent.put("GARBAGE at length", send(receiver.address(Mood.ENDLESS)));
    sent.put("OTHER_MESSAGE", send(receiver.address(Mood.OTHER_MESSAGE)));
    sent.put("STATUS of a redirection", send(receiver.address(Mood.MOVED)));
    sent.put("FAULT", send(receiver.address(Mood.FAULT)));
    sent.put("TIMEOUT", send(receiver.address(Mood.SILENT)));
    sent.put("UNREACHABLE", send("http://127.0.0.1:" + LocalServer.freePort() + "/WELL"));
    sent.put("UNREACHABLE after it was stored", send(receiver.address(Mood.FORGETFUL)));
    sent.put("TLS", send(receiver.untrusted()));
    for (Map.Entry<String, Sent> one : sent.entrySet()) {
      UUID message = one.getValue().message();
      until(
          one.getKey() + ": " + failure(message),
          () -> failure(message).equals(one.getKey().split(" ")[0]));
      assertThat(state(message)).as(one.getKey()).isEqualTo("WAITING");
    }
    assertThat(receiver.taken())
        .as("nothing is sent on")
        .doesNotContain(sent.get("STATUS of a redirection").message().toString());
    assertThat(failure(sent.get("TLS").message())).isEqualTo("TLS");

    for (Sent one : sent.values()) {
      one.scene().terms("t.endpoint = '" + receiver.address(Mood.WELL) + "'").dueNow();
    }
    for (Map.Entry<String, Sent> one : sent.entrySet()) {
      UUID message = one.getValue().message();
      until(one.getKey(), () -> state(message).equals("ACKNOWLEDGED"));
      assertThat(receiver.taken()).as(one.getKey()).containsOnlyOnce(message.toString());
      assertThat(one.getValue().scene().client().outgoing()).doesNotContain(message.toString());
    }
    assertThat(receiver.of(sent.get("UNREACHABLE after it was stored").message()))
        .hasSizeGreaterThan(1);
    wellFormed(sent.get("FAULT").message());
  }

  /** The body is signed by the university and follows the contract receivers are given. */
  private void wellFormed(UUID message) throws Exception {
    for (String envelope : receiver.of(message)) {
      assertThat(SignedEnvelope.isSigned(envelope)).isTrue();
      assertThat(SignedEnvelope.isSigned(envelope.replace(">Тема", ">Иное"))).isFalse();
      Path contract = Path.of("../registrar-ws/src/main/webapp/WEB-INF/wsdl/receiver-v1.xsd");
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(contract.toFile())
          .newValidator()
          .validate(
              new DOMSource(SignedEnvelope.first(SignedEnvelope.read(envelope), "*", "deliver")));
    }
  }

  @Test
  @DisplayName(
      "PRT-18 what a partner refuses is dead, holds back its matter, and is sent again or not")
  void dead() throws Exception {
    receiver.at(Mood.REFUSING, Mood.REFUSING);
    Sent first = send(receiver.address(Mood.REFUSING));
    UUID second = first.scene().outgoing("one");
    UUID other = first.scene().outgoing("two");
    until("it is dead", () -> state(first.message()).equals("DEAD"));
    until("the other matter goes on", () -> state(other).equals("DEAD"));
    assertThat(state(second)).as("the same matter waits").isEqualTo("WAITING");
    assertThat(receiver.of(second)).isEmpty();
    assertThat(first.scene().client().outgoing())
        .as("it may still be fetched")
        .contains(first.message().toString(), second.toString());
    String page = "/access/partner-outgoing.xhtml?id=" + first.message();
    assertThat(deputy.get(page).body()).contains("data-status=\"DEAD\"", "unknown kind");

    receiver.at(Mood.REFUSING, Mood.WELL);
    press(page, "a", "again", "");
    until("it has arrived", () -> state(first.message()).equals("ACKNOWLEDGED"));
    until("and what came after it", () -> state(second).equals("ACKNOWLEDGED"));
    List<String> order = new ArrayList<>(receiver.taken());
    order.retainAll(List.of(first.message().toString(), second.toString()));
    assertThat(order).containsExactly(first.message().toString(), second.toString());

    String otherPage = "/access/partner-outgoing.xhtml?id=" + other;
    press(otherPage, "g", "give-up", "");
    assertThat(state(other)).as("not without a reason").isEqualTo("DEAD");
    press(otherPage, "g", "give-up", "Передано на бумаге");
    assertThat(state(other)).isEqualTo("GIVEN_UP");
    assertThat(first.scene().client().outgoing()).doesNotContain(other.toString());
  }

  @Test
  @DisplayName(
      "PRT-18 what files go with is told once and waits to be fetched, and holds nothing back")
  void told() throws Exception {
    PartnerScene scene = PartnerScene.open(server);
    UUID letter = scene.outgoing("one");
    scene.enclosing(letter);
    UUID later = scene.outgoing("one");
    scene.terms("t.endpoint = '" + receiver.address(Mood.WELL) + "'");
    until("what came after it has arrived", () -> state(later).equals("ACKNOWLEDGED"));
    assertThat(receiver.of(letter)).hasSize(1);
    String page = deputy.get("/access/partner-outgoing.xhtml?id=" + letter).body();
    assertThat(page).contains("data-status=\"TOLD\"", "id=\"told\"", "id=\"give-up\"");
    assertThat(scene.client().outgoing())
        .contains(letter.toString())
        .doesNotContain(later.toString());
  }

  private void press(String page, String form, String button, String reason) {
    String shown = deputy.get(page).body();
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put(form, form);
    fields.put("reason", reason);
    fields.put(button, button);
    deputy.post(page, shown.substring(shown.indexOf("id=\"" + form + "\"")), fields);
  }

  @Test
  @DisplayName(
      "PRT-17 an address that failed too often is left alone, and what waits loses nothing")
  void circuit() throws Exception {
    String nowhere = "http://127.0.0.1:" + LocalServer.freePort() + "/WELL";
    PartnerScene scene = PartnerScene.open(server).failedOften(4);
    UUID first = scene.outgoing("one");
    UUID second = scene.outgoing("two");
    scene.terms("t.endpoint = '" + nowhere + "'");
    until("it has failed", () -> failure(first).equals("UNREACHABLE"));
    assertThat(
            server.text(
                "SELECT c.failures FROM partner_circuit c JOIN partner_outbox o ON o.partner_id ="
                    + " c.partner_id WHERE c.paused_until > UTC_TIMESTAMP() AND o.uuid = '"
                    + first
                    + "'"))
        .isEqualTo("5");
    assertThat(server.text("SELECT attempts FROM partner_outbox WHERE uuid = '" + second + "'"))
        .isEqualTo("0");
    String partner =
        server.text(
            "SELECT p.uuid FROM partner p JOIN partner_outbox o ON o.partner_id = p.id WHERE o.uuid"
                + " = '"
                + first
                + "'");
    assertThat(deputy.get("/access/partner.xhtml?id=" + partner).body()).contains("id=\"paused\"");

    scene.terms("t.endpoint = '" + receiver.address(Mood.WELL) + "'");
    press("/access/partner-outgoing.xhtml?id=" + first, "a", "again", "");
    until("both have arrived", () -> state(second).equals("ACKNOWLEDGED"));
    assertThat(state(first)).isEqualTo("ACKNOWLEDGED");
    assertThat(deputy.get("/access/partner.xhtml?id=" + partner).body())
        .doesNotContain("id=\"paused\"");
  }
}
