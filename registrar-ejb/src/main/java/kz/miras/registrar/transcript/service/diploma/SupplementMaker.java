package kz.miras.registrar.transcript.service.diploma;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.PdfRenderer;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.diploma.DiplomaComplete;
import kz.miras.registrar.transcript.diploma.SupplementView;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.DocumentMaker;
import kz.miras.registrar.transcript.service.Twins;
import kz.miras.registrar.transcript.twin.TwinContents.Supplement;

/** Supplements to diplomas, by the form of the country and by that of Europe. */
@ApplicationScoped
public class SupplementMaker implements DocumentMaker {

  @Inject private SupplementContents contents;
  @Inject private DiplomaStore store;
  @Inject private Twins twins;

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.DIPLOMA_SUPPLEMENT, DocumentFamily.EUROPEAN_SUPPLEMENT);
  }

  /** DIP-2. Not before the diploma is approved, which needs the number of the ministry. */
  @Override
  public Verdict verdict(DocumentOrder order) {
    return store.of(order.studentId()).filter(it -> it.status().isApproved()).isPresent()
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("diploma.supplement.approved", "DIP-2").at(DiplomaComplete.AT_NUMBER));
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    SupplementContents.Gathered gathered = contents.of(order, stamp);
    SupplementView view = gathered.view();
    boolean european = order.kind().family() == DocumentFamily.EUROPEAN_SUPPLEMENT;
    return new Made(
        european ? european(view, order.languages()) : model(view, order.languages()),
        view,
        gathered.transcript().resultsUntil(),
        () ->
            stamp.isPreview()
                ? List.of()
                : twins.of(
                    order.kind(),
                    order.studentId(),
                    gathered.transcript(),
                    stamp,
                    european ? supplement(view) : null));
  }

  /** What the template of the country's form reaches. */
  public static Map<String, Object> model(SupplementView view, List<Language> languages) {
    Map<String, Object> model = new HashMap<>();
    model.put("s", view);
    model.put("parts", DocumentFiles.parts(languages, view.holder()));
    // never our own: the code of the ministry, or none yet (DIP-2)
    if (view.draft().qrText() != null) {
      model.put("ministry", PdfRenderer.qr(view.draft().qrText()));
    }
    return model;
  }

  /** What the template of the European form reaches. */
  public static Map<String, Object> european(SupplementView view, List<Language> languages) {
    Map<String, Object> model = model(view, languages);
    model.put(
        "sections",
        languages.stream()
            .collect(
                Collectors.toMap(Language::tag, language -> EuropeanSections.of(view, language))));
    return model;
  }

  /** ELMO holds one language of it: the one Europe reads. */
  private static Supplement supplement(SupplementView view) {
    Function<String, String> words = key -> PdfRenderer.words(Language.EN).of(key);
    return new Supplement(
        Language.EN.tag(),
        view.date(),
        words.apply("diploma.eu.introduction"),
        EuropeanSections.of(view, Language.EN));
  }
}
