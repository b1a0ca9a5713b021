package kz.miras.registrar.transcript.service.edition;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.TemplateSource.Template;
import kz.miras.registrar.shared.service.TriedTemplate;

/** DOC-31. Shows what a template would print of real data before anybody puts it in force. */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class EditionPreview {

  @Inject private EditionDesk desk;
  @Inject private Instance<TemplateTrial> trials;
  @Inject private Instance<EditionTrial> sorts;
  @Inject private SampleStamp stamps;

  /** What there is may be of a kind its service does not print: then there is nothing to show. */
  private static byte[] made(TemplateTrial trial, String name, String subject, Language language) {
    try {
      return trial.make(name, subject, language);
    } catch (RegistrarException.NotFound e) {
      throw NoExample.of(subject == null || subject.isBlank() ? name : subject);
    }
  }

  /**
   * A document as the edition would print it, by the rights of the caller.
   *
   * @param subject number of what it is about; null for the newest there is
   * @throws RegistrarException.Refused where the template may not be filled, with the line
   */
  @RolesAllowed(Permissions.DOCUMENT_SETUP_READ)
  public byte[] document(long id, String subject, Language language) {
    Edition edition = desk.edition(id);
    Verdict verdict = desk.check(id);
    if (!verdict.isAllowed()) {
      throw new RegistrarException.Refused(verdict.refusals());
    }
    String name = edition.subject().name();
    Optional<EditionTrial> own =
        sorts.stream().filter(one -> one.sort() == edition.subject().sort()).findFirst();
    if (own.isPresent()) {
      return own.get().make(edition, subject, language);
    }
    TemplateTrial trial =
        trials.stream()
            .filter(one -> one.templates().contains(name))
            .findFirst()
            .orElseThrow(() -> new RegistrarException.NotFound("template", name));
    return TriedTemplate.trying(
        new Template(name, edition.no(), edition.content()),
        stamps.of(name, language).orElse(null),
        () -> made(trial, name, subject, language));
  }
}
