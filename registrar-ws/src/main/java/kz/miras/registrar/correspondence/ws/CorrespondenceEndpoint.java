package kz.miras.registrar.correspondence.ws;

import static kz.miras.registrar.correspondence.ws.CaseCall.cases;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.access.service.partner.PartnerOutbox.Item;
import kz.miras.registrar.correspondence.service.exchange.PartnerCases.View;
import kz.miras.registrar.correspondence.service.exchange.PartnerLetters;
import kz.miras.registrar.correspondence.service.exchange.PartnerLetters.Handed;
import kz.miras.registrar.correspondence.service.exchange.PartnerLetters.Letter;
import kz.miras.registrar.correspondence.service.exchange.PartnerLetters.Registered;
import kz.miras.registrar.correspondence.service.exchange.PartnerLetters.Waiting;
import kz.miras.registrar.correspondence.ws.contract.correspondence.Acknowledge;
import kz.miras.registrar.correspondence.ws.contract.correspondence.AcknowledgeResponse;
import kz.miras.registrar.correspondence.ws.contract.correspondence.CaseStatus;
import kz.miras.registrar.correspondence.ws.contract.correspondence.CorrespondencePort;
import kz.miras.registrar.correspondence.ws.contract.correspondence.FileContent;
import kz.miras.registrar.correspondence.ws.contract.correspondence.GetLetterStatus;
import kz.miras.registrar.correspondence.ws.contract.correspondence.GetLetterStatusResponse;
import kz.miras.registrar.correspondence.ws.contract.correspondence.ListOutgoing;
import kz.miras.registrar.correspondence.ws.contract.correspondence.ListOutgoingResponse;
import kz.miras.registrar.correspondence.ws.contract.correspondence.MediaType;
import kz.miras.registrar.correspondence.ws.contract.correspondence.Outgoing;
import kz.miras.registrar.correspondence.ws.contract.correspondence.SubmitLetter;
import kz.miras.registrar.correspondence.ws.contract.correspondence.SubmitLetterResponse;
import kz.miras.registrar.frame.ws.SoapCall;

/** Letters over SOAP; the contract is {@code correspondence-v1.wsdl}. */
@WebService(
    endpointInterface =
        "kz.miras.registrar.correspondence.ws.contract.correspondence.CorrespondencePort",
    targetNamespace = "https://registrar.miras.edu.kz/ws/correspondence/v1",
    serviceName = "CorrespondenceService",
    portName = "CorrespondenceServiceSoap11Port")
public class CorrespondenceEndpoint implements CorrespondencePort {

  private static final int MOST = 100;

  @Resource private WebServiceContext context;

  @Override
  public SubmitLetterResponse submitLetter(SubmitLetter asked) {
    return SoapCall.answer(
        context,
        () -> {
          String message = asked.getMessageHeader().getMessageId();
          Map<String, String> letter =
              new Facts()
                  .put("number", asked.getNumber())
                  .put("date", asked.getDate())
                  .put("sender", asked.getSender())
                  .put("addressee", asked.getAddressee())
                  .put("inReplyTo", asked.getInReplyTo())
                  .put("answerBy", asked.getAnswerBy())
                  .put("text", asked.getText())
                  .texts();
          View view =
              letters()
                  .submit(
                      UUID.fromString(message),
                      new Letter(
                          asked.getNumber(),
                          asked.getDate(),
                          asked.getSubject(),
                          asked.getText(),
                          asked.getInReplyTo(),
                          letter),
                      asked.getFiles().stream()
                          .map(
                              one ->
                                  CaseCall.file(
                                      one.getName(),
                                      one.getMediaType().value(),
                                      one.getSha256(),
                                      one.getContent()))
                          .toList())
                  .view();
          SubmitLetterResponse answer = new SubmitLetterResponse();
          answer.setResponseHeader(CaseCall.reply(message));
          answer.setReceiptNumber(view.receipt());
          answer.setStatus(CaseStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  @Override
  public GetLetterStatusResponse getLetterStatus(GetLetterStatus asked) {
    return SoapCall.answer(
        context,
        () -> {
          Registered found = letters().view(asked.getReceiptNumber());
          View view = found.view();
          GetLetterStatusResponse answer = new GetLetterStatusResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setReceiptNumber(view.receipt());
          answer.setStatus(CaseStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          answer.setRegistrationNumber(found.number());
          answer.setReason(view.reason());
          return answer;
        });
  }

  @Override
  public ListOutgoingResponse listOutgoing(ListOutgoing asked) {
    return SoapCall.answer(
        context,
        () -> {
          int limit = asked.getLimit() == null ? MOST : asked.getLimit();
          Waiting waiting = letters().outgoing(limit);
          ListOutgoingResponse answer = new ListOutgoingResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          waiting.handed().stream()
              .map(CorrespondenceEndpoint::outgoing)
              .forEach(answer.getOutgoings()::add);
          answer.setMore(waiting.more());
          return answer;
        });
  }

  private static PartnerLetters letters() {
    return CDI.current().select(PartnerLetters.class).get();
  }

  private static Outgoing outgoing(Handed handed) {
    Item item = handed.item();
    Outgoing told = new Outgoing();
    told.setOutgoingId(item.id().toString());
    told.setCreatedAt(item.created().atZone(CaseCall.time().zone()).toOffsetDateTime());
    told.setKind(item.kind());
    told.setInReplyTo(item.inReplyTo());
    told.setSubject(item.subject());
    told.setText(item.text());
    for (PartnerFile file : handed.files()) {
      FileContent content = new FileContent();
      content.setName(file.name());
      content.setMediaType(MediaType.fromValue(file.mediaType()));
      content.setSha256(HexFormat.of().formatHex(file.sha256()));
      content.setContent(CaseCall.content(file));
      told.getFiles().add(content);
    }
    return told;
  }

  @Override
  public AcknowledgeResponse acknowledge(Acknowledge asked) {
    return SoapCall.answer(
        context,
        () -> {
          cases().acknowledge(UUID.fromString(asked.getOutgoingId()));
          AcknowledgeResponse answer = new AcknowledgeResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setOutgoingId(asked.getOutgoingId());
          return answer;
        });
  }
}
