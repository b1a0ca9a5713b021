package kz.miras.registrar.transcript.service.subject;

import static kz.miras.registrar.shared.RegistrarException.refuse;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentKind;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.DocumentSignatory;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.SubjectPolicy;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;
import kz.miras.registrar.transcript.service.subject.SubjectStore.Kept;

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
  @Inject private Notices notices;
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
    subjects.settled(about);
    List<Kept> earlier = ofKind(kind, about);
    refuse(SubjectPolicy.another(earlier.stream().map(Kept::earlier).toList()));
    takeBack(earlier);
    Long replaces =
        earlier.stream()
            .filter(one -> one.earlier().isToReplace())
            .map(Kept::id)
            .findFirst()
            .orElse(null);
    return prepared(kind, about, languages, copies, purpose, null, replaces, request);
  }

  /**
   * Prepares a document in the place of an issued one, of its subject as it stands now.
   *
   * @param document key of the one that is issued
   * @param because why
   * @return its public id
   */
  public UUID again(long document, DocumentOrder order, int copies, String because) {
    DocumentKind kind = order.kind();
    Found about = subjects.of(order).orElseThrow();
    subjects.settled(about);
    List<Kept> earlier = ofKind(kind, about);
    List<Kept> others = earlier.stream().filter(one -> one.id() != document).toList();
    refuse(SubjectPolicy.another(others.stream().map(Kept::earlier).toList()));
    takeBack(others);
    return prepared(
        kind,
        about,
        order.languages(),
        copies,
        order.purpose(),
        because,
        document,
        key("again", document, others.stream().map(Kept::id).toList()));
  }

  private List<Kept> ofKind(DocumentKind kind, Found about) {
    return store.of(about.id()).stream().filter(one -> one.kind().equals(kind.code())).toList();
  }

  private void takeBack(List<Kept> earlier) {
    earlier.stream()
        .filter(one -> one.earlier().isLeftBehind())
        .forEach(one -> store.withdraw(one.uuid(), MOVED));
  }

  private UUID prepared(
      DocumentKind kind,
      Found about,
      List<Language> languages,
      int copies,
      String purpose,
      String basis,
      Long replaces,
      byte[] request) {
    UUID document =
        store.prepare(
            new SubjectStore.Wanted(
                kind,
                about,
                languages,
                copies,
                purpose,
                basis,
                replaces,
                access.current().login(),
                time.now(),
                request));
    kind.signatories().stream()
        .map(DocumentSignatory::part)
        .filter(part -> part != null)
        .forEach(part -> tell(part, about, document, kind));
    return document;
  }

  private void tell(SubjectPart part, Found about, UUID document, DocumentKind kind) {
    String code = "transcript.notice.to-sign";
    String page = "/transcript/document.xhtml?id=" + document;
    about
        .people()
        .teachers()
        .getOrDefault(part, Set.of())
        .forEach(teacher -> notices.tellTeacher(teacher, code, page, kind.name(), about.name()));
    about
        .people()
        .logins()
        .getOrDefault(part, Set.of())
        .forEach(login -> notices.tellAccount(login, code, page, kind.name(), about.name()));
    if (part == SubjectPart.DEAN && about.people().school() != null) {
      notices.tellSchool(
          Permissions.PAPER_SIGN, about.people().school(), code, page, kind.name(), about.name());
    }
  }

  private static byte[] key(Object... parts) {
    return Checksum.sha256(Json.write(Arrays.asList(parts)).getBytes(StandardCharsets.UTF_8));
  }
}
