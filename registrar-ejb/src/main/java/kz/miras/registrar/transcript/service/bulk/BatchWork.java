package kz.miras.registrar.transcript.service.bulk;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.service.Actors;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.Again;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.BatchAct;
import kz.miras.registrar.transcript.BatchState;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.service.DirectPreparation;
import kz.miras.registrar.transcript.service.DocumentKinds;
import kz.miras.registrar.transcript.service.DocumentStore;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.Issuing;
import kz.miras.registrar.transcript.service.SigningRight;
import kz.miras.registrar.transcript.service.bulk.BatchRows.Batch;
import kz.miras.registrar.transcript.service.bulk.BatchRows.Line;
import kz.miras.registrar.transcript.service.subject.SubjectLines;
import kz.miras.registrar.transcript.service.subject.Subjects;

/**
 * DOC-51. Does the act of a batch line by line, each in the short steps of a document alone. A line
 * that is done is found done, so that whatever ended the work before makes no document twice.
 */
@Stateless
@PermitAll
@RunAs("system")
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class BatchWork {

  private static final Logger LOG = Logger.getLogger(BatchWork.class.getName());

  @Inject private BatchRows rows;
  @Inject private BatchStore store;
  @Inject private DocumentKinds kinds;
  @Inject private DocumentStore documents;
  @Inject private DirectPreparation direct;
  @Inject private Issuing issuing;
  @Inject private SubjectLines sheets;
  @Inject private Subjects subjects;
  @Inject private Actors actors;
  @Inject private UniversityTime time;

  /**
   * Does the next lines of a lane.
   *
   * @return false where none is left, or the batch is paused
   */
  public boolean part(UUID uuid, int lane, int lanes, int most) {
    List<Line> left = rows.left(uuid, lane, lanes, most);
    if (left.isEmpty()) {
      return false;
    }
    Batch batch = rows.batch(uuid).orElseThrow();
    store.alive(batch.id(), time.now());
    DocumentKind kind = kinds.kind(batch.kind());
    for (Line line : left) {
      take(batch, kind, line);
    }
    return true;
  }

  /**
   * All lanes have come to their end: where nothing is left, so has the act. Who signs sheets
   * because of a part in them is told once of all that are prepared.
   */
  public void end(UUID uuid) {
    if (rows.left(uuid, 0, 1, 1).isEmpty()
        && store.move(uuid, BatchState.RUNNING, BatchState.ENDED, time.now())) {
      Batch batch = rows.batch(uuid).orElseThrow();
      DocumentKind kind = kinds.kind(batch.kind());
      if (batch.act() == BatchAct.PREPARE && !kind.isAboutStudent()) {
        sheets.tell(kind, rows.prepared(batch.id()));
      }
    }
  }

  private void take(Batch batch, DocumentKind kind, Line line) {
    try {
      Again.run(() -> act(batch, kind, line));
    } catch (RegistrarException.Refused e) {
      store.missed(batch.id(), line.place(), e.refusals());
    } catch (RegistrarException e) {
      store.missed(batch.id(), line.place(), List.of(Refusal.of(e.code(), "DOC-50")));
    } catch (RuntimeException e) {
      if (Again.isUnavailable(e)) {
        throw e;
      }
      LOG.log(Level.SEVERE, e, () -> "line " + line.place() + " of " + batch.uuid() + " is left");
      store.missed(batch.id(), line.place(), List.of());
    }
  }

  /**
   * DOC-11. What the signatory holds now, however long ago the act began and whichever node goes on
   * with it.
   *
   * @throws RegistrarException.Refused where the signatory signs documents no longer
   */
  private Actor signatory(DocumentKind kind, String login) {
    return actors
        .byLogin(login)
        .filter(actor -> actor.may(SigningRight.of(kind), time.today()))
        .orElseThrow(
            () ->
                new RegistrarException.Refused(
                    Refusal.of("transcript.batch.signatory-gone", "DOC-11", login)));
  }

  private void act(Batch batch, DocumentKind kind, Line line) {
    if (batch.act() == BatchAct.SIGN) {
      Stored stored = documents.byUuid(line.document()).orElseThrow();
      Actor me = signatory(kind, batch.acting());
      issuing.sign(stored, me.login(), me.roles(time.today()), subjects.parts(stored.order(), me));
      return;
    }
    UUID document =
        line.about().subject() == null
            ? ofStudent(batch, kind, line.about().student())
            : sheets.prepare(
                kind,
                line.about().id(),
                line.about().details(),
                languages(batch),
                batch.purpose(),
                batch.acting(),
                key(batch, line.about().id()));
    store.prepared(batch.id(), line.place(), document);
  }

  private UUID ofStudent(Batch batch, DocumentKind kind, long student) {
    DocumentOrder order =
        new DocumentOrder(kind, student, null, languages(batch), batch.purpose(), Map.of());
    direct.check(order);
    return documents.prepare(
        new DocumentStore.Wanted(order, 1, null, batch.acting(), time.now(), key(batch, student)));
  }

  private static List<Language> languages(Batch batch) {
    return Arrays.stream(batch.languages().split(" ")).map(Language::of).toList();
  }

  /** What a line is asked for by: however often it is tried, it makes one document. */
  private static byte[] key(Batch batch, Object about) {
    return Checksum.sha256((batch.uuid() + " " + about).getBytes(StandardCharsets.UTF_8));
  }
}
