package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Messages;
import kz.miras.registrar.shared.service.ShippedTemplates;
import kz.miras.registrar.shared.template.TemplateCheck;

/** Templates: an edition holds the whole text. */
@ApplicationScoped
class TemplateKeeper implements EditionKeeper {

  private final ShippedTemplates shipped = new ShippedTemplates();

  @Override
  public EditionSubject.Sort sort() {
    return EditionSubject.Sort.TEMPLATE;
  }

  @Override
  public List<EditionSubject> subjects() {
    return ShippedTemplates.NAMES.stream().map(EditionSubject::template).toList();
  }

  @Override
  public String title(EditionSubject subject, Language language) {
    return Messages.text(language, "transcript.template." + subject.name());
  }

  @Override
  public String shipped(EditionSubject subject) {
    return shipped.inForce(subject.name()).text();
  }

  @Override
  public Verdict check(EditionSubject subject, String content) {
    return TemplateCheck.of(content);
  }
}
