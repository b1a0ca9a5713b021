package kz.miras.registrar.transcript.twin;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import javax.xml.validation.Validator;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.bootstrap.DOMImplementationRegistry;
import org.w3c.dom.ls.DOMImplementationLS;
import org.w3c.dom.ls.LSInput;

/**
 * What is written, held against the schema of EMREX itself. That schema is not part of this product
 * (EUPL 1.2): whoever has it names the folder by {@code -Dregistrar.elmo.schema=}, with {@code
 * schema.xsd} and {@code references/} of emrex-eu/elmo-schemas 1.7.0, and of erasmus-without-paper
 * the schema of ewp-specs-types-address as {@code ewp-specs-types-address.xsd} and {@code
 * common-types.xsd} of ewp-specs-architecture as {@code ewp-common-types.xsd}.
 */
class ElmoOfEmrexTest {

  private static final String PROPERTY = "registrar.elmo.schema";

  /** Where each namespace lies in the folder; nothing is fetched. */
  private static final Map<String, String> FILES =
      Map.of(
          "http://www.w3.org/2000/09/xmldsig#", "references/xmldsig-core-schema.xsd",
          "http://europass.cedefop.europa.eu/Europass/V2.0",
              "references/EUROPASS_ISOCountries_V1.1.xsd",
          "https://github.com/erasmus-without-paper/ewp-specs-types-address/tree/stable-v1",
              "ewp-specs-types-address.xsd",
          "https://github.com/erasmus-without-paper/ewp-specs-architecture/blob/stable-v1/common-types.xsd",
              "ewp-common-types.xsd");

  static Stream<Arguments> students() {
    return ElmoTest.students();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("students")
  @DisplayName("DOC-60 what is written fits the schema of EMREX")
  void fits(String who, TwinContents contents) throws Exception {
    String folder = System.getProperty(PROPERTY);
    assumeTrue(
        folder != null,
        who + " not held against the schema of EMREX: -D" + PROPERTY + "= names no folder of it");
    Validator validator = schema(Path.of(folder)).newValidator();
    byte[] written = ElmoWriter.write(contents);
    assertThatCode(() -> validator.validate(new StreamSource(new ByteArrayInputStream(written))))
        .doesNotThrowAnyException();
  }

  private static Schema schema(Path folder) throws Exception {
    DOMImplementationLS dom =
        (DOMImplementationLS) DOMImplementationRegistry.newInstance().getDOMImplementation("LS");
    SchemaFactory factory = SchemaFactory.newDefaultInstance();
    factory.setResourceResolver(
        (type, namespace, publicId, systemId, base) -> {
          LSInput input = dom.createLSInput();
          input.setPublicId(publicId);
          input.setSystemId(systemId);
          input.setByteStream(open(folder, namespace));
          return input;
        });
    try (InputStream main = Files.newInputStream(folder.resolve("schema.xsd"))) {
      return factory.newSchema(new StreamSource(main));
    }
  }

  private static InputStream open(Path folder, String namespace) {
    try {
      String file = FILES.get(namespace);
      return file == null
          ? ElmoWriter.class.getResourceAsStream("xml-lang.xsd")
          : Files.newInputStream(folder.resolve(file));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
