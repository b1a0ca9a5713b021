package kz.miras.registrar.correspondence.service.ministry.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.OffsetDateTime;
import java.util.Map;
import kz.miras.registrar.correspondence.ministry.gateway.BodySignature;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayEnvelope;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayMessage;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayPayload;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.service.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A service beside the server that signs and judges, and what is judged here all the same. */
class NodeSignerTest {

  private static final String PASSWORD = "only-for-a-test";

  @TempDir private Path folder;
  private HttpServer node;
  private volatile boolean valid = true;
  private volatile int status = 200;
  private volatile Map<?, ?> asked;
  private PrivateKey key;
  private X509Certificate gateway;
  private NodeSigner signer;

  @BeforeEach
  void begin() throws Exception {
    Path file = folder.resolve("gateway.p12");
    new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
            "-genkeypair",
            "-alias",
            "one",
            "-keyalg",
            "RSA",
            "-dname",
            "CN=gateway",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD)
        .start()
        .waitFor();
    KeyStore store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
    key = (PrivateKey) store.getKey("one", PASSWORD.toCharArray());
    gateway = (X509Certificate) store.getCertificate("one");
    node = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    node.createContext(
        "/",
        exchange -> {
          try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            asked = Json.read(new String(body, StandardCharsets.UTF_8), Map.class);
            byte[] told = answer(exchange.getRequestURI().getPath());
            exchange.sendResponseHeaders(status, told.length);
            exchange.getResponseBody().write(told);
          }
        });
    node.start();
    signer =
        new NodeSigner(
            "http://127.0.0.1:" + node.getAddress().getPort() + "/",
            Files.readAllBytes(file),
            PASSWORD,
            gateway);
  }

  private byte[] answer(String path) {
    Map<String, ?> told =
        path.equals("/wsse/sign")
            ? Map.of("status", 200, "xml", asked.get("xml") + "<!-- signed -->")
            : Map.of("status", 200, "valid", valid);
    return Json.write(told).getBytes(StandardCharsets.UTF_8);
  }

  @AfterEach
  void end() {
    node.stop(0);
  }

  private static byte[] envelope() {
    return GatewayEnvelope.write(
        new GatewayMessage(
            GatewayChannel.SYNC,
            "m-1",
            null,
            "S",
            null,
            OffsetDateTime.parse("2193-09-01T10:00:00+05:00"),
            "miras",
            null,
            Map.of(),
            GatewayPayload.text("<a/>")));
  }

  private String judged(byte[] envelope) {
    return signer.verify(envelope).refusals().stream()
        .map(Refusal::code)
        .findFirst()
        .orElse("allowed");
  }

  @Test
  @DisplayName("GOV-22 what is to be signed goes to the service as it is, with key and password")
  void signs() {
    assertThat(new String(signer.sign(envelope()), StandardCharsets.UTF_8))
        .endsWith("<!-- signed -->");
    assertThat(asked.get("password")).isEqualTo(PASSWORD);
    assertThat(asked.get("trimXml")).isEqualTo(false);
    assertThat((String) asked.get("key")).isNotBlank();
  }

  @Test
  @DisplayName("GOV-22 the service judges the mathematics; body and certificate are judged here")
  void judges() {
    byte[] signed = BodySignature.sign(envelope(), key, gateway);
    assertThat(judged(signed)).isEqualTo("allowed");
    valid = false;
    assertThat(judged(signed)).isEqualTo("ministry.gateway.forged");
    valid = true;
    assertThat(judged(envelope())).isEqualTo("ministry.gateway.unsigned");
    String text = new String(signed, StandardCharsets.UTF_8);
    assertThat(
            judged(text.replaceFirst("URI=\"#id", "URI=\"#other").getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("ministry.gateway.wrapped");
    String stranger = text.replaceFirst("(KeyIdentifier[^>]*>)MII", "$1MIJ");
    assertThat(judged(stranger.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo("ministry.gateway.stranger");
  }

  @Test
  @DisplayName("GOV-24 a service that fails leaves the message to be sent again")
  void fails() throws IOException {
    status = 500;
    assertThatThrownBy(() -> signer.sign(envelope())).isInstanceOf(IllegalStateException.class);
    node.stop(0);
    assertThatThrownBy(() -> signer.sign(envelope())).isInstanceOf(IllegalStateException.class);
  }
}
