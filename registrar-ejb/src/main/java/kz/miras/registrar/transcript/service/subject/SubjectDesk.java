package kz.miras.registrar.transcript.service.subject;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditContext;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPolicy;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentStore;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;
import kz.miras.registrar.transcript.service.subject.SubjectStore.Kept;

/**
 * DOC-70 to DOC-74. Sheets, consolidated sheets and protocols become documents of record: shown on
 * the page of their subject to whoever may read it, prepared there, taken back while unsigned.
 */
@Stateless
@Guarded
public class SubjectDesk {

  @Inject private Subjects subjects;
  @Inject private SubjectStore store;
  @Inject private SubjectPreparation preparation;
  @Inject private DocumentKinds kinds;
  @Inject private DocumentStore documents;
  @Inject private Access access;
  @Inject private AuditContext reasons;

  /**
   * What is asked for.
   *
   * @param kind code of the kind
   * @param purpose why it is issued; null where not said
   */
  public record Asked(String kind, List<Language> languages, int copies, String purpose) {

    public Asked {
      languages = List.copyOf(languages);
    }
  }

  /**
   * The documents about a subject, with the kinds the caller may prepare.
   *
   * @param kind one of the kinds of its finder
   * @param details what names it beside its id
   * @return nothing at all where the caller may not read it
   */
  @RolesAllowed({
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.PROTOCOL_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public SubjectView view(SubjectKind kind, UUID id, Map<String, String> details) {
    Optional<Found> read = subjects.find(kind, id, details).filter(Found::readable);
    if (read.isEmpty()) {
      return new SubjectView(List.of(), List.of());
    }
    Found found = read.get();
    List<Kept> kept = store.of(found.id());
    return new SubjectView(
        kept.stream()
            .filter(one -> one.status() != DocumentStatus.WITHDRAWN)
            .map(
                one ->
                    new SubjectView.Document(
                        one.uuid(),
                        one.name(),
                        one.number(),
                        one.status(),
                        one.issuedOn(),
                        one.supersededOn()))
            .toList(),
        access.may(Permissions.TRANSCRIPT_PREPARE, found.target())
            ? kinds.all().stream()
                .filter(one -> one.enabled() && one.subject() == found.kind())
                .map(one -> offer(one, found, kept))
                .toList()
            : List.of());
  }

  private static SubjectView.Offer offer(DocumentKind kind, Found found, List<Kept> kept) {
    Verdict verdict =
        SubjectPolicy.settled(found.kind(), found.settled(), found.open())
            .and(
                SubjectPolicy.another(
                    kept.stream()
                        .filter(one -> one.kind().equals(kind.code()))
                        .map(Kept::earlier)
                        .toList()));
    return new SubjectView.Offer(kind.code(), kind.name(), verdict.refusals());
  }

  /**
   * Prepares a document about a subject for signature, once for each pressing of a button; in the
   * place of the one that was superseded, where there is one.
   *
   * @param form key of the form it is asked by
   * @return public id of the document
   * @throws RegistrarException.Refused where the subject is not settled, another document stands,
   *     or nothing or too much is asked for
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID prepare(
      SubjectKind kind, UUID id, Map<String, String> details, Asked asked, String form) {
    Found found = subjects.visible(kind, id, details);
    access.require(Permissions.TRANSCRIPT_PREPARE, found.target(), "document-subject", id);
    DocumentKind wanted = kinds.kind(asked.kind());
    refuse(DocumentRequestPolicy.issues(wanted, found.kind()));
    refuse(DocumentRequestPolicy.says(asked.languages(), asked.copies()));
    String purpose =
        asked.purpose() == null || asked.purpose().isBlank() ? null : asked.purpose().strip();
    return preparation.prepare(wanted, found, asked.languages(), asked.copies(), purpose, form);
  }

  /**
   * Takes back a document about a subject that is prepared and has no number yet.
   *
   * @throws RegistrarException.Refused without a reason
   * @throws RegistrarException.Conflict where it has a number, or was taken back
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public void withdraw(UUID document, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.annul.reason", "DOC-1").at("reason"));
    }
    DocumentStore.Stored stored =
        documents
            .byUuid(document)
            .filter(one -> one.subject() != null)
            .filter(one -> subjects.isVisible(one.order(), Permissions.TRANSCRIPT_PREPARE))
            .orElseThrow(() -> new RegistrarException.NotFound("document", document));
    reasons.because(reason.strip());
    if (!store.withdraw(stored.uuid(), reason.strip())) {
      throw new RegistrarException.Conflict("transcript.withdraw.state");
    }
  }

  /**
   * Where the subject of a document is shown.
   *
   * @throws RegistrarException.NotFound where the caller may not read it
   */
  @RolesAllowed({
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public String page(UUID document) {
    DocumentStore.Stored stored =
        documents
            .byUuid(document)
            .filter(one -> one.subject() != null)
            .orElseThrow(() -> new RegistrarException.NotFound("document", document));
    return subjects
        .visible(stored.kind().subject(), stored.subject(), stored.order().details())
        .page();
  }
}
