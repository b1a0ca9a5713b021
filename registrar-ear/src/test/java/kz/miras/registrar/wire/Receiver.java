package kz.miras.registrar.wire;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The service of an organisation messages are delivered to, which can be ill in many ways. It knows
 * a message that comes again by its id, as receivers are asked to.
 */
public final class Receiver implements AutoCloseable {

  /** How it answers at an address of that name. */
  public enum Mood {
    WELL,
    BUSY,
    GARBAGE,
    ENDLESS,
    OTHER_MESSAGE,
    MOVED,
    FAULT,
    REFUSING,
    SILENT,
    FORGETFUL
  }

  private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
  private static final String COMMON = "https://registrar.miras.edu.kz/ws/common/v1";

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closed = new CountDownLatch(1);
  private final Map<String, Mood> moods = new ConcurrentHashMap<>();
  private final List<String> envelopes = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();
  private final HttpServer server;
  private final HttpsServer untrusted;

  /** Opens it at a free port of this machine. */
  public Receiver() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    untrusted = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    untrusted.setHttpsConfigurator(new HttpsConfigurator(PartnerKey.selfSigned()));
    for (HttpServer one : List.of(server, untrusted)) {
      one.createContext("/", this::serve);
      one.setExecutor(threads);
      one.start();
    }
  }

  /** An address of it by TLS, with a certificate nobody vouches for. */
  String untrusted() {
    return "https://127.0.0.1:" + untrusted.getAddress().getPort() + "/" + Mood.WELL;
  }

  /** An address of it that answers as its name says until it is told otherwise. */
  public String address(Mood mood) {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + mood;
  }

  /** From now on an address answers in another way. */
  public void at(Mood address, Mood mood) {
    moods.put("/" + address, mood);
  }

  /** Everything that came with the id of a message, repeats among it. */
  public synchronized List<String> of(UUID message) {
    return envelopes.stream().filter(one -> one.contains(idOf(message))).toList();
  }

  /** What it took, each message once, in its order. */
  public synchronized List<String> taken() {
    return List.copyOf(taken);
  }

  private static String idOf(UUID message) {
    return "<c:messageId>" + message + "</c:messageId>";
  }

  private void serve(HttpExchange call) throws IOException {
    String envelope =
        envelope(
            call.getRequestHeaders().getFirst("Content-Type"),
            new String(call.getRequestBody().readAllBytes(), StandardCharsets.ISO_8859_1));
    String id = SoapClient.text(envelope, "messageId").orElse("none");
    String path = call.getRequestURI().getPath();
    Mood mood = moods.getOrDefault(path, Mood.valueOf(path.substring(1)));
    synchronized (this) {
      envelopes.add(envelope);
      boolean takes = mood == Mood.WELL || mood == Mood.FORGETFUL || mood == Mood.SILENT;
      if (takes && !taken.contains(id)) {
        taken.add(id);
      }
    }
    switch (mood) {
      case WELL -> answer(call, 200, response(id));
      case BUSY -> answer(call, 503, "try later");
      case GARBAGE -> answer(call, 200, "<html><body>Welcome</body></html>");
      case ENDLESS -> answer(call, 200, "x".repeat(1024 * 1024));
      case OTHER_MESSAGE -> answer(call, 200, response(UUID.randomUUID().toString()));
      case MOVED -> {
        call.getResponseHeaders().add("Location", address(Mood.WELL));
        answer(call, 307, "");
      }
      case FAULT -> answer(call, 500, fault("Server", "database"));
      case REFUSING -> answer(call, 500, fault("Client", "unknown kind"));
      case SILENT -> await(call);
      // it has stored the message, and nobody learns of it
      case FORGETFUL -> call.close();
    }
  }

  /** The envelope of a message, with the parts that stand beside it where it includes them. */
  private static String envelope(String type, String body) {
    Matcher boundary = Pattern.compile("boundary=\"([^\"]+)\"").matcher(type);
    if (!type.startsWith("multipart/related;") || !boundary.find()) {
      return utf8(body);
    }
    String[] parts = ("\r\n" + body).split("\r\n--" + Pattern.quote(boundary.group(1)), -1);
    String envelope = null;
    for (int i = 1; i < parts.length - 1; i++) {
      int head = parts[i].indexOf("\r\n\r\n");
      String content = parts[i].substring(head + 4);
      if (envelope == null) {
        envelope = utf8(content);
        continue;
      }
      String id = parts[i].substring(0, head).replaceFirst("(?s).*Content-ID: <([^>]+)>.*", "$1");
      envelope =
          envelope.replaceFirst(
              "<xop:Include [^>]*\"cid:" + Pattern.quote(id) + "\"[^>]*/>",
              Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.ISO_8859_1)));
    }
    return envelope;
  }

  private static String utf8(String bytes) {
    return new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }

  private void await(HttpExchange call) {
    try {
      closed.await(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    call.close();
  }

  private static void answer(HttpExchange call, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    call.getResponseHeaders().add("Content-Type", "text/xml; charset=utf-8");
    call.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      call.getResponseBody().write(bytes);
    }
    call.close();
  }

  private static String response(String id) {
    return envelope(
        "<deliverResponse xmlns=\"https://registrar.miras.edu.kz/ws/receiver/v1\""
            + " xmlns:c=\""
            + COMMON
            + "\"><responseHeader><c:messageId>"
            + UUID.randomUUID()
            + "</c:messageId><c:inReplyTo>"
            + id
            + "</c:inReplyTo><c:responseDate>2026-11-30T12:00:00Z</c:responseDate>"
            + "</responseHeader></deliverResponse>");
  }

  private static String fault(String code, String words) {
    return envelope(
        "<s:Fault><faultcode>s:"
            + code
            + "</faultcode><faultstring>"
            + words
            + "</faultstring></s:Fault>");
  }

  private static String envelope(String body) {
    return "<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body>" + body + "</s:Body></s:Envelope>";
  }

  @Override
  public void close() {
    closed.countDown();
    server.stop(0);
    untrusted.stop(0);
    threads.shutdownNow();
  }
}
