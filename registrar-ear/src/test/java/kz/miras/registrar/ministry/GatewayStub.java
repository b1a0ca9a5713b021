package kz.miras.registrar.ministry;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import kz.miras.registrar.correspondence.ministry.gateway.BodySignature;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayFile;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayQuery;

/**
 * A stand-in of the gateway: takes messages of both channels, refuses what is not signed by whom it
 * knows and services it does not have, and answers those of the asynchronous channel late.
 */
public final class GatewayStub implements AutoCloseable {

  private static final OffsetDateTime NOW = OffsetDateTime.parse("2193-09-01T10:00:00+05:00");

  private final HttpServer server;
  private final GatewayKeys own;
  private final X509Certificate known;
  private final String service;
  private final List<GatewayMessage> taken = new CopyOnWriteArrayList<>();
  private final Map<String, GatewayMessage> waiting = new ConcurrentHashMap<>();
  private final Deque<GatewayMood> moods = new ConcurrentLinkedDeque<>();
  private final GatewayStubStorage storage = new GatewayStubStorage();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private volatile GatewayQuery.Delivery delivery = GatewayQuery.Delivery.ON_DELIVERY;
  private volatile Consumer<GatewayMessage> whenTaken = message -> {};

  /**
   * A gateway.
   *
   * @param own its key
   * @param known whose signature it accepts
   * @param service the one service it has
   */
  public GatewayStub(GatewayKeys own, GatewayKeys known, String service) throws IOException {
    this(0, own, known.certificate(), service);
  }

  /** A gateway on a port. */
  public GatewayStub(int port, GatewayKeys own, X509Certificate known, String service)
      throws IOException {
    this.own = own;
    this.known = known;
    this.service = service;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::serve);
    server.setExecutor(threads);
    server.start();
  }

  /** Answers the next calls so, one after another, and as usual then. */
  public void next(GatewayMood... next) {
    moods.addAll(List.of(next));
  }

  /** Has a message wait until it is fetched, and told to have arrived. */
  public String waits(String correlation, String content) {
    GatewayMessage message = response(correlation, content);
    waiting.put(message.messageId(), message);
    return message.messageId();
  }

  /** How many messages wait. */
  public int waiting() {
    return waiting.size();
  }

  /** How it says messages stand. */
  public void delivers(GatewayQuery.Delivery now) {
    delivery = now;
  }

  /** What it tells by itself of a message, as it is brought to the sender. */
  public byte[] tells(String notification, String messageId, GatewayQuery.Delivery now) {
    return signed(GatewayStubAnswers.changed(notification, messageId, now, NOW));
  }

  /** What is done with each message of the asynchronous channel that was taken. */
  public void whenTaken(Consumer<GatewayMessage> what) {
    whenTaken = what;
  }

  /** The classes it is made of. */
  public static Class<?>[] classes() {
    return new Class<?>[] {
      GatewayStub.class,
      GatewayKeys.class,
      GatewayMood.class,
      GatewayStubAnswers.class,
      GatewayStubStorage.class
    };
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
    return signed(GatewayEnvelope.write(response(messageId, content)));
  }

  private GatewayMessage response(String correlation, String content) {
    return new GatewayMessage(
        GatewayChannel.ASYNC,
        UUID.randomUUID().toString(),
        correlation,
        service,
        GatewayMessage.Kind.RESPONSE,
        NOW,
        "gateway",
        null,
        Map.of(),
        GatewayPayload.text(content));
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] sent = exchange.getRequestBody().readAllBytes();
      GatewayMood mood = Objects.requireNonNullElse(moods.poll(), GatewayMood.WELL);
      if (mood == GatewayMood.GARBAGE) {
        answer(exchange, 200, "<html>Bad gateway</html>".getBytes(StandardCharsets.UTF_8));
      } else if (mood == GatewayMood.FAILING) {
        answer(exchange, 503, new byte[0]);
      } else if (!BodySignature.verify(sent, known).isAllowed()) {
        answer(exchange, 500, fault(GatewayChannel.SYNC, "SCE006", "wrong signature"));
      } else {
        byte[] told = told(sent, exchange);
        if (mood == GatewayMood.SLOW) {
          awaitClosing();
        }
        if (told != null) {
          answer(exchange, 200, told);
        }
      }
    }
  }

  /** What is answered; null where a fault was. */
  private byte[] told(byte[] sent, HttpExchange exchange) throws IOException {
    String operation = GatewayStubAnswers.operation(sent);
    switch (operation) {
      case "getMessages":
        return signed(GatewayStubAnswers.messages(waiting.values(), NOW));
      case "getMessageStatus":
        return signed(GatewayStubAnswers.standing(delivery, NOW));
      case "sendDeliveryNotification":
        GatewayStubAnswers.named(sent, "messageId").ifPresent(waiting::remove);
        return signed(GatewayStubAnswers.notified(NOW));
      default:
        return message(sent, exchange);
    }
  }

  private byte[] message(byte[] sent, HttpExchange exchange) throws IOException {
    GatewayMessage message = GatewayEnvelope.read(sent);
    if (message.serviceId().equals(GatewayFile.SERVICE)) {
      taken.add(message);
      return signed(storage.answer(message, NOW));
    }
    if (!message.serviceId().equals(service)) {
      answer(exchange, 500, fault(message.channel(), "SCE004", "no such service"));
      return null;
    }
    // one that comes again is the same
    taken.removeIf(one -> one.messageId().equals(message.messageId()));
    taken.add(message);
    if (message.channel() == GatewayChannel.ASYNC) {
      whenTaken.accept(message);
    }
    return signed(GatewayEnvelope.acknowledge(message, UUID.randomUUID().toString(), NOW));
  }

  private byte[] signed(byte[] envelope) {
    return BodySignature.sign(envelope, own.key(), own.certificate());
  }

  /** Slower than anybody's patience: until it is closed. */
  private void awaitClosing() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] fault(GatewayChannel channel, String code, String text) {
    return GatewayEnvelope.fault(channel, true, code, text, NOW);
  }

  private static void answer(HttpExchange exchange, int status, byte[] envelope)
      throws IOException {
    exchange.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
    exchange.sendResponseHeaders(status, envelope.length == 0 ? -1 : envelope.length);
    exchange.getResponseBody().write(envelope);
  }
}
