package kz.miras.registrar.correspondence.service.ministry.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kz.miras.registrar.correspondence.ministry.gateway.BodySignature;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;

/**
 * Asks a service beside this server to sign and to judge, by its own key: NCANode, which knows the
 * algorithms of the national certificates that no Java platform knows.
 *
 * <p>GOV-22.
 */
final class NodeSigner implements MessageSigner {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private static final Duration PATIENCE = Duration.ofSeconds(30);
  private static final int OK = 200;

  private final String url;
  private final String key;
  private final String password;
  private final X509Certificate gateway;

  /**
   * What an address, a store and its password name; the store leaves this server as it is.
   *
   * @param gateway certificate of the gateway
   */
  NodeSigner(String url, byte[] store, String password, X509Certificate gateway) {
    this.url = url.replaceAll("/+$", "");
    this.gateway = gateway;
    this.key = Base64.getEncoder().encodeToString(store);
    this.password = password;
  }

  @Override
  public byte[] sign(byte[] envelope) {
    Map<?, ?> answer =
        ask(
            "/wsse/sign",
            Map.of(
                "xml",
                text(envelope),
                "key",
                key,
                "password",
                Objects.requireNonNullElse(password, ""),
                "trimXml",
                false));
    if (!(answer.get("xml") instanceof String signed)) {
      throw new IllegalStateException("the service of signatures has signed nothing");
    }
    return signed.getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public Verdict verify(byte[] envelope) {
    // the service judges the mathematics; which body and whose certificate is judged here
    Verdict place = BodySignature.inPlace(envelope, gateway);
    if (!place.isAllowed()) {
      return place;
    }
    Map<?, ?> answer =
        ask("/wsse/verify", Map.of("xml", text(envelope), "revocationCheck", List.of("OCSP")));
    return Boolean.TRUE.equals(answer.get("valid"))
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("ministry.gateway.forged", "GOV-22"));
  }

  private static String text(byte[] envelope) {
    return new String(envelope, StandardCharsets.UTF_8);
  }

  private Map<?, ?> ask(String path, Map<String, ?> body) {
    try {
      HttpResponse<String> answer =
          HTTP.send(
              HttpRequest.newBuilder(URI.create(url + path))
                  .timeout(PATIENCE)
                  .header("Content-Type", "application/json")
                  .POST(HttpRequest.BodyPublishers.ofString(Json.write(body)))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != OK) {
        throw new IllegalStateException("service of signatures: " + answer.statusCode());
      }
      return Json.read(answer.body(), Map.class);
    } catch (IOException e) {
      throw new IllegalStateException("the service of signatures does not answer", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("the service of signatures was not awaited", e);
    }
  }
}
