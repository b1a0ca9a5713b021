package kz.miras.registrar.frame.ws;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import kz.miras.registrar.access.service.partner.AnswerKey.Pair;
import kz.miras.registrar.frame.ws.BodySignature.Finding;
import kz.miras.registrar.frame.ws.BodySignature.Fresh;
import kz.miras.registrar.frame.ws.SoapMessage.Version;
import kz.miras.registrar.shared.SafeXml;
import kz.miras.registrar.shared.service.DemonstrationKey;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

class BodySignatureTest {

  private static final Instant NOW = Instant.parse("2196-03-01T08:00:00Z");
  private static final char[] PASSWORD = "secret".toCharArray();

  private final Pair pair = pair();

  private static Pair pair() {
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(
          new ByteArrayInputStream(DemonstrationKey.keystore(PASSWORD, Instant.now())), PASSWORD);
      String alias = store.aliases().nextElement();
      return new Pair(
          (PrivateKey) store.getKey(alias, PASSWORD),
          (X509Certificate) store.getCertificate(alias));
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private byte[] signed(String text) {
    String envelope =
        "<s:Envelope xmlns:s=\""
            + Version.SOAP11.namespace()
            + "\"><s:Header/><s:Body><a xmlns=\"urn:a\">"
            + text
            + "</a></s:Body></s:Envelope>";
    return AnswerSignature.sign(envelope.getBytes(StandardCharsets.UTF_8), Version.SOAP11, pair);
  }

  private Finding check(byte[] envelope) {
    return BodySignature.check(
        envelope,
        Version.SOAP11,
        fingerprint -> Optional.of(encoded()),
        new Fresh(moment -> true, NOW));
  }

  private byte[] encoded() {
    try {
      return pair.certificate().getEncoded();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The other value ECDSA takes for the same: (r, n − s) in place of (r, s). */
  private byte[] rewritten(byte[] envelope) {
    Document document = XmlTrees.read(envelope);
    Element value =
        XmlTrees.all(document.getDocumentElement()).stream()
            .filter(one -> "SignatureValue".equals(one.getLocalName()))
            .findFirst()
            .orElseThrow();
    byte[] both = Base64.getMimeDecoder().decode(value.getTextContent());
    int half = both.length / 2;
    BigInteger order = ((ECPrivateKey) pair.key()).getParams().getOrder();
    byte[] other =
        order
            .subtract(new BigInteger(1, Arrays.copyOfRange(both, half, both.length)))
            .toByteArray();
    Arrays.fill(both, half, both.length, (byte) 0);
    int length = Math.min(half, other.length);
    System.arraycopy(other, other.length - length, both, both.length - length, length);
    value.setTextContent(Base64.getEncoder().encodeToString(both));
    return SafeXml.write(document);
  }

  @Test
  @DisplayName("PRT-6 a message whose signature was written in another way is the same message")
  void rewrittenSignature() {
    byte[] envelope = signed("one");
    byte[] other = rewritten(envelope);
    assertThat(other).isNotEqualTo(envelope);
    Finding first = check(envelope);
    Finding again = check(other);
    assertThat(first.cause()).isNull();
    assertThat(again.cause()).isNull();
    assertThat(again.digest()).isEqualTo(first.digest());
    assertThat(check(signed("two")).digest()).isNotEqualTo(first.digest());
  }

  @Test
  @DisplayName("PRT-6 a body without an id is signed by nothing")
  void noId() {
    String envelope = new String(signed("one"), StandardCharsets.UTF_8);
    String bare = envelope.replaceFirst(" wsu:Id=\"[^\"]+\"", "");
    String stray = bare.replaceFirst("<a ", "<a Id=\"\" ");
    assertThat(bare).isNotEqualTo(envelope);
    assertThat(check(bare.getBytes(StandardCharsets.UTF_8)).cause()).isEqualTo("form");
    assertThat(check(stray.getBytes(StandardCharsets.UTF_8)).cause()).isEqualTo("form");
  }
}
