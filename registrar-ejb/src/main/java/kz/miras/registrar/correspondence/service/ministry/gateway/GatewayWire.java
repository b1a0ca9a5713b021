package kz.miras.registrar.correspondence.service.ministry.gateway;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import kz.miras.registrar.correspondence.ministry.gateway.GatewayChannel;

/** Carries envelopes to the gateway, signed, and brings what it answers. Logs none of it. */
final class GatewayWire {

  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  private GatewayWire() {}

  /** Signs an envelope and sends it by a channel that has an address. */
  static HttpResponse<byte[]> send(GatewayAddress address, GatewayChannel channel, byte[] envelope)
      throws IOException, InterruptedException {
    return HTTP.send(
        HttpRequest.newBuilder(URI.create(address.url(channel)))
            .timeout(address.patience())
            .header("Content-Type", "text/xml; charset=utf-8")
            .header("SOAPAction", "\"\"")
            .POST(HttpRequest.BodyPublishers.ofByteArray(address.signer().sign(envelope)))
            .build(),
        HttpResponse.BodyHandlers.ofByteArray());
  }
}
