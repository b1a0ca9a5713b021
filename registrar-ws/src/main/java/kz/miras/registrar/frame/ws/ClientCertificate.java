package kz.miras.registrar.frame.ws;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.util.Enumeration;
import java.util.Optional;
import kz.miras.registrar.access.service.partner.PemCertificate;

/**
 * The certificate the caller's TLS connection came with: of the connection itself or, where TLS
 * ends at a proxy, of the header that proxy sets. The header counts only beside the secret that
 * {@code REGISTRAR_PROXY_SECRET} shares with the proxy; without the secret it is never read.
 */
@ApplicationScoped
class ClientCertificate {

  /** What a proxy says of itself. */
  static final String PROXY = "Registrar-Proxy";

  /** The certificate as text, as in the address of a page (RFC 3986). */
  static final String CERTIFICATE = "Registrar-Client-Certificate";

  private static final String OF_CONNECTION = "jakarta.servlet.request.X509Certificate";

  private final byte[] secret =
      System.getenv().getOrDefault("REGISTRAR_PROXY_SECRET", "").getBytes(StandardCharsets.UTF_8);

  /** The certificate of a call; empty where there is none that can be trusted. */
  Optional<X509Certificate> of(HttpServletRequest call) {
    if (call.getAttribute(OF_CONNECTION) instanceof X509Certificate[] chain && chain.length > 0) {
      return Optional.of(chain[0]);
    }
    return isProxy(call)
        ? once(call, CERTIFICATE).flatMap(ClientCertificate::read)
        : Optional.empty();
  }

  private boolean isProxy(HttpServletRequest call) {
    return secret.length > 0
        && once(call, PROXY)
            .filter(said -> MessageDigest.isEqual(secret, said.getBytes(StandardCharsets.UTF_8)))
            .isPresent();
  }

  /** Nothing where it came twice: a proxy that adds its own to what a caller sent proves nobody. */
  private static Optional<String> once(HttpServletRequest call, String header) {
    Enumeration<String> said = call.getHeaders(header);
    Optional<String> first =
        said.hasMoreElements() ? Optional.of(said.nextElement()) : Optional.empty();
    return said.hasMoreElements() ? Optional.empty() : first;
  }

  private static Optional<X509Certificate> read(String said) {
    try {
      // a plus sign is one of base64, not a blank
      String text = URLDecoder.decode(said.replace("+", "%2B"), StandardCharsets.UTF_8);
      return PemCertificate.read(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
