package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.TranscriptPeriod;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;

/** Transcripts, of the whole study or of a part of it. */
@ApplicationScoped
public class TranscriptMaker implements DocumentMaker {

  @Inject private TranscriptContents contents;
  @Inject private Twins twins;

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.TRANSCRIPT);
  }

  /** DOC-12. The first and the last academic year, where it is not of the whole study. */
  @Override
  public List<CertificateQuestion> questions(DocumentKind kind) {
    return List.of(
        year(TranscriptPeriod.FROM, "transcript.period.first"),
        year(TranscriptPeriod.TO, "transcript.period.last"));
  }

  /** DOC-64. The office adds the distribution of grades, as partners of mobility need it. */
  @Override
  public Set<String> added() {
    return Set.of(TranscriptPeriod.DISTRIBUTION);
  }

  private static CertificateQuestion year(String code, String label) {
    return new CertificateQuestion(
        code, Messages.localized(label), CertificateQuestion.Type.YEAR, false);
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    TranscriptView whole =
        contents.of(
            order.studentId(), order.kind().code(), stamp.number(), stamp.date(), stamp.code());
    TranscriptPeriod period = TranscriptPeriod.of(order.details());
    TranscriptView part = whole.with(period.part(whole.record()));
    TranscriptView view =
        period.distribution() ? contents.distributed(order.studentId(), part) : part;
    Map<String, Object> model = model(view, order.languages());
    model.put("period", period);
    return new Made(
        model,
        view,
        view.resultsUntil(),
        () ->
            stamp.isPreview()
                ? List.of()
                : twins.of(order.kind(), order.studentId(), view, stamp, null));
  }

  /** What the template of a transcript reaches. */
  public static Map<String, Object> model(TranscriptView view, List<Language> languages) {
    Map<String, Object> model = new HashMap<>();
    model.put("t", view);
    model.put("period", TranscriptPeriod.WHOLE);
    model.put("parts", DocumentFiles.parts(languages, view.holder()));
    return model;
  }
}
