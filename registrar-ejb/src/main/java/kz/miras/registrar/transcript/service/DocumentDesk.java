package kz.miras.registrar.transcript.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.VerificationCode;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentStatus;
import kz.miras.registrar.transcript.TranscriptView;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;

/**
 * Prepares, signs and issues transcripts. Who prepared one never signs it (SOD); nothing slow
 * happens inside a transaction.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class DocumentDesk {

  @Inject private DocumentStore store;
  @Inject private DocumentFiles files;
  @Inject private TranscriptContents contents;
  @Inject private AwaitedSheetsReader awaited;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /** A transcript as it would look now, without number and without being stored. */
  @RolesAllowed({Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE})
  public byte[] preview(String student, List<Language> languages) {
    Student found =
        scope.visible(student, Permissions.TRANSCRIPT_READ, Permissions.TRANSCRIPT_PREPARE);
    return files.transcript(
        contents.of(found.getId(), kind(found), null, time.today(), null), languages);
  }

  /** What a transcript would print now. */
  @RolesAllowed(Permissions.TRANSCRIPT_READ)
  public TranscriptView contents(String student) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_READ);
    return contents.of(found.getId(), kind(found), null, time.today(), null);
  }

  /** The transcript issued last. */
  @RolesAllowed(Permissions.TRANSCRIPT_READ)
  public Optional<Stored> latest(String student) {
    return store.latest(scope.visible(student, Permissions.TRANSCRIPT_READ).getId());
  }

  /**
   * DOC-7. Prepares a transcript for signature, once for each pressing of a button.
   *
   * @param form key of the form it is asked by: the same form sent again unchanged leads to the
   *     document it has prepared
   * @return public id of the document
   * @throws RegistrarException.Refused where results are still to be published or posted (DOC-10)
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID prepare(
      String student, List<Language> languages, int copies, String purpose, String form) {
    Student found = scope.visible(student, Permissions.TRANSCRIPT_PREPARE);
    if (languages.isEmpty() || copies < 1 || copies > 20) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.prepare.what", "DOC-1").at("languages"));
    }
    awaited.check(found.getId());
    String tags = languages.stream().map(Language::tag).collect(Collectors.joining(" "));
    String me = access.current().login();
    String asked = Json.write(Arrays.asList(me, form, found.getId(), tags, copies, purpose));
    return store.prepare(
        kind(found),
        found.getId(),
        tags,
        copies,
        purpose,
        VerificationCode.next(),
        me,
        time.now(),
        Checksum.sha256(asked.getBytes(StandardCharsets.UTF_8)));
  }

  /** The kind of transcript a student is given. */
  static DocumentKind kind(Student student) {
    return student.getStatus() == StudentStatus.EXPELLED
        ? DocumentKind.TRANSCRIPT_EXPELLED
        : DocumentKind.TRANSCRIPT;
  }

  /**
   * Signs: the document gets its number, is made and stored. After a failure in between it stays
   * reserved, and signing again resumes with the same number.
   *
   * @throws RegistrarException.Refused where the signer prepared it, or results are still to be
   *     published or posted (DOC-10)
   */
  @RolesAllowed(Permissions.TRANSCRIPT_SIGN)
  public void sign(UUID document) {
    Stored stored = stored(document);
    String me = access.current().login();
    if (me.equals(stored.preparedBy())) {
      throw new RegistrarException.Refused(Refusal.of("transcript.sign.own", "SOD-4", me));
    }
    if (stored.status() != DocumentStatus.PREPARED && stored.status() != DocumentStatus.RESERVED) {
      throw new RegistrarException.Conflict("transcript.sign.state", stored.status().name());
    }
    // before a number is taken: what was posted since it was prepared is awaited too
    awaited.check(stored.studentId());
    LocalDate today = time.today();
    store.open(stored.kind().register(), today.getYear());
    Stored numbered = store.reserve(document, today.getYear(), me);
    TranscriptView view =
        contents.of(
            numbered.studentId(), numbered.kind(), numbered.number(), today, numbered.code());
    byte[] pdf = files.transcript(view, languages(numbered.languages()));
    store.issue(document, view, pdf, Checksum.sha256(pdf), DocumentFiles.pages(pdf), today);
  }

  /** Takes an issued document back. */
  @RolesAllowed(Permissions.TRANSCRIPT_REVOKE)
  public void annul(UUID document, String reason) {
    if (reason == null || reason.isBlank()) {
      throw new RegistrarException.Refused(
          Refusal.of("transcript.annul.reason", "DOC-1").at("reason"));
    }
    if (!store.annul(document, reason)) {
      throw new RegistrarException.Conflict("transcript.annul.state");
    }
  }

  /** The file as issued. */
  @RolesAllowed({Permissions.TRANSCRIPT_READ, Permissions.REGISTER_READ})
  public byte[] file(UUID document) {
    Stored stored = stored(document);
    return store
        .file(stored.uuid())
        .orElseThrow(() -> new RegistrarException.NotFound("document", document));
  }

  /** A document, if the caller may see its student's documents. */
  @RolesAllowed({
    Permissions.TRANSCRIPT_READ,
    Permissions.REGISTER_READ,
    Permissions.TRANSCRIPT_SIGN
  })
  public Stored stored(UUID document) {
    Stored stored =
        store
            .byUuid(document)
            .orElseThrow(() -> new RegistrarException.NotFound("document", document));
    scope.visible(
        stored.student(),
        Permissions.TRANSCRIPT_READ,
        Permissions.TRANSCRIPT_SIGN,
        Permissions.REGISTER_READ);
    return stored;
  }

  /** The languages of a stored list. */
  static List<Language> languages(String tags) {
    return Arrays.stream(tags.toLowerCase(Locale.ROOT).split(" ")).map(Language::of).toList();
  }
}
