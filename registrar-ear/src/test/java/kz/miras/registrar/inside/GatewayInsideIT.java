package kz.miras.registrar.inside;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayFile;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayState;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayAddress;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayAsk;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayDesk;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayInbox;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayPost;
import kz.miras.registrar.correspondence.service.ministry.gateway.GatewayStore;
import kz.miras.registrar.correspondence.service.ministry.gateway.RsaSigner;
import kz.miras.registrar.ministry.GatewayKeys;
import kz.miras.registrar.ministry.GatewayMood;
import kz.miras.registrar.ministry.GatewayStub;
import kz.miras.registrar.shared.RegistrarException;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Messages to and from a stand-in of the gateway of the government, in the container. */
@InsideTest
class GatewayInsideIT {

  private static final String SERVICE = "MIRAS_TEST";

  private GatewayKeys ours;
  private GatewayStub stub;
  private GatewayAddress address;
  private GatewayStore store;
  private GatewayPost post;
  private GatewayInbox inbox;

  @Deployment
  static WebArchive archive() {
    return Inside.archive(GatewayInsideIT.class).addClasses(GatewayStub.classes());
  }

  @BeforeEach
  void begin() throws Exception {
    ours = GatewayKeys.named("miras");
    GatewayKeys theirs = GatewayKeys.named("gateway");
    stub = new GatewayStub(theirs, ours, SERVICE);
    address =
        new GatewayAddress(
            stub.url() + "/sync",
            stub.url() + "/async",
            "miras",
            "secret",
            new RsaSigner(ours.key(), ours.certificate(), theirs.certificate()),
            Duration.ofMillis(1500));
    store = Inside.bean(GatewayStore.class);
    post = Inside.bean(GatewayPost.class);
    inbox = Inside.bean(GatewayInbox.class);
  }

  @AfterEach
  void end() {
    stub.close();
  }

  private UUID kept(GatewayChannel channel, String service) {
    GatewayMessage message =
        new GatewayMessage(
            channel,
            UUID.randomUUID().toString(),
            null,
            service,
            channel == GatewayChannel.ASYNC ? GatewayMessage.Kind.REQUEST : null,
            OffsetDateTime.parse("2193-09-01T10:00:00+05:00"),
            "miras",
            "secret",
            Map.of(),
            GatewayPayload.text("<r>Әлия</r>"));
    return store.outgoing(message, GatewayEnvelope.write(message), "senior");
  }

  @Test
  @DisplayName(
      "GOV-20 GOV-22 a synchronous message goes signed, its signed answer is kept as it came")
  void synchronous() throws Exception {
    UUID message = kept(GatewayChannel.SYNC, SERVICE);
    post.run(address);
    GatewayStore.Kept done = store.one(message).orElseThrow();
    assertThat(done.state()).as(done.text()).isEqualTo(GatewayState.ANSWERED);
    assertThat(done.code()).isEqualTo("SCSS001");
    assertThat(new String(done.answer(), StandardCharsets.UTF_8)).contains("wsse:Security");
    assertThat(stub.taken()).hasSize(1);
    assertThat(stub.taken().get(0).payload().content()).isEqualTo("<r>Әлия</r>");
    GatewayDesk desk = Inside.bean(GatewayDesk.class);
    assertThat(Inside.as(Scene.holding("AUD"), () -> desk.view(message)).original())
        .doesNotContain("secret");
  }

  @Test
  @DisplayName("GOV-24 a service that is not there is told with its code, and not asked again")
  void refused() {
    UUID message = kept(GatewayChannel.SYNC, "OTHER");
    post.run(address);
    GatewayStore.Kept done = store.one(message).orElseThrow();
    assertThat(done.state()).isEqualTo(GatewayState.FAILED);
    assertThat(done.code()).isEqualTo("SCE004");
    post.run(address);
    assertThat(store.one(message).orElseThrow().attempts()).isEqualTo(1);
  }

