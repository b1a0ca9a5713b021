package kz.miras.registrar.ministry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import kz.miras.registrar.correspondence.ministry.gateway.BodySignature;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload;

/**
 * A stand-in of the gateway: takes messages of both channels, refuses what is not signed by whom it
 * knows and services it does not have, and answers those of the asynchronous channel late.
 */
public final class GatewayStub implements AutoCloseable {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2193-09-01T10:00:00+05:00");

  private final HttpServer server;
  private final GatewayKeys own;
  private final GatewayKeys known;
  private final String service;
  private final List<GatewayMessage> taken = new CopyOnWriteArrayList<>();

  /**
   * A gateway.
   *
   * @param own its key
   * @param known whose signature it accepts
   * @param service the one service it has
   */
  public GatewayStub(GatewayKeys own, GatewayKeys known, String service) throws IOException {
    this.own = own;
    this.known = known;
    this.service = service;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::serve);
    server.start();
  }

  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** What it has taken, in its order. */
  public List<GatewayMessage> taken() {
    return taken;
  }

  /** The late answer to a message, as it is brought to the sender. */
  public byte[] late(String messageId, String content) {
    byte[] envelope =
        GatewayEnvelope.write(
            new GatewayMessage(
                GatewayChannel.ASYNC,
                UUID.randomUUID().toString(),
                messageId,
                service,
                GatewayMessage.Kind.RESPONSE,
                NOW,
                "gateway",
                null,
                Map.of(),
                GatewayPayload.text(content)));
    return BodySignature.sign(envelope, own.key(), own.certificate());
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      GatewayMessage message = GatewayEnvelope.read(sent);
      if (!BodySignature.verify(sent, known.certificate()).isAllowed()) {
        answer(exchange, 500, fault(message, "SCE006", "wrong signature"));
      } else if (!message.serviceId().equals(service)) {
        answer(exchange, 500, fault(message, "SCE004", "no such service"));
      } else {
        taken.add(message);
        byte[] receipt = GatewayEnvelope.acknowledge(message, UUID.randomUUID().toString(), NOW);
        answer(exchange, 200, BodySignature.sign(receipt, own.key(), own.certificate()));
      }
    }
  }

  private static byte[] fault(GatewayMessage message, String code, String text) {
    return GatewayEnvelope.fault(message.channel(), true, code, text, NOW);
  }

  private static void answer(HttpExchange exchange, int status, byte[] envelope)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
    exchange.sendResponseHeaders(status, envelope.length);
    exchange.getResponseBody().write(envelope);
  }
}
