package kz.miras.registrar.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.xml.ws.api.message.Headers;
import com.sun.xml.ws.developer.WSBindingProvider;
import jakarta.activation.DataHandler;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.xml.ws.BindingProvider;
import jakarta.xml.ws.Holder;
import jakarta.xml.ws.soap.MTOMFeature;
import jakarta.xml.ws.soap.SOAPBinding;
import java.net.URL;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.GregorianCalendar;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import javax.xml.datatype.DatatypeFactory;
import javax.xml.datatype.XMLGregorianCalendar;
import kz.edu.miras.registrar.ws.common.v1.MessageHeader;
import kz.edu.miras.registrar.ws.common.v1.ResponseHeader;
import kz.edu.miras.registrar.ws.correspondence.v1.CaseStatus;
import kz.edu.miras.registrar.ws.correspondence.v1.CorrespondencePort;
import kz.edu.miras.registrar.ws.correspondence.v1.CorrespondenceService;
import kz.edu.miras.registrar.ws.correspondence.v1.FileContent;
import kz.edu.miras.registrar.ws.correspondence.v1.MediaType;
import kz.edu.miras.registrar.ws.correspondence.v1.Outgoing;
import kz.edu.miras.registrar.ws.mobility.v1.AcademicMobilityPort;
import kz.edu.miras.registrar.ws.mobility.v1.AcademicMobilityService;
import kz.edu.miras.registrar.ws.mobility.v1.Direction;
import kz.edu.miras.registrar.ws.mobility.v1.Format;
import kz.edu.miras.registrar.ws.mobility.v1.MobileStudent;
import kz.edu.miras.registrar.ws.mobility.v1.MobilityStatus;
import kz.edu.miras.registrar.ws.mobility.v1.Period;
import kz.edu.miras.registrar.ws.verification.v1.DocumentRef;
import kz.edu.miras.registrar.ws.verification.v1.DocumentVerificationPort;
import kz.edu.miras.registrar.ws.verification.v1.DocumentVerificationService;
import kz.edu.miras.registrar.ws.verification.v1.Result;
import kz.edu.miras.registrar.ws.verification.v1.Verdict;
import kz.miras.registrar.local.ServerExtension;
import kz.miras.registrar.local.TestServer;
import kz.miras.registrar.shared.Checksum;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.w3c.dom.Document;

/**
 * Programs of organisations as their tools make them: generated of the published contracts alone,
 * by SOAP 1.1 and 1.2, with files beside the envelope or in it.
 */
@ExtendWith(ServerExtension.class)
class GeneratedClientsIT {

  private static final byte[] PDF =
      ("%PDF-1.7 " + "a letter of many pages ".repeat(5000)).getBytes(StandardCharsets.UTF_8);

  private TestServer server;
  private PartnerScene scene;

  @BeforeEach
  void open(TestServer running) throws SQLException {
    server = running;
    scene = PartnerScene.open(server);
  }

  private URL contract(String service) throws Exception {
    return new URL(server.url() + "/api/soap/" + service + "/v1?wsdl");
  }

  /** Signs in with every message, as the contract says. */
  private <T> T signedIn(T port, String service) throws Exception {
    Document header = SignedEnvelope.read(scene.client().security());
    ((WSBindingProvider) port).setOutboundHeaders(Headers.create(header.getDocumentElement()));
    ((BindingProvider) port)
        .getRequestContext()
        .put(
            BindingProvider.ENDPOINT_ADDRESS_PROPERTY,
            server.url() + "/api/soap/" + service + "/v1");
    return port;
  }