  @Test
  @DisplayName("GOV-24 a silent gateway is asked again later, with the same id")
  void silent() {
    UUID message = kept(GatewayChannel.ASYNC, SERVICE);
    stub.close();
    post.run(address);
    GatewayStore.Kept waiting = store.one(message).orElseThrow();
    assertThat(waiting.state()).isEqualTo(GatewayState.WAITING);
    assertThat(waiting.attempts()).isEqualTo(1);
    assertThat(store.due()).doesNotContain(message);
  }

  @Test
  @DisplayName("GOV-22 GOV-24 a late answer is kept as it came, once, and ends what was asked")
  void late() throws Exception {
    UUID message = kept(GatewayChannel.ASYNC, SERVICE);
    post.run(address);
    GatewayStore.Kept sent = store.one(message).orElseThrow();
    assertThat(sent.state()).isEqualTo(GatewayState.SENT);
    byte[] callback = stub.late(sent.messageId(), "<ok/>");
    byte[] forged =
        new String(callback, StandardCharsets.UTF_8)
            .replace("&lt;ok/&gt;", "&lt;no/&gt;")
            .getBytes(StandardCharsets.UTF_8);
    GatewayInbox.Reply refusal = inbox.take(forged, address);
    assertThat(refusal.fault()).isTrue();
    assertThat(GatewayEnvelope.answer(refusal.envelope()).code()).isEqualTo("SCE006");
    assertThat(store.one(message).orElseThrow().state()).isEqualTo(GatewayState.SENT);

    GatewayInbox.Reply first = inbox.take(callback, address);
    assertThat(first.fault()).isFalse();
    assertThat(store.one(message).orElseThrow().state()).isEqualTo(GatewayState.ANSWERED);
    assertThat(inbox.take(callback, address).envelope()).isEqualTo(first.envelope());
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM gateway_message WHERE direction = 'IN' AND correlation_id = ?",
                sent.messageId()))
        .isEqualTo(1);
    assertThat(
            Scene.number(
                "SELECT original = ? FROM gateway_message WHERE direction = 'IN' AND correlation_id"
                    + " = ?",
                callback,
                sent.messageId()))
        .as("byte for byte")
        .isEqualTo(1);
  }

  @Test
  @DisplayName("GOV-24 slow, garbled and failing answers leave a message to be sent again, once")
  void odd() throws Exception {
    for (GatewayMood mood : List.of(GatewayMood.SLOW, GatewayMood.GARBAGE, GatewayMood.FAILING)) {
      UUID message = kept(GatewayChannel.SYNC, SERVICE);
      stub.next(mood);
      post.run(address);
      GatewayStore.Kept waiting = store.one(message).orElseThrow();
      assertThat(waiting.state()).as("%s %s", mood, waiting.text()).isEqualTo(GatewayState.WAITING);
      Scene.change(
          "UPDATE gateway_message SET next_at = created_at WHERE uuid = ?", message.toString());
      post.run(address);
      assertThat(store.one(message).orElseThrow().state()).isEqualTo(GatewayState.ANSWERED);
      assertThat(stub.taken().stream().filter(one -> one.messageId().equals(waiting.messageId())))
          .as("%s", mood)
          .hasSize(1);
    }
  }

  @Test
  @DisplayName("GOV-25 what waits is fetched once, and told to have arrived once it is kept")
  void fetched() throws Exception {
    UUID message = kept(GatewayChannel.ASYNC, SERVICE);
    post.run(address);
    String asked = store.one(message).orElseThrow().messageId();
    stub.waits(asked, "<ok/>");
    GatewayAsk ask = Inside.bean(GatewayAsk.class);
    stub.next(GatewayMood.GARBAGE);
    assertThat(ask.fetch(address, SERVICE)).as("not signed by it").isEmpty();
    assertThat(ask.fetch(address, SERVICE)).contains(1);
    assertThat(stub.waiting()).isZero();
    assertThat(store.one(message).orElseThrow().state()).isEqualTo(GatewayState.ANSWERED);
    assertThat(ask.fetch(address, SERVICE)).contains(0);
    assertThat(
            Scene.number(
                "SELECT COUNT(*) FROM gateway_message WHERE direction = 'IN' AND correlation_id = ?",
                asked))
        .isEqualTo(1);
  }

  @Test
  @DisplayName(
      "GOV-25 how a message stands is asked and told, each telling once; a lost one failed")
  void standing() throws Exception {
    UUID message = kept(GatewayChannel.ASYNC, SERVICE);
    post.run(address);
    String asked = store.one(message).orElseThrow().messageId();
    GatewayAsk ask = Inside.bean(GatewayAsk.class);
    assertThat(ask.standing(address, asked)).isPresent();
    assertThat(store.one(message).orElseThrow().delivery())
        .isEqualTo(GatewayQuery.Delivery.ON_DELIVERY);
    String notification = UUID.randomUUID().toString();
    byte[] lost = stub.tells(notification, asked, GatewayQuery.Delivery.NOT_DELIVERED);
    byte[] forged =
        new String(lost, StandardCharsets.UTF_8)
            .replace("NOT_DELIVERED", "DELIVERED")
            .getBytes(StandardCharsets.UTF_8);
    assertThat(inbox.take(forged, address).fault()).isTrue();
    GatewayInbox.Reply first = inbox.take(lost, address);
    assertThat(first.fault()).isFalse();
    assertThat(new String(first.envelope(), StandardCharsets.UTF_8))
        .contains("changeMassageStatusNotificationResponse", "/Types/Client");
    assertThat(inbox.take(lost, address).envelope()).isEqualTo(first.envelope());
    assertThat(store.one(message).orElseThrow().state()).isEqualTo(GatewayState.FAILED);
    assertThat(
            Scene.number("SELECT COUNT(*) FROM gateway_notification WHERE message_id = ?", asked))
        .isEqualTo(1);
  }

  @Test
  @DisplayName("GOV-26 a file goes into the storage and comes back from it byte for byte")
  void files() {
    byte[] content = "Әлия\u0000\u00ff".getBytes(StandardCharsets.UTF_8);
    UUID put =
        sent(GatewayFile.put("p-1", "a.pdf", "application/pdf", content, 30, "miras", "secret"));
    String identifier = GatewayFile.identifier(answered(put));
    UUID got = sent(GatewayFile.get(identifier, "miras", "secret"));
    GatewayFile.Stored stored = GatewayFile.stored(answered(got));
    assertThat(stored.content()).isEqualTo(content);
    assertThat(stored.name()).isEqualTo("a.pdf");
    UUID none = sent(GatewayFile.get("none", "miras", "secret"));
    Assertions.assertThatThrownBy(() -> GatewayFile.stored(answered(none)))
        .isInstanceOf(RegistrarException.Refused.class);
  }

  private UUID sent(GatewayPayload payload) {
    GatewayMessage message =
        new GatewayMessage(
            GatewayChannel.SYNC,
            UUID.randomUUID().toString(),
            null,
            GatewayFile.SERVICE,
            null,
            OffsetDateTime.parse("2193-09-01T10:00:00+05:00"),
            "miras",
            "secret",
            Map.of(),
            payload);
    UUID kept = store.outgoing(message, GatewayEnvelope.write(message), "senior");
    post.run(address);
    return kept;
  }

  private GatewayPayload answered(UUID message) {
    return GatewayEnvelope.answer(store.one(message).orElseThrow().answer()).payload();
  }

  @Test
  @DisplayName("GOV-24 without a gateway nothing is sent and nothing taken")
  void off() throws Exception {
    GatewayDesk desk = Inside.bean(GatewayDesk.class);
    String senior = Scene.holding("SEN");
    Assertions.assertThatThrownBy(
            () ->
                Inside.as(
                    senior,
                    () -> desk.send(GatewayChannel.SYNC, SERVICE, GatewayPayload.text("<a/>"))))
        .isInstanceOf(RegistrarException.Refused.class);
    assertThat(inbox.take("<a/>".getBytes(StandardCharsets.UTF_8)).fault()).isTrue();
  }
}
