package kz.miras.registrar.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.xml.sax.SAXException;

class SafeXmlTest {

  @Test
  void writesWhatItHasRead() throws SAXException, IOException {
    String message = "<a xmlns=\"urn:a\" xmlns:b=\"urn:b\" b:id=\"1\">  <b:c>Әділ</b:c>\n</a>";
    assertThat(new String(SafeXml.write(read(message)), StandardCharsets.UTF_8)).isEqualTo(message);
  }

  @Test
  void takesNoDocumentType() {
    assertThatThrownBy(
            () -> read("<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><a>&e;</a>"))
        .isInstanceOf(SAXException.class);
  }

  @Test
  void takesNoDepthThatExhaustsItsReader() throws SAXException, IOException {
    assertThat(read("<a>".repeat(90) + "</a>".repeat(90))).isNotNull();
    assertThatThrownBy(() -> read("<a>".repeat(101) + "</a>".repeat(101)))
        .isInstanceOf(SAXException.class);
  }

  private static Document read(String message) throws SAXException, IOException {
    return SafeXml.parser()
        .parse(new ByteArrayInputStream(message.getBytes(StandardCharsets.UTF_8)));
  }
}
