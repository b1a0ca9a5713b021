package kz.miras.registrar.correspondence.ws;

import static kz.miras.registrar.correspondence.ws.CaseCall.cases;

import jakarta.annotation.Resource;
import jakarta.jws.WebService;
import jakarta.xml.ws.WebServiceContext;
import java.math.BigDecimal;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.access.partner.PartnerFile;
import kz.miras.registrar.correspondence.exchange.CaseKind;
import kz.miras.registrar.correspondence.exchange.CaseStatus;
import kz.miras.registrar.correspondence.service.exchange.PartnerCases.View;
import kz.miras.registrar.correspondence.ws.contract.mobility.AcademicMobilityPort;
import kz.miras.registrar.correspondence.ws.contract.mobility.Component;
import kz.miras.registrar.correspondence.ws.contract.mobility.ConfirmArrival;
import kz.miras.registrar.correspondence.ws.contract.mobility.ConfirmArrivalResponse;
import kz.miras.registrar.correspondence.ws.contract.mobility.ConfirmDeparture;
import kz.miras.registrar.correspondence.ws.contract.mobility.ConfirmDepartureResponse;
import kz.miras.registrar.correspondence.ws.contract.mobility.FileContent;
import kz.miras.registrar.correspondence.ws.contract.mobility.GetMobility;
import kz.miras.registrar.correspondence.ws.contract.mobility.GetMobilityResponse;
import kz.miras.registrar.correspondence.ws.contract.mobility.GetTranscriptOfRecords;
import kz.miras.registrar.correspondence.ws.contract.mobility.GetTranscriptOfRecordsResponse;
import kz.miras.registrar.correspondence.ws.contract.mobility.MediaType;
import kz.miras.registrar.correspondence.ws.contract.mobility.MobileStudent;
import kz.miras.registrar.correspondence.ws.contract.mobility.MobilityStatus;
import kz.miras.registrar.correspondence.ws.contract.mobility.NominateStudent;
import kz.miras.registrar.correspondence.ws.contract.mobility.NominateStudentResponse;
import kz.miras.registrar.correspondence.ws.contract.mobility.Period;
import kz.miras.registrar.correspondence.ws.contract.mobility.SendTranscriptOfRecords;
import kz.miras.registrar.correspondence.ws.contract.mobility.SendTranscriptOfRecordsResponse;
import kz.miras.registrar.correspondence.ws.contract.mobility.SubmitLearningAgreement;
import kz.miras.registrar.correspondence.ws.contract.mobility.SubmitLearningAgreementResponse;
import kz.miras.registrar.correspondence.ws.contract.mobility.UpdateMobility;
import kz.miras.registrar.correspondence.ws.contract.mobility.UpdateMobilityResponse;
import kz.miras.registrar.frame.ws.SoapCall;
import kz.miras.registrar.frame.ws.contract.LocalizedText;
import kz.miras.registrar.shared.service.Json;

/** Mobilities over SOAP; the contract is {@code mobility-v1.wsdl}. */
@WebService(
    endpointInterface =
        "kz.miras.registrar.correspondence.ws.contract.mobility.AcademicMobilityPort",
    targetNamespace = "https://registrar.miras.edu.kz/ws/mobility/v1",
    serviceName = "AcademicMobilityService",
    portName = "AcademicMobilityServiceSoap11Port")
public class MobilityEndpoint implements AcademicMobilityPort {

  private static final String COMPONENT = "component.";

  @Resource private WebServiceContext context;

