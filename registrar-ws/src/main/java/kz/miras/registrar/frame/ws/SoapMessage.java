package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;
import kz.miras.registrar.shared.Language;

/**
 * A SOAP message as it came: which version its media type announces and the bytes of its envelope,
 * packed for MTOM or not.
 *
 * @param version announced by the media type
 * @param envelope as sent; files that came beside it stand where it includes them
 * @param unpacked whether files came beside it
 */
record SoapMessage(Version version, byte[] envelope, boolean unpacked) {

  /** The two versions. */
  enum Version {
    SOAP11("text/xml", "http://schemas.xmlsoap.org/soap/envelope/"),
    SOAP12("application/soap+xml", "http://www.w3.org/2003/05/soap-envelope");

    private final String type;
    private final String namespace;

    Version(String type, String namespace) {
      this.type = type;
      this.namespace = namespace;
    }

    String type() {
      return type;
    }

    String namespace() {
      return namespace;
    }

    static Optional<Version> ofType(String type) {
      for (Version version : values()) {
        if (version.type.equals(type)) {
          return Optional.of(version);
        }
      }
      return Optional.empty();
    }
  }

  /**
   * What an envelope says before anybody acts on it; null where it does not say.
   *
   * @param purpose code of what the data are for
   * @param signed whether its security header has a signature
   */
  record Content(
      String login,
      String password,
      List<QName> mandatory,
      QName operation,
      String messageId,
      String correlationId,
      String partnerId,
      String messageDate,
      String purpose,
      Language language,
      boolean signed) {}

  /**
   * The message of a request.
   *
   * @throws ProblemException 415 where it is none
   */
  static SoapMessage of(HttpServletRequest call, byte[] body) {
    MediaType type = MediaType.of(call.getContentType());
    Optional<Version> plain = Version.ofType(type.name());
    if (plain.isPresent() && type.isUtf8()) {
      return new SoapMessage(plain.get(), body, false);
    }
    String packed = type.parameter("start-info").orElseGet(() -> type.parameter("type").orElse(""));
    Optional<Version> inside = Version.ofType(MediaType.of(packed).name());
    if (type.name().equals("multipart/related") && inside.isPresent()) {
      return MtomParts.unpack(inside.get(), type, body);
    }
    throw new ProblemException(Problem.of(415, "soap-media-type"));
  }

  /** The version a call would be answered in, whatever else is wrong with it. */
  static Version versionOf(HttpServletRequest call) {
    String type = String.valueOf(call.getContentType()).toLowerCase(Locale.ROOT);
    return type.contains(Version.SOAP12.type()) ? Version.SOAP12 : Version.SOAP11;
  }
}
