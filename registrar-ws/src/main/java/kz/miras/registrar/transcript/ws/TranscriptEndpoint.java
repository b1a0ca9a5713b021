package kz.miras.registrar.transcript.ws;

import jakarta.activation.DataHandler;
import jakarta.activation.DataSource;
import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.UUID;
import kz.miras.registrar.access.partner.DataGroup;
import kz.miras.registrar.frame.ws.SoapCall;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.StudentReference;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.service.DocumentRequests.Stored;
import kz.miras.registrar.transcript.service.TranscriptRequestDesk;
import kz.miras.registrar.transcript.service.TranscriptRequestDesk.Issued;
import kz.miras.registrar.transcript.service.TranscriptRequestDesk.Wanted;
import kz.miras.registrar.transcript.ws.contract.CancelTranscriptRequest;
import kz.miras.registrar.transcript.ws.contract.CancelTranscriptRequestResponse;
import kz.miras.registrar.transcript.ws.contract.GetTranscript;
import kz.miras.registrar.transcript.ws.contract.GetTranscriptResponse;
import kz.miras.registrar.transcript.ws.contract.GetTranscriptStatus;
import kz.miras.registrar.transcript.ws.contract.GetTranscriptStatusResponse;
import kz.miras.registrar.transcript.ws.contract.RequestStatus;
import kz.miras.registrar.transcript.ws.contract.RequestTranscript;
import kz.miras.registrar.transcript.ws.contract.RequestTranscriptResponse;
import kz.miras.registrar.transcript.ws.contract.StudentRef;
import kz.miras.registrar.transcript.ws.contract.StudyPart;
import kz.miras.registrar.transcript.ws.contract.TranscriptPort;

/** Transcripts over SOAP; the contract is {@code transcript-v1.wsdl}. Metro injects no beans. */
@WebService(
    endpointInterface = "kz.miras.registrar.transcript.ws.contract.TranscriptPort",
    targetNamespace = "https://registrar.miras.edu.kz/ws/transcript/v1",
    serviceName = "TranscriptService",
    portName = "TranscriptServiceSoap11Port")
public class TranscriptEndpoint implements TranscriptPort {

  @Resource private WebServiceContext context;

  @Override
  public RequestTranscriptResponse requestTranscript(RequestTranscript asked) {
    return SoapCall.answer(
        context,
        () -> {
          if (asked.getStudent().getIin() != null) {
            SoapCall.insist(context, DataGroup.IDENTIFIERS);
          }
          String messageId = asked.getMessageHeader().getMessageId();
          Stored request =
              desk().request(UUID.fromString(messageId), wanted(asked), part(asked.getPart()));
          RequestTranscriptResponse answer = new RequestTranscriptResponse();
          answer.setResponseHeader(SoapCall.reply(messageId, time()));
          answer.setReceiptNumber(request.receipt());
          answer.setStatus(RequestStatus.valueOf(request.status().told().name()));
          answer.setStatusText(SoapCall.text(request.status().told().key()));
          return answer;
        });
  }

  private static Wanted wanted(RequestTranscript asked) {
    StudentRef student = asked.getStudent();
    return new Wanted(
        new StudentReference(
            student.getIin(),
            student.getFullName(),
            student.getBirthDate(),
            student.getStudentNumber()),
        asked.getLanguages().stream().map(one -> Language.of(one.value())).distinct().toList(),
        asked.getConsentRef(),
        asked.getPurpose(),
        asked.getRecipient());
  }

  private static TranscriptPart part(StudyPart asked) {
    return asked == null
        ? TranscriptPart.WHOLE
        : new TranscriptPart(asked.getFromYear(), asked.getToYear(), asked.getProgramme(), false);
  }

  @Override
  public GetTranscriptStatusResponse getTranscriptStatus(GetTranscriptStatus asked) {
    return SoapCall.answer(
        context,
        () -> {
          Stored request = desk().status(asked.getReceiptNumber());
          GetTranscriptStatusResponse answer = new GetTranscriptStatusResponse();
          answer.setResponseHeader(SoapCall.reply(asked.getMessageHeader().getMessageId(), time()));
          answer.setReceiptNumber(request.receipt());
          answer.setStatus(RequestStatus.valueOf(request.status().told().name()));
          answer.setStatusText(SoapCall.text(request.status().told().key()));
          answer.setReason(request.reason());
          return answer;
        });
  }

  @Override
  public GetTranscriptResponse getTranscript(GetTranscript asked) {
    return SoapCall.answer(
        context,
        () -> {
          SoapCall.insist(context, DataGroup.PDF);
          Issued issued = desk().file(asked.getReceiptNumber());
          GetTranscriptResponse answer = new GetTranscriptResponse();
          answer.setResponseHeader(SoapCall.reply(asked.getMessageHeader().getMessageId(), time()));
          answer.setReceiptNumber(issued.receipt());
          answer.setDocumentNumber(issued.number());
          answer.setIssueDate(issued.date());
          answer.setVerificationCode(issued.code());
          answer.setSha256(HexFormat.of().formatHex(issued.sha256()));
          if (SoapCall.allows(context, DataGroup.ELMO)) {
            answer.setElmo(issued.elmo());
          }
          answer.setDocument(new DataHandler(new Pdf(issued.receipt() + ".pdf", issued.file())));
          return answer;
        });
  }

  @Override
  public CancelTranscriptRequestResponse cancelTranscriptRequest(CancelTranscriptRequest asked) {
    return SoapCall.answer(
        context,
        () -> {
          Stored request = desk().cancel(asked.getReceiptNumber(), asked.getReason());
          CancelTranscriptRequestResponse answer = new CancelTranscriptRequestResponse();
          answer.setResponseHeader(SoapCall.reply(asked.getMessageHeader().getMessageId(), time()));
          answer.setReceiptNumber(request.receipt());
          answer.setStatus(RequestStatus.valueOf(request.status().told().name()));
          answer.setStatusText(SoapCall.text(request.status().told().key()));
          return answer;
        });
  }

  private static TranscriptRequestDesk desk() {
    return CDI.current().select(TranscriptRequestDesk.class).get();
  }

  private static UniversityTime time() {
    return CDI.current().select(UniversityTime.class).get();
  }

  /** A file in memory, as an attachment. */
  private record Pdf(String name, byte[] file) implements DataSource {

    @Override
    public InputStream getInputStream() {
      return new ByteArrayInputStream(file);
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
      throw new IOException("an issued document is not written");
    }

    @Override
    public String getContentType() {
      return "application/pdf";
    }

    @Override
    public String getName() {
      return name;
    }
  }
}