  @Override
  public NominateStudentResponse nominateStudent(NominateStudent asked) {
    return SoapCall.answer(
        context,
        () -> {
          View view =
              cases()
                  .submit(
                      CaseKind.MOBILITY,
                      UUID.fromString(asked.getMessageHeader().getMessageId()),
                      asked.getStudent().getFullName(),
                      nomination(asked),
                      List.of());
          NominateStudentResponse answer = new NominateStudentResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  private static Map<String, String> nomination(NominateStudent asked) {
    MobileStudent student = asked.getStudent();
    Facts facts =
        new Facts()
            .put("direction", asked.getDirection())
            .put("fullName", student.getFullName())
            .put("birthDate", student.getBirthDate())
            .put("citizenship", student.getCitizenship())
            .put("email", student.getEmail())
            .put("studentNumber", student.getStudentNumber())
            .put("level", student.getLevel())
            .put("languageSkills", student.getLanguageSkills())
            .put("institution", asked.getInstitution())
            .put("agreementNumber", asked.getAgreementNumber())
            .put("format", asked.getFormat())
            .put("financing", asked.getFinancing());
    return period(facts, asked.getPeriod()).texts();
  }

  private static Facts period(Facts facts, Period period) {
    return period == null
        ? facts
        : facts
            .put("academicYear", period.getAcademicYear())
            .put("term", period.getTerm())
            .put("start", period.getStart())
            .put("end", period.getEnd());
  }

  @Override
  public UpdateMobilityResponse updateMobility(UpdateMobility asked) {
    return SoapCall.answer(
        context,
        () -> {
          Map<String, String> more =
              period(new Facts().put("email", asked.getEmail()), asked.getPeriod()).texts();
          View view = cases().change(CaseKind.MOBILITY, asked.getMobilityId(), more);
          UpdateMobilityResponse answer = new UpdateMobilityResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  @Override
  public GetMobilityResponse getMobility(GetMobility asked) {
    return SoapCall.answer(
        context,
        () -> {
          View view = cases().whole(CaseKind.MOBILITY, asked.getMobilityId());
          GetMobilityResponse answer = new GetMobilityResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          fill(answer, view.contents());
          answer.setReason(view.reason());
          return answer;
        });
  }

  private static void fill(GetMobilityResponse answer, Map<String, String> contents) {
    answer.setStudent(contents.get("fullName"));
    answer.setInstitution(contents.get("institution"));
    Period period = new Period();
    period.setAcademicYear(contents.get("academicYear"));
    period.setTerm(contents.get("term"));
    period.setStart(Facts.day(contents, "start"));
    period.setEnd(Facts.day(contents, "end"));
    answer.setPeriod(period);
    contents.forEach(
        (name, value) -> {
          if (name.startsWith(COMPONENT)) {
            answer.getComponents().add(component(Json.texts(value)));
          }
        });
    answer.setArrivedOn(Facts.day(contents, "arrivedOn"));
    answer.setDepartedOn(Facts.day(contents, "departedOn"));
  }

  private static Component component(Map<String, String> stored) {
    Component component = new Component();
    component.setCode(stored.get("code"));
    LocalizedText title = new LocalizedText();
    title.setKk(stored.get("kk"));
    title.setRu(stored.get("ru"));
    title.setEn(stored.get("en"));
    component.setTitle(title);
    component.setCredits(new BigDecimal(stored.get("credits")));
    component.setReplaces(stored.get("replaces"));
    return component;
  }

  private static Map<String, String> stored(Component component) {
    return new Facts()
        .put("code", component.getCode())
        .put("kk", component.getTitle().getKk())
        .put("ru", component.getTitle().getRu())
        .put("en", component.getTitle().getEn())
        .put("credits", component.getCredits().toPlainString())
        .put("replaces", component.getReplaces())
        .texts();
  }

  @Override
  public SubmitLearningAgreementResponse submitLearningAgreement(SubmitLearningAgreement asked) {
    return SoapCall.answer(
        context,
        () -> {
          Map<String, String> components = new LinkedHashMap<>();
          for (Component one : asked.getComponents()) {
            components.put(COMPONENT + (components.size() + 1), Json.write(stored(one)));
          }
          View view = move(asked.getMobilityId(), CaseStatus.AGREED, components);
          SubmitLearningAgreementResponse answer = new SubmitLearningAgreementResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  @Override
  public ConfirmArrivalResponse confirmArrival(ConfirmArrival asked) {
    return SoapCall.answer(
        context,
        () -> {
          Map<String, String> day = Map.of("arrivedOn", asked.getDate().toString());
          View view = move(asked.getMobilityId(), CaseStatus.ARRIVED, day);
          ConfirmArrivalResponse answer = new ConfirmArrivalResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  @Override
  public ConfirmDepartureResponse confirmDeparture(ConfirmDeparture asked) {
    return SoapCall.answer(
        context,
        () -> {
          Map<String, String> day = Map.of("departedOn", asked.getDate().toString());
          View view = move(asked.getMobilityId(), CaseStatus.DEPARTED, day);
          ConfirmDepartureResponse answer = new ConfirmDepartureResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  private static View move(String mobility, CaseStatus to, Map<String, String> more) {
    return cases().move(CaseKind.MOBILITY, mobility, to, null, more);
  }

  @Override
  public SendTranscriptOfRecordsResponse sendTranscriptOfRecords(SendTranscriptOfRecords asked) {
    return SoapCall.answer(
        context,
        () -> {
          FileContent file = asked.getFile();
          PartnerFile incoming =
              CaseCall.file(
                  file.getName(), file.getMediaType().value(), file.getSha256(), file.getContent());
          View view =
              cases()
                  .close(CaseKind.MOBILITY, asked.getMobilityId(), CaseStatus.COMPLETED, incoming);
          SendTranscriptOfRecordsResponse answer = new SendTranscriptOfRecordsResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          return answer;
        });
  }

  @Override
  public GetTranscriptOfRecordsResponse getTranscriptOfRecords(GetTranscriptOfRecords asked) {
    return SoapCall.answer(
        context,
        () -> {
          PartnerFile file =
              cases().file(CaseKind.MOBILITY, asked.getMobilityId(), CaseStatus.COMPLETED);
          View view = cases().view(CaseKind.MOBILITY, asked.getMobilityId());
          GetTranscriptOfRecordsResponse answer = new GetTranscriptOfRecordsResponse();
          answer.setResponseHeader(CaseCall.reply(asked.getMessageHeader().getMessageId()));
          answer.setMobilityId(view.receipt());
          answer.setStatus(MobilityStatus.valueOf(view.status().name()));
          answer.setStatusText(CaseCall.text(view.status()));
          FileContent content = new FileContent();
          content.setName(file.name());
          content.setMediaType(MediaType.fromValue(file.mediaType()));
          content.setSha256(HexFormat.of().formatHex(file.sha256()));
          content.setContent(CaseCall.content(file));
          answer.setFile(content);
          return answer;
        });
  }
}
