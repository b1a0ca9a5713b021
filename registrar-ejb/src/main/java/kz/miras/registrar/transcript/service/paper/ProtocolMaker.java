package kz.miras.registrar.transcript.service.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.achievement.service.recognition.RecognitionDesk;
import kz.miras.registrar.achievement.service.recognition.RecognitionView;
import kz.miras.registrar.attestation.service.appeal.AppealFile;
import kz.miras.registrar.attestation.service.appeal.AppealQueries;
import kz.miras.registrar.attestation.service.appeal.AppealView;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.shared.service.Settings;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.service.DocumentMaker;

/** DOC-70. What was decided: on an appeal, on recognition, by an attestation commission. */
@ApplicationScoped
public class ProtocolMaker implements DocumentMaker {

  @Inject private AppealQueries appeals;
  @Inject private RecognitionDesk recognitions;
  @Inject private CommissionPapers commissions;
  @Inject private SettledSubjects settled;
  @Inject private Settings settings;
  @Inject private UniversityTime time;

  /**
   * A protocol as it was signed; stored with the document.
   *
   * @param kind code of the kind of document
   * @param appeal null where it is about no appeal
   * @param recognition null where it is about no recognition
   */
  public record ProtocolRecord(
      String kind,
      Stamp issued,
      LocalizedText university,
      AppealView appeal,
      RecognitionView recognition)
      implements Serializable {}

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.PROTOCOL);
  }

  @Override
  public Verdict verdict(DocumentOrder order) {
    return settled.verdict(order);
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    return switch (order.kind().subject()) {
      case DEFENCE, MEETING, COMMISSION -> commissions.make(order, stamp);
      default -> decision(order, stamp);
    };
  }

  private Made decision(DocumentOrder order, Stamp stamp) {
    LocalizedText university = settings.localized("name", stamp.date());
    Map<String, Object> model;
    AppealView appeal = null;
    RecognitionView recognition = null;
    if (order.kind().subject() == SubjectKind.APPEAL) {
      appeal = appeals.view(order.subject().toString());
      model = new HashMap<>(AppealFile.model(appeal, university, stamp.date(), time.zone()));
    } else {
      recognition = recognitions.view(order.subject());
      model = new HashMap<>();
      model.put("r", recognition);
      model.put("university", university);
      model.put("zone", time.zone());
    }
    model.values().removeIf(value -> value == null);
    model.put("issued", stamp);
    model.put("tongues", order.languages().stream().map(PdfRenderer::words).toList());
    return new Made(
        model,
        new ProtocolRecord(order.kind().code(), stamp, university, appeal, recognition),
        null);
  }
}
