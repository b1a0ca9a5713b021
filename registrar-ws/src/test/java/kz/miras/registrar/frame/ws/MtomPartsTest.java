package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MtomPartsTest {

  private static final MediaType TYPE =
      MediaType.of(
          "multipart/related; type=\"application/xop+xml\"; start=\"<root@it>\";"
              + " start-info=\"text/xml\"; boundary=b");
  private static final String WITHIN = "(?s).*(<content>.*</content>).*";
  private static final String CONTENT = "%PDF-1.7 letter";

  private static String root(String href) {
    return "--b\r\nContent-Type: application/xop+xml\r\nContent-ID: <root@it>\r\n\r\n"
        + "<s:Envelope xmlns:s=\""
        + Version.SOAP11.namespace()
        + "\"><s:Body><a xmlns=\"urn:a\"><content>"
        + "<x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\""
        + href
        + "\"/></content></a></s:Body></s:Envelope>\r\n";
  }

  private static String part(String id) {
    return "--b\r\nContent-Type: application/pdf\r\nContent-ID: <"
        + id
        + ">\r\n\r\n"
        + CONTENT
        + "\r\n";
  }

  private static SoapMessage unpack(String body) {
    return MtomParts.unpack(Version.SOAP11, TYPE, body.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  @DisplayName("a file beside the envelope stands in it as base64, in whatever order they come")
  void inlined() {
    String base64 = Base64.getEncoder().encodeToString(CONTENT.getBytes(StandardCharsets.US_ASCII));
    for (String body :
        new String[] {
          root("cid:one%40it") + part("one@it") + "--b--\r\n",
          part("one@it") + root("cid:one@it") + "--b--\r\n"
        }) {
      SoapMessage message = unpack(body);
      assertThat(message.unpacked()).isTrue();
      assertThat(new String(message.envelope(), StandardCharsets.UTF_8))
          .contains(">" + base64 + "<")
          .doesNotContain("Include");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cut", "missing", "surplus", "outside", "twice"})
  @DisplayName("parts that are cut off, missing, included by nobody or elsewhere are refused")
  void refused(String how) {
    String body =
        switch (how) {
          case "cut" -> root("cid:one@it") + part("one@it");
          case "missing" -> root("cid:other@it") + part("one@it") + "--b--\r\n";
          case "surplus" -> root("cid:one@it") + part("one@it") + part("two@it") + "--b--\r\n";
          case "outside" -> root("http://127.0.0.1:1/file") + part("one@it") + "--b--\r\n";
          default -> root("cid:one@it").repeat(2) + part("one@it");
        };
    ProblemException refused = catchThrowableOfType(ProblemException.class, () -> unpack(body));
    assertThat(refused.problem().kind()).isIn("malformed", "attachments");
  }

  @Test
  @DisplayName("a part that is included twice is refused, so that nothing grows by being read")
  void once() {
    String twice =
        root("cid:one@it")
            .replace("</content>", "</content>" + root("cid:one@it").replaceAll(WITHIN, "$1"));
    assertThat(twice.split("cid:one@it")).hasSize(3);
    assertThat(kind(twice + part("one@it") + "--b--\r\n")).isEqualTo("attachments");
    assertThat(kind(twice + part("one@it") + part("two@it") + "--b--\r\n"))
        .isEqualTo("attachments");
  }

  @Test
  @DisplayName("what is too deep, of another charset or coded for mail becomes no tree")
  void noTree() {
    String end = part("one@it") + "--b--\r\n";
    String deep =
        root("cid:one@it")
            .replace("<content>", "<d>".repeat(5_000) + "<content>")
            .replace("</content>", "</content>" + "</d>".repeat(5_000));
    assertThat(kind(deep + end)).isEqualTo("too-deep");
    String latin =
        root("cid:one@it")
            .replace("<s:Envelope", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><s:Envelope");
    assertThat(kind(latin + end)).isEqualTo("soap-media-type");
    String coded =
        root("cid:one@it")
            .replace("<root@it>\r\n", "<root@it>\r\nContent-Transfer-Encoding: base64\r\n");
    assertThat(kind(coded + end)).isEqualTo("attachments");
  }

  @Test
  @DisplayName("an id may have a plus sign, and one that cannot be read names no part")
  void ids() {
    assertThat(unpack(root("cid:a+b@it") + part("a+b@it") + "--b--\r\n").unpacked()).isTrue();
    assertThat(kind(root("cid:%zz") + part("one@it") + "--b--\r\n")).isEqualTo("attachments");
  }

  private static String kind(String body) {
    return catchThrowableOfType(ProblemException.class, () -> unpack(body)).problem().kind();
  }
}
