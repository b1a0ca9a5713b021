package kz.miras.registrar.transcript.service.paper;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.transcript.DocumentFamily;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DocumentFiles;
import kz.miras.registrar.transcript.service.DocumentMaker;

/** DOC-35. Extracts of the history: every entry, corrected ones and what corrected them too. */
@ApplicationScoped
public class ExtractMaker implements DocumentMaker {

  @Inject private ExtractContents contents;

  @Override
  public Set<DocumentFamily> families() {
    return Set.of(DocumentFamily.EXTRACT);
  }

  @Override
  public Made make(DocumentOrder order, Stamp stamp) {
    ExtractContents.Contents made = contents.of(order, stamp);
    return new Made(model(made.view(), order.languages()), made.view(), made.resultsUntil());
  }

  /** What the template of an extract reaches. */
  static Map<String, Object> model(ExtractView view, List<Language> languages) {
    Map<String, Object> model = new HashMap<>();
    model.put("x", view);
    model.put("parts", DocumentFiles.parts(languages, one -> view.names().get(one.tag())));
    return model;
  }
}
