package kz.miras.registrar.transcript.service.subject;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentReissue;
import kz.miras.registrar.transcript.SubjectPolicy;
import kz.miras.registrar.transcript.service.DocumentStore.Stored;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;
import kz.miras.registrar.transcript.service.subject.SubjectStore.InPlace;
import kz.miras.registrar.transcript.service.subject.SubjectStore.Kept;
import kz.miras.registrar.transcript.service.subject.SubjectStore.Wanted;

/**
 * DOC-70, DOC-71. Prepares documents about subjects, in the transaction of the caller, who has
 * checked the right; tells those who sign by a part.
 */
@ApplicationScoped
public class SubjectPreparation {

  /** Why a document is taken back whose subject has moved, in whatever language it is read. */
  private static final String MOVED = "DOC-73";

  @Inject private Subjects subjects;
  @Inject private SubjectStore store;
  @Inject private SubjectNotices notices;
  @Inject private Access access;
  @Inject private UniversityTime time;

  /**
   * Prepares a document; in the place of the one that was superseded, where there is one.
   *
   * @param form key of the form it is asked by
   * @return its public id
   */
  UUID prepare(
      DocumentKind kind,
      Found about,
      List<Language> languages,
      int copies,
      String purpose,
      String form) {
    String me = access.current().login();
    byte[] request =
        key(
            me,
            form,
            kind.code(),
            about.id(),
            new TreeMap<>(about.details()),
            languages,
            copies,
            purpose);
    Optional<UUID> before = store.byRequest(request);
    if (before.isPresent()) {
      return before.get();
    }
    UUID document = prepared(kind, about, languages, copies, purpose, me, request);
    notices.one(kind, about, document);
    return document;
  }

  /**
   * Prepares one of a batch, once for each request; who has a part in it finds it in the queue of
   * signatures, and is not told of each.
   *
   * @param by login of who began the batch
   * @return its public id
   */
  UUID ofBatch(
      DocumentKind kind,
      Found about,
      List<Language> languages,
      String purpose,
      String by,
      byte[] request) {
    Optional<UUID> before = store.byRequest(request);
    return before.isPresent()
        ? before.get()
        : prepared(kind, about, languages, 1, purpose, by, request);
  }

  private UUID prepared(
      DocumentKind kind,
      Found about,
      List<Language> languages,
      int copies,
      String purpose,
      String by,
      byte[] request) {
    subjects.settled(about);
    List<Kept> earlier = ofKind(kind, about);
    refuse(SubjectPolicy.another(earlier.stream().map(Kept::earlier).toList()));
    takeBack(earlier);
    InPlace place =
        earlier.stream()
            .filter(one -> one.earlier().isToReplace())
            .map(one -> new InPlace(one.id(), one.number(), DocumentReissue.CORRECTION, null))
            .findFirst()
            .orElse(null);
    return store.prepare(
        new Wanted(kind, about, languages, copies, purpose, place, by, time.now(), request));
  }

  /**
   * Prepares a document in the place of an issued one, of its subject as it stands now.
   *
   * @param old the one that is issued
   * @param because why, in words
   * @return its public id
   */
  public UUID again(Stored old, DocumentReissue why, String because) {
    DocumentOrder order = old.order();
    Found about = subjects.of(order).orElseThrow();
    subjects.settled(about);
    List<Kept> earlier = ofKind(order.kind(), about);
    List<Kept> others = earlier.stream().filter(one -> one.id() != old.id()).toList();
    refuse(SubjectPolicy.another(others.stream().map(Kept::earlier).toList()));
    takeBack(others);
    UUID document =
        store.prepare(
            new Wanted(
                order.kind(),
                about,
                order.languages(),
                old.copies(),
                order.purpose(),
                new InPlace(old.id(), old.number(), why, because),
                access.current().login(),
                time.now(),
                key("again", old.id(), others.stream().map(Kept::id).toList())));
    notices.one(order.kind(), about, document);
    return document;
  }

  private List<Kept> ofKind(DocumentKind kind, Found about) {
    return store.of(about.id()).stream().filter(one -> one.kind().equals(kind.code())).toList();
  }

  private void takeBack(List<Kept> earlier) {
    earlier.stream()
        .filter(one -> one.earlier().isLeftBehind())
        .forEach(one -> store.withdraw(one.uuid(), MOVED));
  }

  private static byte[] key(Object... parts) {
    return Checksum.sha256(Json.write(Arrays.asList(parts)).getBytes(StandardCharsets.UTF_8));
  }
}
