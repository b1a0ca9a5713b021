package kz.miras.registrar.transcript.service.subject;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.access.Actor;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.transcript.DocumentOrder;
import kz.miras.registrar.transcript.SubjectKind;
import kz.miras.registrar.transcript.SubjectPart;
import kz.miras.registrar.transcript.SubjectPolicy;
import kz.miras.registrar.transcript.service.subject.DocumentSubject.Found;

/** DOC-72, DOC-74. The subjects of documents: found, and seen by those who may read them. */
@Stateless
@PermitAll
public class Subjects {

  @Inject @Any private Instance<DocumentSubject> all;
  @Inject private Access access;
  @Inject private UniversityTime time;

  private final Map<SubjectKind, DocumentSubject> finders = new EnumMap<>(SubjectKind.class);

  @PostConstruct
  void sort() {
    for (DocumentSubject finder : all) {
      finder.kinds().forEach(kind -> finders.put(kind, finder));
    }
  }

  /** A subject, whoever may see it; empty where there is none. */
  public Optional<Found> find(SubjectKind kind, UUID id, Map<String, String> details) {
    return finders.get(kind).find(id, details);
  }

  /**
   * A subject the caller may read.
   *
   * @throws RegistrarException.NotFound otherwise
   */
  public Found visible(SubjectKind kind, UUID id, Map<String, String> details) {
    return find(kind, id, details)
        .filter(Found::readable)
        .orElseThrow(() -> new RegistrarException.NotFound("document-subject", id));
  }

  /** What a document is about. */
  public Optional<Found> of(DocumentOrder order) {
    return find(order.kind().subject(), order.subject(), order.details());
  }

  /** Whether the caller may read what a document is about, and has one of the rights over it. */
  public boolean isVisible(DocumentOrder order, String... rights) {
    return of(order)
        .filter(Found::readable)
        .filter(
            found ->
                rights.length == 0
                    || Arrays.stream(rights).anyMatch(one -> access.may(one, found.target())))
        .isPresent();
  }

  /** Parts somebody has in what a document is about; none in one about a student. */
  public Set<SubjectPart> parts(DocumentOrder order, Actor actor) {
    return order.kind().isAboutStudent()
        ? Set.of()
        : of(order).map(found -> found.people().parts(actor, time.today())).orElse(Set.of());
  }

  /**
   * DOC-70. Lets a document about a subject be prepared or signed.
   *
   * @throws RegistrarException.Refused where it is not settled
   */
  public void settled(Found found) {
    RegistrarException.refuse(SubjectPolicy.settled(found.kind(), found.settled(), found.open()));
  }
}
