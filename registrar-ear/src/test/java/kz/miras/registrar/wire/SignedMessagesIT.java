package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Signed messages as organisations send them, and what is made of them on the way. */
@ExtendWith(ServerExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SignedMessagesIT {

  private static final String MORE = "http://www.w3.org/2001/04/xmldsig-more#";

  private PartnerScene scene;
  private SoapClient client;
  private PartnerKey rsa;
  private PartnerKey elliptic;
  private PartnerKey unknown;
  private PartnerKey ended;

  @BeforeAll
  void open(TestServer server) throws SQLException {
    rsa = PartnerKey.rsa();
    elliptic = PartnerKey.elliptic();
    unknown = PartnerKey.rsa();
    ended = PartnerKey.rsa();
    scene =
        PartnerScene.open(server)
            .certificate(rsa)
            .certificate(elliptic)
            .certificate(
                ended, "UTC_TIMESTAMP(6) - INTERVAL 2 DAY", "UTC_TIMESTAMP(6) - INTERVAL 1 HOUR")
            .terms("t.signature = 'REQUIRED'");
    client = scene.client();
  }

  private String envelope(String soap) {
    return client.envelope(
        soap,
        "transcript",
        "getTranscriptStatus",
        client.header(UUID.randomUUID()) + "<receiptNumber>TQ-2026/00001</receiptNumber>",
        client.security());
  }

  private HttpResponse<String> send(String soap, String message) {
    return client.send("transcript", soap, message);
  }

  private static String code(HttpResponse<String> answer) {
    return SoapClient.text(answer.body(), "code").orElse("none");
  }

  @Test
  @DisplayName("PRT-6 signed by either of two keys, in both versions, with a stamp or without")
  void signed() throws SQLException {
    String first = new SignedEnvelope(rsa).sign(envelope(SoapClient.SOAP11));
    assertThat(code(send(SoapClient.SOAP11, first))).isEqualTo("REQUEST_NOT_FOUND");
    assertThat(scene.lastCall("c.signature")).isEqualTo("VALID");
    String second = new SignedEnvelope(elliptic).sign(envelope(SoapClient.SOAP12));
    assertThat(code(send(SoapClient.SOAP12, second))).isEqualTo("REQUEST_NOT_FOUND");
    Instant now = Instant.now();
    String stamped =
        new SignedEnvelope(rsa)
            .stamped(now, now.plus(Duration.ofMinutes(5)), true)
            .sign(envelope(SoapClient.SOAP11));
    assertThat(code(send(SoapClient.SOAP11, stamped))).isEqualTo("REQUEST_NOT_FOUND");

    assertThat(code(send(SoapClient.SOAP11, stamped)))
        .as("the same signature once more")
        .isEqualTo("MESSAGE_REPLAYED");
    assertThat(code(send(SoapClient.SOAP11, envelope(SoapClient.SOAP11))))
        .as("none at all")
        .isEqualTo("SIGNATURE_REQUIRED");
    assertThat(scene.lastCall("CONVERT(k.request USING utf8mb4) LIKE '%***%'")).isEqualTo("1");
  }

  @Test
  @DisplayName("PRT-6 answers and faults are signed where the terms say so, without a part beside")
  void answersAreSigned() throws Exception {
    scene.terms("t.signed_answers = 1");
    try {
      String sent = new SignedEnvelope(rsa).sign(envelope(SoapClient.SOAP11));
      HttpResponse<String> fault = send(SoapClient.SOAP11, sent);
      assertThat(SignedEnvelope.isSigned(fault.body())).isTrue();
      String asked =
          client.envelope(
              SoapClient.SOAP12,
              "verification",
              "verifyDocument",
              client.header(UUID.randomUUID())
                  + "<query><verificationCode>AAAA-BBBB-CCCC-DDDD</verificationCode></query>",
              client.security());
      HttpResponse<String> answer =
          client.send("verification", SoapClient.SOAP12, new SignedEnvelope(rsa).sign(asked));
      assertThat(SoapClient.text(answer.body(), "verdict")).contains("NOT_FOUND");
      assertThat(SignedEnvelope.isSigned(answer.body())).isTrue();
      assertThat(SignedEnvelope.isSigned(answer.body().replace(">NOT_FOUND<", ">VALID<")))
          .isFalse();
    } finally {
      scene.terms("t.signed_answers = 0");
    }
  }

  Stream<Arguments> wrong() {
    Instant now = Instant.now();
    return Stream.of(
        wrong("the body changed afterwards", "value", rsa(), SignedMessagesIT::otherReceipt),
        wrong(
            "a certificate nobody registered", "certificate", new SignedEnvelope(unknown), keep()),
        wrong("a certificate that has ended", "certificate", new SignedEnvelope(ended), keep()),
        wrong("another key's certificate named", "value", rsa().naming(elliptic), keep()),
        wrong(
            "a wrapped body",
            "form",
            rsa(),
            document -> wrap(document, "Header", SoapClient.SOAP11)),
        wrong(
            "the signed body beside the first header",
            "form",
            rsa(),
            document -> wrap(document, "Security", SoapClient.WSSE)),
        wrong("a wrapped body under another id", "value|body|form|reference", rsa(), this::renamed),
        wrong("two signatures", "form", rsa(), SignedMessagesIT::doubled),
        wrong("no key named", "certificate", rsa(), document -> drop(document, "KeyInfo")),
        wrong("no value", "form", rsa(), document -> drop(document, "SignatureValue")),
        wrong(
            "a weak method",
            "algorithm|form|value",
            rsa().by(MORE + "rsa-sha384", DigestMethod.SHA256, EXC),
            keep()),
        wrong(
            "a digest off the list",
            "algorithm",
            rsa().by(SignedEnvelope.RSA, MORE + "sha384", EXC),
            keep()),
        wrong(
            "another canonicalization",
            "algorithm",
            rsa().by(SignedEnvelope.RSA, DigestMethod.SHA256, CanonicalizationMethod.INCLUSIVE),
            keep()),
        wrong(
            "the stamp signed and not the body",
            "body",
            rsa().stamped(now, null, true).withoutBody(),
            keep()),
        wrong("a stamp not signed", "timestamp", rsa().stamped(now, null, false), keep()),
        wrong(
            "a stamp of yesterday",
            "timestamp",
            rsa().stamped(now.minus(Duration.ofDays(1)), null, true),
            keep()),
        wrong(
            "a stamp of tomorrow",
            "timestamp",
            rsa().stamped(now.plus(Duration.ofDays(1)), null, true),
            keep()),
        wrong(
            "a stamp that has ended",
            "timestamp",
            rsa().stamped(now.minusSeconds(60), now.minusSeconds(30), true),
            keep()),
        wrong("an outside reference", "reference|form|value", rsa(), SignedMessagesIT::outside),
        wrong(
            "a stylesheet among the transforms", "algorithm|form", rsa(), SignedMessagesIT::xslt));
  }

  private static final String EXC = CanonicalizationMethod.EXCLUSIVE;

  private SignedEnvelope rsa() {
    return new SignedEnvelope(rsa);
  }

  private static Consumer<Document> keep() {
    return document -> {};
  }

  private static Arguments wrong(
      String what, String cause, SignedEnvelope signer, Consumer<Document> afterwards) {
    return Arguments.of(what, cause, signer, afterwards);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("wrong")
  @DisplayName("PRT-6 a signature that is not right opens nothing, and it is told what is wrong")
  void wrongSignatures(
      String what, String cause, SignedEnvelope signer, Consumer<Document> afterwards)
      throws SQLException {
    String message = signer.sign(envelope(SoapClient.SOAP11), afterwards);
    HttpResponse<String> answer = send(SoapClient.SOAP11, message);
    assertThat(code(answer)).as(answer.body()).isEqualTo("SIGNATURE_INVALID");
    String violation =
        SoapClient.text(answer.body().replaceFirst("(?s).*<(\\w+:)?violation>", ""), "code")
            .orElse("none");
    assertThat(violation.toLowerCase(Locale.ROOT)).matches(cause);
    assertThat(scene.lastCall("c.signature")).isEqualTo("INVALID");
  }

  private static void otherReceipt(Document document) {
    document.getElementsByTagName("receiptNumber").item(0).setTextContent("TQ-2026/00002");
  }

  /** The signed body is moved aside, and another one with the same id is processed in its place. */
  private static void wrap(Document document, String into, String namespace) {
    Element body = SignedEnvelope.first(document, SoapClient.SOAP11, "Body");
    Element forged = (Element) body.cloneNode(true);
    body.getParentNode().replaceChild(forged, body);
    Element shelf = document.createElementNS("urn:shelf", "q:Shelf");
    shelf.appendChild(body);
    SignedEnvelope.first(document, namespace, into).appendChild(shelf);
    otherReceiptOf(forged);
  }

  private static void otherReceiptOf(Element body) {
    body.getElementsByTagName("receiptNumber").item(0).setTextContent("TQ-2026/00002");
  }

  /** As before, but what is processed has an id of its own. */
  private void renamed(Document document) {
    wrap(document, "Header", SoapClient.SOAP11);
    Element root = document.getDocumentElement();
    Element processed = (Element) root.getLastChild();
    processed.setAttributeNS(SignedEnvelope.WSU, "u:Id", "body-2");
  }

  private static void doubled(Document document) {
    Element signature =
        SignedEnvelope.first(document, "http://www.w3.org/2000/09/xmldsig#", "Signature");
    signature.getParentNode().appendChild(signature.cloneNode(true));
  }

  private static void drop(Document document, String name) {
    Element found = SignedEnvelope.first(document, "http://www.w3.org/2000/09/xmldsig#", name);
    found.getParentNode().removeChild(found);
  }

  private static void outside(Document document) {
    SignedEnvelope.first(document, "http://www.w3.org/2000/09/xmldsig#", "Reference")
        .setAttribute("URI", "http://127.0.0.1:1/body.xml");
  }

  private static void xslt(Document document) {
    SignedEnvelope.first(document, "http://www.w3.org/2000/09/xmldsig#", "Transform")
        .setAttribute("Algorithm", "http://www.w3.org/TR/1999/REC-xslt-19991116");
  }
}
