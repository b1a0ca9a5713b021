package kz.miras.registrar.wire;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.params.provider.Arguments;

/** Messages in parts that are wrong by mistake or by malice, each with the fault it has to get. */
final class WrongParts {

  private static final String TYPE =
      "multipart/related; type=\"application/xop+xml\"; start=\"<root@it>\";"
          + " start-info=\"text/xml\"";
  private static final String BOUND = TYPE + "; boundary=b";
  private static final String PDF = "%PDF-1.7 a file of a test";

  private final WrongMessages messages;

  WrongParts(WrongMessages messages) {
    this.messages = messages;
  }

  private static String include(String href) {
    return "<x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"" + href + "\"/>";
  }

  private static String sha256(String content) {
    return HexFormat.of().formatHex(Checksum.sha256(content.getBytes(StandardCharsets.UTF_8)));
  }

  private String envelope(String... hrefs) {
    return messages.with(
        Stream.of(hrefs)
            .map(href -> WrongMessages.file("a.pdf", "application/pdf", sha256(PDF), include(href)))
            .collect(Collectors.joining()));
  }

  private static String root(String envelope) {
    return root("binary", envelope);
  }

  private static String root(String encoding, String envelope) {
    return "--b\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
        + "Content-Transfer-Encoding: "
        + encoding
        + "\r\nContent-ID: <root@it>\r\n\r\n"
        + envelope
        + "\r\n";
  }

  private static String part(String id, String content) {
    return "--b\r\nContent-Type: application/pdf\r\nContent-ID: <"
        + id
        + "@it>\r\n\r\n"
        + content
        + "\r\n";
  }

  private static Arguments of(String what, String code, String body) {
    return of(what, code, BOUND, body);
  }

  private static Arguments of(String what, String code, String type, String body) {
    return WrongMessages.of(what, code, type, body.getBytes(StandardCharsets.UTF_8));
  }

  private static String end() {
    return "--b--\r\n";
  }

  Stream<Arguments> parts() {
    String one = root(envelope("cid:one@it"));
    String whole = one + part("one", PDF) + end();
    return Stream.of(
        of("parts without a boundary", "SOAP_MEDIA_TYPE", TYPE, whole),
        of("parts of another kind", "SOAP_MEDIA_TYPE", BOUND.replace("related", "mixed"), whole),
        of(
            "parts with no SOAP inside",
            "SOAP_MEDIA_TYPE",
            BOUND.replace("text/xml", "text/html"),
            whole),
        of("a boundary that never comes", "MALFORMED|ATTACHMENTS", TYPE + "; boundary=c", whole),
        of("cut off within the file", "MALFORMED", one + part("one", PDF.substring(0, 9))),
        of("cut off within the envelope", "MALFORMED|ATTACHMENTS", one.substring(0, 900)),
        of(
            "a part nobody includes",
            "ATTACHMENTS",
            one + part("one", PDF) + part("two", PDF) + end()),
        of(
            "a part that is not there",
            "ATTACHMENTS",
            root(envelope("cid:one@it", "cid:two@it")) + part("one", PDF) + end()),
        of(
            "a part that is to grow",
            "ATTACHMENTS",
            root(envelope("cid:one@it", "cid:one@it")) + part("one", PDF) + end()),
        of(
            "two parts of one name",
            "ATTACHMENTS",
            one + part("one", PDF) + part("one", PDF + " ") + end()),
        of(
            "a part from the network",
            "ATTACHMENTS",
            root(envelope("http://127.0.0.1:1/a.pdf")) + part("one", PDF) + end()),
        of(
            "a part from the disk",
            "ATTACHMENTS",
            root(envelope("file:///etc/passwd")) + part("one", PDF) + end()),
        of(
            "parts without number",
            "ATTACHMENTS",
            one
                + IntStream.range(0, 21)
                    .mapToObj(i -> part(i == 0 ? "one" : "p" + i, PDF))
                    .collect(Collectors.joining())
                + end()),
        of(
            "an envelope in another coding",
            "ATTACHMENTS",
            root("base64", envelope("cid:one@it")) + part("one", PDF) + end()),
        of(
            "XXE in a part",
            "DTD_FORBIDDEN",
            root(
                    "<!DOCTYPE s [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
                        + envelope("cid:one@it").replace(">T<", ">&x;<"))
                + part("one", PDF)
                + end()),
        of(
            "deep nesting in a part",
            "TOO_DEEP",
            root(
                    envelope("cid:one@it")
                        .replace(">T<", ">" + "<d>".repeat(50) + "</d>".repeat(50) + "<"))
                + part("one", PDF)
                + end()),
        of("another file than said", "CHECKSUM_MISMATCH", one + part("one", PDF + "!") + end()),
        of(
            "a file too large",
            "ATTACHMENT_TOO_LARGE",
            root(envelope("cid:one@it"))
                + part("one", PDF.repeat(6 * 1024 * 1024 / PDF.length()))
                + end()));
  }
}
