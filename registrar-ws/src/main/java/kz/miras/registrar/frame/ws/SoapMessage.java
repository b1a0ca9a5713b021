package kz.miras.registrar.frame.ws;

import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.namespace.QName;
import kz.miras.registrar.shared.Language;
import org.jvnet.mimepull.MIMEMessage;
import org.jvnet.mimepull.MIMEParsingException;
import org.jvnet.mimepull.MIMEPart;

/**
 * A SOAP message as it came: which version its media type announces and the bytes of its envelope,
 * packed for MTOM or not. Requests carry no attachments.
 *
 * @param version announced by the media type
 * @param envelope as sent
 */
record SoapMessage(Version version, byte[] envelope) {

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
      return new SoapMessage(plain.get(), body);
    }
    String packed = type.parameter("start-info").orElseGet(() -> type.parameter("type").orElse(""));
    Optional<Version> inside = Version.ofType(MediaType.of(packed).name());
    if (type.name().equals("multipart/related") && inside.isPresent()) {
      return new SoapMessage(inside.get(), unpacked(type, body));
    }
    throw new ProblemException(Problem.of(415, "soap-media-type"));
  }

  /** The version a call would be answered in, whatever else is wrong with it. */
  static Version versionOf(HttpServletRequest call) {
    String type = String.valueOf(call.getContentType()).toLowerCase(Locale.ROOT);
    return type.contains(Version.SOAP12.type()) ? Version.SOAP12 : Version.SOAP11;
  }

  private static byte[] unpacked(MediaType type, byte[] body) {
    String boundary =
        type.parameter("boundary")
            .orElseThrow(() -> new ProblemException(Problem.of(415, "soap-media-type")));
    try (MIMEMessage message = new MIMEMessage(new ByteArrayInputStream(body), boundary)) {
      List<MIMEPart> parts = message.getAttachments();
      if (parts.size() != 1) {
        throw new ProblemException(Problem.of(400, "attachments"));
      }
      return parts.get(0).readOnce().readAllBytes();
    } catch (MIMEParsingException | java.io.IOException e) {
      throw new ProblemException(Problem.of(400, "malformed"));
    }
  }
}
