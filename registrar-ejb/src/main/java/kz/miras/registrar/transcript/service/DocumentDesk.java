package kz.miras.registrar.transcript.service;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.TranscriptPart;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentMaker.Stamp;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.DocumentStore.Wanted;

/**
 * Prepares, signs and issues documents of record. Who prepared one never signs it (SOD); nothing
 * slow happens inside a transaction.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentDesk {

  @Inject private DocumentStore store;
  @Inject private DocumentKinds kinds;
  @Inject private DocumentMaking making;
  @Inject private TranscriptContents contents;
  @Inject private DirectPreparation direct;
  @Inject private DocumentForms forms;
  @Inject private StudentScope scope;
  @Inject private DocumentScope whose;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** A transcript as it would look now, without number and without being stored. */
  @RolesAllowed({Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE})
  public byte[] preview(String student, List<Language> languages) {
    return preview(student, languages, TranscriptPart.WHOLE);
  }

  /** DOC-12, DOC-13. The same of a part of the study. */
  @RolesAllowed({Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE})
  public byte[] preview(String student, List<Language> languages, TranscriptPart part) {
    Student found =
        scope.visible(student, Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE);
    DocumentOrder order =
        order(found, kinds.kind(transcript(found)), languages, null, part.details());
    refuse(part.verdict().and(making.verdict(order)));
    return making.file(order, Stamp.preview(time.today())).pdf();
  }

  /**
   * DOC-13. The programmes a transcript of a student may be of; nothing where there is no choice.
   */
  @RolesAllowed({Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE})
  public List<TranscriptView.Studied> programmes(String student) {
    return forms.programmes(
        scope.visible(student, Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE));
  }

  /** What a transcript would print now. */
  @RolesAllowed(Permissions.TRANSCRIPT_READ)
  public TranscriptView contents(String student) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_READ);
    return contents.of(found.getId(), transcript(found), null, time.today(), null);
  }

  /** The transcript issued last. */
  @RolesAllowed(Permissions.TRANSCRIPT_READ)
  public Optional<Stored> latest(String student) {
    return store.latest(scope.visible(student, Permissions.TRANSCRIPT_READ).getId());
  }

  /**
   * DOC-7. Prepares the transcript a student is given, once for each pressing of a button.
   *
   * @param part of the study it is of (DOC-12, DOC-13)
   * @param form key of the form it is asked by: the same form sent again unchanged leads to the
   *     document it has prepared
   * @return public id of the document
   * @throws RegistrarException.Refused where results are still to be published or posted (DOC-10)
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID prepare(
      String student,
      List<Language> languages,
      int copies,
      String purpose,
      TranscriptPart part,
      String form) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_PREPARE);
    return prepare(
        found, new Asked(transcript(found), languages, copies, purpose, part.details()), form);
  }

  /**
   * What somebody asks for.
   *
   * @param kind code of the kind
   * @param details answers to what the kind asks, by key
   */
  public record Asked(
      String kind,
      List<Language> languages,
      int copies,
      String purpose,
      Map<String, String> details)
      implements Serializable {

    public Asked {
      languages = List.copyOf(languages);
      details = Map.copyOf(details);
    }
  }

  /**
   * DOC-7. Prepares a document of a student for signature, once for each pressing of a button.
   *
   * @param form key of the form it is asked by
   * @return public id of the document
   * @throws RegistrarException.Refused where the kind is not issued at present, nothing or too much
   *     is asked for, or results are still to be published or posted (DOC-10)
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID prepare(String student, Asked asked, String form) {
    return prepare(scope.visible(student, Permissions.TRANSCRIPT_PREPARE), asked, form);
  }

  private UUID prepare(Student found, Asked asked, String form) {
    DocumentKind kind = kinds.kind(asked.kind());
    refuse(DocumentRequestPolicy.issues(kind, null));
    refuse(DocumentRequestPolicy.says(asked.languages(), asked.copies()));
    TranscriptPart part = TranscriptPart.of(asked.details());
    refuse(part.fits(kind));
    refuse(part.verdict().and(making.told(kind, asked.details())));
    DocumentOrder order = order(found, kind, asked.languages(), asked.purpose(), asked.details());
    direct.check(order, found);
    String me = access.current().login();
    String key =
        Json.write(
            Arrays.asList(
                me,
                form,
                found.getId(),
                kind.code(),
                asked.languages(),
                asked.copies(),
                asked.purpose(),
                new TreeMap<>(asked.details())));
    return store.prepare(
        new Wanted(
            order,
            asked.copies(),
            null,
            me,
            time.now(),
            Checksum.sha256(key.getBytes(StandardCharsets.UTF_8))));
  }

  private static DocumentOrder order(
      Student student,
      DocumentKind kind,
      List<Language> languages,
      String purpose,
      Map<String, String> details) {
    return new DocumentOrder(kind, student.getId(), null, languages, purpose, details);
  }

  /** Code of the kind of transcript a student is given. */
  static String transcript(Student student) {
    return student.getStatus() == StudentStatus.EXPELLED
        ? DocumentKind.TRANSCRIPT_EXPELLED
        : DocumentKind.TRANSCRIPT;
  }

  /**
   * Takes an issued document back.
   *
   * @param order number and date of the order it is taken back by
   */
  @RolesAllowed(Permissions.TRANSCRIPT_REVOKE)
  public void annul(UUID document, String reason, String order) {
    if (reason == null || reason.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.annul.reason", "DOC-1").at("reason"));
    }
    if (order == null || order.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.annul.order", "DOC-1").at("order"));
    }
    whose.require(found(document), Permissions.TRANSCRIPT_REVOKE);
    if (!store.annul(document, reason, order.strip())) {
      throw new RegistrarException.Conflict("transcript.annul.state");
    }
  }

  /** A document, if the caller may see its student's documents, or read what it is about. */
  @RolesAllowed({
    Permissions.TRANSCRIPT_READ,
    Permissions.REGISTER_READ,
    Permissions.TRANSCRIPT_SIGN,
    Permissions.SHEET_READ,
    Permissions.APPEAL_READ,
    Permissions.RECOGNITION_READ,
    Permissions.ACHIEVEMENT_READ
  })
  public Stored stored(UUID document) {
    Stored stored = found(document);
    whose.readable(stored);
    return stored;
  }

  private Stored found(UUID document) {
    return store
        .byUuid(document)
        .orElseThrow(() -> new RegistrarException.NotFound("document", document));
  }

  /** The languages of a stored list. */
  static List<Language> languages(String tags) {
    return Arrays.stream(tags.toLowerCase(Locale.ROOT).split(" ")).map(Language::of).toList();
  }
}
