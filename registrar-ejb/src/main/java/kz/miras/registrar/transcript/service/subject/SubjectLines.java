package kz.miras.registrar.transcript.service.subject;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.service.DocumentStore;

/**
 * DOC-50, DOC-70. Prepares documents about sheets and groups line by line of a batch, each in a
 * transaction of its own. Who began the batch was let to when it was begun.
 */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class SubjectLines {

  @Inject private Subjects subjects;
  @Inject private SubjectPreparation preparation;
  @Inject private SubjectNotices notices;
  @Inject private DocumentStore documents;

  /**
   * Prepares one, once for each request.
   *
   * @param details what names the subject beside its id
   * @param by login of who began the batch
   * @param request key of the line
   * @return public id of the document
   * @throws RegistrarException.NotFound where there is no such subject any more
   * @throws RegistrarException.Refused where it is not settled, or another document of it stands
   */
  public UUID prepare(
      DocumentKind kind,
      UUID subject,
      Map<String, String> details,
      List<Language> languages,
      String purpose,
      String by,
      byte[] request) {
    return preparation.ofBatch(
        kind,
        subjects
            .find(kind.subject(), subject, details)
            .orElseThrow(() -> new RegistrarException.NotFound("document-subject", subject)),
        languages,
        purpose,
        by,
        request);
  }

  /**
   * Tells those who sign because of a part how many documents of a batch await them.
   *
   * @param prepared public ids of the documents that await signatures
   */
  public void tell(DocumentKind kind, List<UUID> prepared) {
    notices.many(
        kind,
        prepared.stream()
            .flatMap(document -> documents.byUuid(document).stream())
            .flatMap(stored -> subjects.of(stored.order()).stream())
            .toList());
  }
}
