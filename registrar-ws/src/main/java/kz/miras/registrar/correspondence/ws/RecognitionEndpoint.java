package kz.miras.registrar.correspondence.ws;

import static kz.miras.registrar.correspondence.ws.CaseCall.cases;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.RecognisedLine;
import kz.miras.registrar.correspondence.service.exchange.PartnerCases.View;
import kz.miras.registrar.correspondence.ws.contract.recognition.CaseStatus;
import kz.miras.registrar.correspondence.ws.contract.recognition.CreditRecognitionPort;
import kz.miras.registrar.correspondence.ws.contract.recognition.Decision;
import kz.miras.registrar.correspondence.ws.contract.recognition.ExternalResult;
import kz.miras.registrar.correspondence.ws.contract.recognition.GetDecision;
import kz.miras.registrar.correspondence.ws.contract.recognition.GetDecisionResponse;
import kz.miras.registrar.correspondence.ws.contract.recognition.RecognisedResult;
import kz.miras.registrar.correspondence.ws.contract.recognition.SubmitRecognitionRequest;
import kz.miras.registrar.correspondence.ws.contract.recognition.SubmitRecognitionRequestResponse;
import kz.miras.registrar.correspondence.ws.contract.recognition.Withdraw;
import kz.miras.registrar.correspondence.ws.contract.recognition.WithdrawResponse;
import kz.miras.registrar.frame.ws.SoapCall;

/** Recognition over SOAP; the contract is {@code recognition-v1.wsdl}. */
@WebService(
    endpointInterface =
        "kz.miras.registrar.correspondence.ws.contract.recognition.CreditRecognitionPort",
    targetNamespace = "https://registrar.miras.edu.kz/ws/recognition/v1",
    serviceName = "CreditRecognitionService",
    portName = "CreditRecognitionServiceSoap11Port")
public class RecognitionEndpoint implements CreditRecognitionPort {

  @Resource private WebServiceContext context;

  @Override
  public SubmitRecognitionRequestResponse submitRecognitionRequest(SubmitRecognitionRequest asked) {
    return SoapCall.answer(
        context,
        () -> {
          String message = asked.getMessageHeader().getMessageId();
          View view =
              cases()
                  .submit(
                      CaseKind.RECOGNITION,
                      UUID.fromString(message),
                      asked.getLearner().getFullName(),
                      request(asked),
                      asked.getFiles().stream()
                          .map(
                              one ->
                                  CaseCall.file(
                                      one.getName(),
                                      one.getMediaType().value(),
                                      one.getSha256(),
                                      one.getContent()))
                          .toList());
          SubmitRecognitionRequestResponse answer = new SubmitRecognitionRequestResponse();
          answer.setResponseHeader(CaseCall.reply(message));
          answer.setReceiptNumber(view.receipt());
          answer.setStatus(CaseStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  private static Map<String, String> request(SubmitRecognitionRequest asked) {
    Facts facts =
        new Facts()
            .put("fullName", asked.getLearner().getFullName())
            .put("birthDate", asked.getLearner().getBirthDate())
            .put("studentNumber", asked.getLearner().getStudentNumber())
            .put("email", asked.getLearner().getEmail())
            .put("institution", asked.getInstitution())
            .put("country", asked.getCountry())
            .put("targetProgramme", asked.getTargetProgramme());
    int number = 0;
    for (ExternalResult one : asked.getResults()) {
      facts.put(
          "result." + ++number,
          one.getCode()
              + " · "
              + one.getTitle()
              + " · "
              + one.getCredits().toPlainString()
              + " · "
              + one.getGrade()
              + (one.getTerm() == null ? "" : " · " + one.getTerm()));
    }
    return facts.texts();
  }

  @Override
  public GetDecisionResponse getDecision(GetDecision asked) {
    return SoapCall.answer(
        context,
        () -> {
          View view = cases().view(CaseKind.RECOGNITION, asked.getReceiptNumber());
          GetDecisionResponse answer = new GetDecisionResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setReceiptNumber(view.receipt());
          answer.setStatus(CaseStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          if (!view.decision().isEmpty()) {
            answer.setDecision(decision(view));
          }
          return answer;
        });
  }

  private static Decision decision(View view) {
    Decision decision = new Decision();
    decision.setDecisionDate(Facts.day(view.decision(), "date"));
    decision.setProtocolNumber(view.decision().get("protocol"));
    decision.setReason(view.reason());
    view.decision()
        .get("results")
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .forEach(line -> add(decision, line));
    return decision;
  }

  private static void add(Decision decision, String line) {
    RecognisedLine.of(line)
        .map(RecognitionEndpoint::result)
        .ifPresentOrElse(decision.getRecogniseds()::add, () -> decision.getDifferences().add(line));
  }

  private static RecognisedResult result(RecognisedLine line) {
    RecognisedResult result = new RecognisedResult();
    result.setCode(line.code());
    result.setRecognisedAs(line.countsAs());
    result.setCredits(line.credits());
    return result;
  }

  @Override
  public WithdrawResponse withdraw(Withdraw asked) {
    return SoapCall.answer(
        context,
        () -> {
          View view =
              cases()
                  .move(
                      CaseKind.RECOGNITION,
                      asked.getReceiptNumber(),
                      kz.miras.registrar.correspondence.exchange.CaseStatus.CANCELLED,
                      asked.getReason());
          WithdrawResponse answer = new WithdrawResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setReceiptNumber(view.receipt());
          answer.setStatus(CaseStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }
}
