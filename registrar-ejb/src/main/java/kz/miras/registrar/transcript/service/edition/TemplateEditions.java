package kz.miras.registrar.transcript.service.edition;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.ConcurrentHashMap;
import kz.miras.registrar.shared.service.ShippedTemplates;
import kz.miras.registrar.shared.service.TemplateSource;
import kz.miras.registrar.shared.service.UniversityTime;

/** DOC-30. The templates in force: the university's edition of the day, else the shipped one. */
@ApplicationScoped
public class TemplateEditions implements TemplateSource {

  /** Texts by key of the edition: an approved one never changes. */
  private final Map<Long, Template> read = new ConcurrentHashMap<>();

  private final ShippedTemplates shipped = new ShippedTemplates();

  @Inject private EditionStore editions;
  @Inject private UniversityTime time;

  @Override
  public Template inForce(String name) {
    OptionalLong edition = editions.inForce(EditionSubject.template(name), time.today());
    return edition.isEmpty()
        ? shipped.inForce(name)
        : read.computeIfAbsent(edition.getAsLong(), this::read);
  }

  private Template read(long id) {
    Edition edition = editions.byId(id).orElseThrow();
    return new Template(edition.subject().name(), edition.no(), edition.content());
  }
}
