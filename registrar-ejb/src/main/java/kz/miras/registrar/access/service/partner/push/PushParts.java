package kz.miras.registrar.access.service.partner.push;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import kz.miras.registrar.access.service.partner.push.PushEnvelope.Written;

/**
 * Files beside an envelope that includes them (XOP, MTOM): each a part with its bytes as they are.
 */
final class PushParts {

  static final String XOP = "http://www.w3.org/2004/08/xop/include";

  private static final String ROOT = "envelope@registrar";

  private final String boundary = "parts-" + UUID.randomUUID();
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
  private int number;

  /**
   * Adds a file.
   *
   * @return by what the envelope names it
   */
  String add(String mediaType, byte[] content) {
    String id = "file-" + ++number + "@registrar";
    part(parts, mediaType, id, content);
    return id;
  }

  /** The envelope with the files that were added; alone where none were. */
  Written with(byte[] envelope) {
    if (number == 0) {
      return new Written("text/xml; charset=utf-8", envelope);
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    part(out, "application/xop+xml; charset=UTF-8; type=\"text/xml\"", ROOT, envelope);
    out.writeBytes(parts.toByteArray());
    out.writeBytes(ascii("--" + boundary + "--\r\n"));
    return new Written(
        "multipart/related; type=\"application/xop+xml\"; start=\"<"
            + ROOT
            + ">\"; start-info=\"text/xml\"; boundary=\""
            + boundary
            + "\"",
        out.toByteArray());
  }

  private void part(ByteArrayOutputStream out, String type, String id, byte[] content) {
    out.writeBytes(
        ascii(
            "--"
                + boundary
                + "\r\nContent-Type: "
                + type
                + "\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <"
                + id
                + ">\r\n\r\n"));
    out.writeBytes(content);
    out.writeBytes(ascii("\r\n"));
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
