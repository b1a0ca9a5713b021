package kz.miras.registrar.transcript.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.GraduateSheet;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.certificate.QuestionAnswers;

/**
 * Transcripts, of the whole study or of a part of it, and the same as an attestation commission
 * looks at it.
 */
@ApplicationScoped
public class TranscriptMaker implements DocumentMaker {

  @Inject private TranscriptContents contents;
  @Inject private ProgrammesOfStudent programmes;
  @Inject private Students students;
  @Inject private Twins twins;

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.TRANSCRIPT);
  }

  /**
   * DOC-12, DOC-13. The part it is of, where it is not of the whole study; AK-7: a graduate's sheet
   * is of nothing less.
   */
  @Override
  public List<CertificateQuestion> questions(DocumentKind kind) {
    if (kind.isGraduateSheet()) {
      return List.of();
    }
    return List.of(
        question(TranscriptPart.FROM, "transcript.period.first", CertificateQuestion.Type.YEAR),
        question(TranscriptPart.TO, "transcript.period.last", CertificateQuestion.Type.YEAR),
        question(
            TranscriptPart.PROGRAMME,
            "transcript.programme.only",
            CertificateQuestion.Type.PROGRAMME));
  }

  @Override
  public Verdict asked(DocumentOrder order, StudentStatus status) {
    return QuestionAnswers.judge(questions(order.kind()), order.details()).and(verdict(order));
  }

  /**
   * DOC-13, AK-7. A kind of which there are parts; and a programme the student has been in, by the
   * orders as they are now.
   */
  @Override
  public Verdict verdict(DocumentOrder order) {
    TranscriptPart part = TranscriptPart.of(order.details());
    Verdict fits = part.fits(order.kind());
    return part.programme() == null || !fits.isAllowed()
        ? fits
        : programmes.of(students.byId(order.studentId()).orElseThrow()).verdict(part.programme());
  }

  /** DOC-64. The office adds the distribution of grades, as partners of mobility need it. */
  @Override
  public Set<String> added() {
    return Set.of(TranscriptPart.DISTRIBUTION);
  }

  private static CertificateQuestion question(
      String code, String label, CertificateQuestion.Type type) {
    return new CertificateQuestion(code, Messages.localized(label), type, false);
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    TranscriptPart part = TranscriptPart.of(order.details());
    TranscriptView stated =
        contents
            .of(
                order.studentId(),
                order.kind().code(),
                stamp.number(),
                stamp.date(),
                stamp.code(),
                part.programme())
            .years(part);
    TranscriptView view =
        part.distribution() ? contents.distributed(order.studentId(), stated) : stated;
    return new Made(
        model(view, order.languages()),
        view,
        view.resultsUntil(),
        () ->
            stamp.isPreview()
                ? List.of()
                : twins.of(order.kind(), order.studentId(), view, stamp, null));
  }

  /** What the template of a transcript reaches; the part by the name editions in force know. */
  public static Map<String, Object> model(TranscriptView view, List<Language> languages) {
    Map<String, Object> model = new HashMap<>();
    model.put("t", view);
    model.put("period", view.chosen());
    model.put("sheet", GraduateSheet.of(view.record()));
    model.put("parts", DocumentFiles.parts(languages, view.holder()));
    return model;
  }
}
