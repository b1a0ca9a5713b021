package kz.miras.registrar.transcript.ws;

import jakarta.annotation.Resource;
import jakarta.enterprise.inject.spi.CDI;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.util.HexFormat;
import java.util.List;
import kz.miras.registrar.frame.ws.SoapCall;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.service.DocumentChecking;
import kz.miras.registrar.transcript.service.DocumentChecking.Finding;
import kz.miras.registrar.transcript.service.DocumentChecking.Query;
import kz.miras.registrar.transcript.ws.contract.verification.DocumentRef;
import kz.miras.registrar.transcript.ws.contract.verification.DocumentVerificationPort;
import kz.miras.registrar.transcript.ws.contract.verification.NumberedDocument;
import kz.miras.registrar.transcript.ws.contract.verification.Result;
import kz.miras.registrar.transcript.ws.contract.verification.Verdict;
import kz.miras.registrar.transcript.ws.contract.verification.VerifyBatch;
import kz.miras.registrar.transcript.ws.contract.verification.VerifyBatchResponse;
import kz.miras.registrar.transcript.ws.contract.verification.VerifyDocument;
import kz.miras.registrar.transcript.ws.contract.verification.VerifyDocumentResponse;

/** DOC-3. Verification over SOAP; the contract is {@code verification-v1.wsdl}. */
@WebService(
    endpointInterface =
        "kz.miras.registrar.transcript.ws.contract.verification.DocumentVerificationPort",
    targetNamespace = "https://registrar.miras.edu.kz/ws/verification/v1",
    serviceName = "DocumentVerificationService",
    portName = "DocumentVerificationServiceSoap11Port")
public class VerificationEndpoint implements DocumentVerificationPort {

  @Resource private WebServiceContext context;

  @Override
  public VerifyDocumentResponse verifyDocument(VerifyDocument asked) {
    return SoapCall.answer(
        context,
        () -> {
          VerifyDocumentResponse answer = new VerifyDocumentResponse();
          answer.setResponseHeader(SoapCall.reply(asked.getMessageHeader().getMessageId(), time()));
          answer.setResult(results(List.of(asked.getQuery())).get(0));
          return answer;
        });
  }

  @Override
  public VerifyBatchResponse verifyBatch(VerifyBatch asked) {
    return SoapCall.answer(
        context,
        () -> {
          VerifyBatchResponse answer = new VerifyBatchResponse();
          answer.setResponseHeader(SoapCall.reply(asked.getMessageHeader().getMessageId(), time()));
          answer.getResults().addAll(results(asked.getQueries()));
          return answer;
        });
  }

  private static List<Result> results(List<DocumentRef> asked) {
    List<Query> queries = asked.stream().map(VerificationEndpoint::query).toList();
    return CDI.current().select(DocumentChecking.class).get().check(queries).stream()
        .map(VerificationEndpoint::result)
        .toList();
  }

  private static Query query(DocumentRef ref) {
    NumberedDocument document = ref.getDocument();
    if (document != null) {
      return new Query(
          null, null, null, document.getNumber(), document.getIssueDate(), document.getFullName());
    }
    return new Query(
        ref.getVerificationCode(),
        ref.getSha256() == null ? null : HexFormat.of().parseHex(ref.getSha256()),
        ref.getFacts(),
        null,
        null,
        null);
  }

  private static Result result(Finding finding) {
    Result result = new Result();
    result.setVerdict(Verdict.valueOf(finding.verdict().name()));
    result.setVerdictText(SoapCall.text(finding.verdict().key()));
    if (finding.kind() != null) {
      result.setKind(finding.kind().code());
      result.setNumber(finding.number());
      result.setIssueDate(finding.date());
      result.setHolder(finding.holder() == null ? "" : finding.holder());
      result.setValidUntil(finding.validUntil());
    }
    return result;
  }

  private static UniversityTime time() {
    return CDI.current().select(UniversityTime.class).get();
  }
}