  private MessageHeader header() throws Exception {
    MessageHeader header = new MessageHeader();
    header.setMessageId(UUID.randomUUID().toString());
    header.setMessageDate(
        DatatypeFactory.newInstance()
            .newXMLGregorianCalendar(
                GregorianCalendar.from(
                    ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS))));
    header.setPartnerId(scene.login());
    return header;
  }

  private static XMLGregorianCalendar day(String day) throws Exception {
    return DatatypeFactory.newInstance().newXMLGregorianCalendar(day);
  }

  @Test
  @DisplayName("a document is verified by generated programs, by SOAP 1.1 and 1.2")
  void verified() throws Exception {
    DocumentVerificationService service = new DocumentVerificationService(contract("verification"));
    for (DocumentVerificationPort port :
        List.of(
            service.getDocumentVerificationServiceSoap11Port(),
            service.getDocumentVerificationServiceSoap12Port())) {
      Holder<Result> result = new Holder<>();
      Holder<ResponseHeader> reply = new Holder<>();
      DocumentRef asked = new DocumentRef();
      asked.setVerificationCode("AAAA-BBBB-CCCC-DDDD");
      MessageHeader header = header();
      signedIn(port, "verification").verifyDocument(header, asked, reply, result);
      assertThat(result.value.getVerdict()).isEqualTo(Verdict.NOT_FOUND);
      assertThat(reply.value.getInReplyTo()).isEqualTo(header.getMessageId());
    }
    assertThat(scene.lastCall("c.version")).isEqualTo("SOAP12");
  }

  @Test
  @DisplayName("PRT-14 a letter with its file by MTOM, its state, and what there is to fetch")
  void letter() throws Exception {
    CorrespondenceService service = new CorrespondenceService(contract("correspondence"));
    for (CorrespondencePort port :
        List.of(
            service.getCorrespondenceServiceSoap11Port(new MTOMFeature(1000)),
            service.getCorrespondenceServiceSoap12Port(new MTOMFeature(1000)),
            service.getCorrespondenceServiceSoap11Port())) {
      signedIn(port, "correspondence");
      Holder<String> receipt = new Holder<>();
      Holder<CaseStatus> status = new Holder<>();
      port.submitLetter(
          header(),
          "17-5",
          day("2026-11-20"),
          "О студенте",
          "Просим сообщить.",
          "Министерство",
          null,
          null,
          null,
          List.of(file()),
          new Holder<>(),
          receipt,
          status,
          new Holder<>());
      assertThat(receipt.value).startsWith("LT-");
      boolean packed = scene.lastCall("k.request_type").startsWith("multipart/related");
      assertThat(packed).isEqualTo(isMtom(port));
      Holder<CaseStatus> known = new Holder<>();
      port.getLetterStatus(
          header(), receipt, new Holder<>(), known, new Holder<>(), new Holder<>(), new Holder<>());
      assertThat(known.value).isEqualTo(CaseStatus.RECEIVED);
    }
    scene.outgoing("one");
    CorrespondencePort port =
        signedIn(service.getCorrespondenceServiceSoap12Port(), "correspondence");
    Holder<List<Outgoing>> waiting = new Holder<>();
    port.listOutgoing(header(), 10, new Holder<>(), waiting, new Holder<>());
    Holder<String> item = new Holder<>(waiting.value.get(0).getOutgoingId());
    port.acknowledge(header(), item, new Holder<>());
    port.listOutgoing(header(), 10, new Holder<>(), waiting, new Holder<>());
    assertThat(waiting.value == null || waiting.value.isEmpty()).isTrue();
  }

  private static boolean isMtom(CorrespondencePort port) {
    return ((SOAPBinding) ((BindingProvider) port).getBinding()).isMTOMEnabled();
  }

  private static FileContent file() {
    FileContent file = new FileContent();
    file.setName("letter.pdf");
    file.setMediaType(MediaType.APPLICATION_PDF);
    file.setSha256(HexFormat.of().formatHex(Checksum.sha256(PDF)));
    file.setContent(new DataHandler(new ByteArrayDataSource(PDF, "application/pdf")));
    return file;
  }

  @Test
  @DisplayName("PRT-13 a nomination, and faults as exceptions with their codes")
  void nomination() throws Exception {
    AcademicMobilityPort port =
        signedIn(
            new AcademicMobilityService(contract("mobility"))
                .getAcademicMobilityServiceSoap12Port(),
            "mobility");
    MobileStudent student = new MobileStudent();
    student.setFullName("Smith Ann");
    student.setBirthDate(day("2004-01-05"));
    student.setEmail("a@uni.example");
    student.setLevel("bachelor");
    Period period = new Period();
    period.setAcademicYear("2026/2027");
    period.setTerm("2");
    period.setStart(day("2027-01-20"));
    period.setEnd(day("2027-06-10"));
    Holder<String> id = new Holder<>();
    Holder<MobilityStatus> status = new Holder<>();
    port.nominateStudent(
        header(),
        Direction.INCOMING,
        student,
        "University",
        "7",
        period,
        Format.OFFLINE,
        null,
        new Holder<>(),
        id,
        status,
        new Holder<>());
    assertThat(status.value).isEqualTo(MobilityStatus.NOMINATED);
    assertThatThrownBy(
            () ->
                port.confirmArrival(
                    header(),
                    id,
                    day("2027-01-21"),
                    new Holder<>(),
                    new Holder<>(),
                    new Holder<>()))
        .isInstanceOfSatisfying(
            kz.edu.miras.registrar.ws.mobility.v1.ServiceFault.class,
            fault ->
                assertThat(fault.getFaultInfo().getCode()).isEqualTo("INVALID_STATE_TRANSITION"));
  }

  @Test
  @DisplayName("PRT-6 signed with the key that replaces another, its file beside the envelope")
  void signedWithFile() throws Exception {
    PartnerKey replacing = PartnerKey.elliptic();
    scene.certificate(PartnerKey.rsa()).certificate(replacing).terms("t.signature = 'REQUIRED'");
    SoapClient client = scene.client();
    String content = Base64.getEncoder().encodeToString(PDF);
    String envelope =
        client.envelope(
            SoapClient.SOAP11,
            "correspondence",
            "submitLetter",
            client.header(UUID.randomUUID())
                + "<number>1</number><date>2026-11-20</date><subject>S</subject><text>T</text>"
                + "<sender>O</sender>"
                + WrongMessages.file(
                    "a.pdf",
                    "application/pdf",
                    HexFormat.of().formatHex(Checksum.sha256(PDF)).toUpperCase(Locale.ROOT),
                    content),
            client.security());
    String signed =
        new SignedEnvelope(replacing)
            .sign(envelope)
            .replace(
                content,
                "<x:Include xmlns:x=\"http://www.w3.org/2004/08/xop/include\" href=\"cid:one@it\"/>");
    String body =
        "--b\r\nContent-Type: application/xop+xml; charset=UTF-8; type=\"text/xml\"\r\n"
            + "Content-ID: <root@it>\r\n\r\n"
            + signed
            + "\r\n--b\r\nContent-Type: application/pdf\r\nContent-ID: <one@it>\r\n\r\n"
            + new String(PDF, StandardCharsets.ISO_8859_1)
            + "\r\n--b--\r\n";
    HttpResponse<String> answer =
        client.send(
            "correspondence",
            "multipart/related; type=\"application/xop+xml\"; start=\"<root@it>\";"
                + " start-info=\"text/xml\"; boundary=b",
            body.getBytes(StandardCharsets.UTF_8));
    assertThat(SoapClient.text(answer.body(), "receiptNumber")).as(answer.body()).isPresent();
    assertThat(scene.lastCall("c.signature")).isEqualTo("VALID");
  }
}
