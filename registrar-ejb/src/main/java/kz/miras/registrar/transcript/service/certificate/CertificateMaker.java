package kz.miras.registrar.transcript.service.certificate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.certificate.CertificateQuestion;
import kz.miras.registrar.transcript.service.DocumentMaker;
import kz.miras.registrar.transcript.service.certificate.CertificateView.Page;

/** DOC-33, DOC-34. Certificates of every kind by one template, as the catalogue words them. */
@ApplicationScoped
public class CertificateMaker implements DocumentMaker {

  @Inject private CertificateContents contents;

  /** A page and what it is read with. */
  public record Part(PdfRenderer.Words words, Page page) {}

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.CERTIFICATE);
  }

  @Override
  public List<CertificateQuestion> questions(DocumentKind kind) {
    return contents.questions(kind);
  }

  @Override
  public Map<String, Asking> askings(Collection<DocumentKind> kinds, StudentStatus status) {
    return contents.askings(kinds, status);
  }

  @Override
  public Verdict given(DocumentKind kind, StudentStatus status) {
    return contents.given(kind, status);
  }

  @Override
  public Verdict asked(DocumentOrder order, StudentStatus status) {
    return contents.asked(order, status);
  }

  @Override
  public Verdict verdict(DocumentOrder order) {
    return verdicts(List.of(order)).get(order.kind().code());
  }

  @Override
  public Map<String, Verdict> verdicts(Collection<DocumentOrder> orders) {
    return contents.possible(orders);
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    CertificateContents.Contents made = contents.of(order, stamp);
    return new Made(model(made.view(), order.languages()), made.view(), made.resultsUntil());
  }

  /** What the template of certificates reaches. */
  static Map<String, Object> model(CertificateView view, List<Language> languages) {
    Map<String, Object> model = new HashMap<>();
    model.put("c", view);
    model.put(
        "parts",
        languages.stream()
            .map(one -> new Part(PdfRenderer.words(one), view.pages().get(one.tag())))
            .toList());
    return model;
  }
}
