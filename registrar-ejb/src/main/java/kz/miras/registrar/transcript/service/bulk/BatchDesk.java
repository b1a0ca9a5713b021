package kz.miras.registrar.transcript.service.bulk;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Target;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.AuditTrail;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.service.StudentScope;
import kz.miras.registrar.student.service.Students;
import kz.miras.registrar.transcript.BatchChoice;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentRequestPolicy;
import kz.miras.registrar.transcript.Signatures;
import kz.miras.registrar.transcript.certificate.QuestionAnswers;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentMaking;
import kz.miras.registrar.transcript.service.SigningRight;
import kz.miras.registrar.transcript.service.bulk.BatchRows.Batch;

/**
 * DOC-50, DOC-51. Documents of one kind for all graduates of a programme, a whole course, or of all
 * sheets of a term: prepared in one act, signed by each signatory in one, paused and gone on with.
 */
@Stateless
@Guarded
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchDesk {

  private static final int SHOWN = 20;

  @Inject private BatchStore store;
  @Inject private BatchRows rows;
  @Inject private BatchStudents students;
  @Inject private BatchSheets sheets;
  @Inject private BatchJobs jobs;
  @Inject private BatchFiles files;
  @Inject private DocumentKinds kinds;
  @Inject private DocumentMaking making;
  @Inject private Students people;
  @Inject private StudentScope scope;
  @Inject private Access access;
  @Inject private AuditTrail audit;
  @Inject private UniversityTime time;

  /** Kinds issued at present to students, and of the sheets of a term. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public List<DocumentKind> kinds() {
    return kinds.all().stream()
        .filter(DocumentKind::enabled)
        .filter(kind -> kind.isAboutStudent() || kind.subject().isOfTerm())
        .toList();
  }

  /**
   * How many students or sheets a choice means within the caller's reach.
   *
   * @param kind code of the kind
   * @return none where documents of the kind are not made of what is chosen
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public int count(String kind, BatchChoice choice) {
    DocumentKind found = kinds.kind(kind);
    return choice.fits(found).isAllowed() ? reached(found, choice).size() : 0;
  }

  /**
   * Begins to prepare, once for each pressing of a button.
   *
   * @param form key of the form it is asked by: the same form sent again unchanged leads to the
   *     batch it has begun
   * @return public id of the batch
   * @throws RegistrarException.Refused where nobody or too many are meant, no language is named, or
   *     each student would have to be asked something
   */
  @RolesAllowed(Permissions.TRANSCRIPT_PREPARE)
  public UUID begin(
      String kind, BatchChoice choice, List<Language> languages, String purpose, String form) {
    DocumentKind found = kinds.kind(kind);
    refuse(
        choice
            .fits(found)
            .and(DocumentRequestPolicy.says(languages, 1))
            .and(QuestionAnswers.forMany(found.name(), making.questions(found))));
    List<BatchMember> meant = reached(found, choice);
    refuse(choice.verdict(meant.size()));
    String me = access.current().login();
    String tags = languages.stream().map(Language::tag).collect(Collectors.joining(" "));
    String key = Json.write(Arrays.asList(me, form, kind, tags, purpose, choice.written()));
    BatchStore.Started started =
        store.begin(
            new BatchStore.Begun(
                kind,
                tags,
                purpose,
                choice,
                meant,
                me,
                time.now(),
                Checksum.sha256(key.getBytes(StandardCharsets.UTF_8))));
    UUID batch = started.uuid();
    if (!started.fresh()) {
      return batch;
    }
    audit.record(
        "document-batch.prepare",
        "DocumentBatch",
        batch,
        null,
        Json.write(kind + " " + choice.written() + " " + meant.size()));
    jobs.start(batch);
    return batch;
  }

  /** What a choice means within the caller's reach. */
  private List<BatchMember> reached(DocumentKind kind, BatchChoice choice) {
    return choice.isOfTerm() ? sheets.of(kind, choice) : students(choice);
  }

  /** In the order of the programme and name. */
  private List<BatchMember> students(BatchChoice choice) {
    List<Long> meant = students.of(choice);
    Set<Long> reached =
        scope.ofCaller(people.byIds(meant), Permissions.TRANSCRIPT_PREPARE).stream()
            .map(Student::getId)
            .collect(Collectors.toSet());
    return meant.stream().filter(reached::contains).map(BatchMember::student).toList();
  }

  /**
   * Signs all of a batch.
   *
   * @throws RegistrarException.Refused where the caller prepared it, or signs no document of its
   *     kind
   * @throws RegistrarException.Conflict where an act goes on
   */
  @RolesAllowed(Permissions.TRANSCRIPT_SIGN)
  public void sign(UUID uuid) {
    Batch batch = batch(uuid);
    Actor me = access.current();
    DocumentKind kind = kinds.kind(batch.kind());
    access.require(SigningRight.of(kind), Target.nobodys(), "document-batch", uuid);
    refuse(
        new Signatures(kind.signatories(), batch.preparedBy(), Map.of())
            .verdict(me.login(), me.roles(time.today())));
    if (!store.sign(uuid, me.login(), me.roles(time.today()), time.now())) {
      throw new RegistrarException.Conflict("transcript.batch.busy");
    }
    audit.record("document-batch.sign", "DocumentBatch", uuid, null, batch.kind());
    jobs.start(uuid);
  }

  /** Stops after the documents that are being made. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public void pause(UUID uuid) {
    batch(uuid);
    changed(store.move(uuid, BatchState.RUNNING, BatchState.PAUSED, time.now()), uuid, "pause");
  }

  /**
   * Goes on with what is left.
   *
   * @throws RegistrarException.Refused where somebody else signs
   */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public void goOn(UUID uuid) {
    goesOn(uuid);
    changed(store.move(uuid, BatchState.PAUSED, BatchState.RUNNING, time.now()), uuid, "go-on");
    jobs.start(uuid);
  }

  /**
   * Tries once more what could not be done.
   *
   * @throws RegistrarException.Refused where somebody else signs
   */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public void again(UUID uuid) {
    goesOn(uuid);
    changed(store.again(uuid, time.now()), uuid, "again");
    jobs.start(uuid);
  }

  private void goesOn(UUID uuid) {
    Batch batch = batch(uuid);
    refuse(batch.act().goesOn(batch.acting(), access.current().login()));
  }

  private void changed(boolean done, UUID uuid, String act) {
    if (!done) {
      throw new RegistrarException.Conflict("transcript.batch.busy");
    }
    audit.record("document-batch." + act, "DocumentBatch", uuid, null, null);
  }

  /** A batch as it stands. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public BatchView view(UUID uuid) {
    Batch batch = batch(uuid);
    return new BatchView(batch, kinds.kind(batch.kind()).name(), rows.refused(batch.id()));
  }

  /**
   * Many students are in a batch: it is seen by whose right reaches all of them, and by who began
   * it.
   */
  private boolean isSeen(Batch batch) {
    return batch.preparedBy().equals(access.current().login())
        || access.may(Permissions.TRANSCRIPT_PREPARE, Target.nobodys())
        || access.may(Permissions.TRANSCRIPT_SIGN, Target.nobodys());
  }

  private void seen(Batch batch) {
    if (!isSeen(batch)) {
      access.requireVisible(
          Permissions.TRANSCRIPT_PREPARE, Target.nobodys(), "document-batch", batch.uuid());
    }
  }

  /** The batches begun last. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public List<BatchView> latest() {
    Map<String, DocumentKind> known = kinds.byCode();
    return rows.latest(SHOWN).stream()
        .filter(this::isSeen)
        .map(batch -> new BatchView(batch, known.get(batch.kind()).name(), List.of()))
        .toList();
  }

  private Batch batch(UUID uuid) {
    Batch batch =
        rows.batch(uuid).orElseThrow(() -> new RegistrarException.NotFound("document-batch", uuid));
    seen(batch);
    return batch;
  }

  /** The issued files of a batch, each under its number, one after another into a stream. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public void zip(UUID uuid, OutputStream out) {
    Batch batch = batch(uuid);
    audit.record("document-batch.zip", "DocumentBatch", uuid, null, null);
    files.zip(batch.id(), out);
  }

  /** All pages in one file, for the printer. */
  @RolesAllowed({Permissions.TRANSCRIPT_PREPARE, Permissions.TRANSCRIPT_SIGN})
  public void print(UUID uuid, OutputStream out) {
    Batch batch = batch(uuid);
    audit.record("document-batch.print", "DocumentBatch", uuid, null, null);
    files.print(batch.id(), out);
  }
}
