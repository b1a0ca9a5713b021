package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import kz.miras.registrar.access.partner.PartnerOperations;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Messages partners have sent since the first edition of each version: kept for ever, and taken by
 * every later edition of it. A file is added when an operation is; none is changed.
 */
class GoldenMessagesTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden/v1");
  private static final Path CONTRACTS = Path.of("src/main/webapp/WEB-INF/wsdl");
  private static final String NAMESPACE = "https://registrar.miras.edu.kz/ws/%s/v1";

  private static List<Path> messages() throws IOException {
    try (Stream<Path> files = Files.list(GOLDEN)) {
      return files.sorted().toList();
    }
  }

  private static Version version(String name) {
    return name.endsWith("-soap12.xml") ? Version.SOAP12 : Version.SOAP11;
  }

  private static SoapContract contract(String service) throws IOException {
    return SoapContract.of(
        CONTRACTS.resolve(service + "-v1.xsd").toUri().toURL(),
        NAMESPACE.formatted(service),
        new HashSet<>(PartnerOperations.of(service)));
  }

  @Test
  @DisplayName("every message of version 1 is still taken by its contract")
  void taken() throws IOException {
    for (Path file : messages()) {
      String name = file.getFileName().toString();
      byte[] envelope = Files.readAllBytes(file);
      SoapMessage.Content content =
          SoapReader.read(new SoapMessage(version(name), envelope, false));
      SoapContract contract = contract(name.substring(0, name.indexOf('-')));
      assertThat(contract.operations()).as(name).contains(content.operation());
      assertThat(contract.violations(envelope)).as(name).isEmpty();
      assertThat(content.partnerId()).as(name).isEqualTo("partner");
    }
  }

  @Test
  @DisplayName("every operation has its messages, in both versions of SOAP")
  void complete() throws IOException {
    Set<String> wanted = new TreeSet<>();
    for (String operation : PartnerOperations.all()) {
      wanted.add(operation.replace('.', '-') + "-soap11.xml");
      wanted.add(operation.replace('.', '-') + "-soap12.xml");
    }
    assertThat(messages())
        .extracting(file -> file.getFileName().toString())
        .containsExactlyElementsOf(wanted);
  }

  @Test
  @DisplayName("PRT-12 the same asked in either version of SOAP is the same, whatever its header")
  void sameAsked() throws IOException {
    for (Path file : messages()) {
      String name = file.getFileName().toString();
      if (version(name) == Version.SOAP11) {
        Path other = file.resolveSibling(name.replace("soap11", "soap12"));
        assertThat(PayloadDigest.of(Files.readAllBytes(file)))
            .as(name)
            .isEqualTo(PayloadDigest.of(Files.readAllBytes(other)));
      }
    }
    byte[] message = Files.readAllBytes(GOLDEN.resolve("mobility-confirmArrival-soap11.xml"));
    String text = new String(message, StandardCharsets.UTF_8);
    byte[] changed = text.replace("2027-01-21", "2027-01-22").getBytes(StandardCharsets.UTF_8);
    assertThat(PayloadDigest.of(changed)).isNotEqualTo(PayloadDigest.of(message));
  }
}
