package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import kz.miras.registrar.registration.RegistrationRequest;
import kz.miras.registrar.registration.RequestKind;
import kz.miras.registrar.registration.RequestMatter;
import kz.miras.registrar.registration.RequestStatus;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;

/** Repository of requests for a decision. */
@ApplicationScoped
class Requests {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  void add(RegistrationRequest request) {
    entities.persist(request);
    entities.flush();
  }

  void flush() {
    entities.flush();
  }

  /** The request of a public id. */
  RegistrationRequest required(String id) {
    return PublicId.parse(id)
        .flatMap(
            (UUID uuid) ->
                entities
                    .createQuery(
                        "SELECT r FROM RegistrationRequest r WHERE r.uuid = :uuid",
                        RegistrationRequest.class)
                    .setParameter("uuid", uuid)
                    .getResultStream()
                    .findFirst())
        .orElseThrow(() -> new RegistrarException.NotFound("request", id));
  }

  /** The same, which nobody else decides meanwhile. */
  RegistrationRequest locked(String id) {
    RegistrationRequest request = required(id);
    entities.refresh(request, LockModeType.PESSIMISTIC_WRITE);
    return request;
  }

  /** The request about an enrolment that asks to set a rule aside and waits for its decision. */
  Optional<RegistrationRequest> openAbout(long enrolment, String rule) {
    return entities
        .createQuery(
            "SELECT r FROM RegistrationRequest r WHERE r.enrolmentId = :enrolment AND r.rule = :rule"
                + " AND r.status = :open",
            RegistrationRequest.class)
        .setParameter("enrolment", enrolment)
        .setParameter("rule", rule)
        .setParameter("open", RequestStatus.REQUESTED)
        .getResultStream()
        .findFirst();
  }

  /** What was asked for about a student in the term of this code, the newest first. */
  List<RequestView.Brief> of(long student, String term) {
    return entities
        .createQuery(
            "SELECT r.uuid, r.kind, r.rule, d.code, o.uuid, r.status, r.requestedAt, r.decidedAt,"
                + " r.decisionNote, x.code, g.code FROM RegistrationRequest r LEFT JOIN Section x ON"
                + " x.id = r.streamId LEFT JOIN Section g ON g.id = r.sectionId, Term t, Offering o,"
                + " Discipline d"
                + " WHERE t.id = r.termId AND o.id = r.offeringId AND d.id = o.disciplineId AND"
                + " r.studentId = :student AND t.code = :term ORDER BY r.requestedAt DESC",
            Object[].class)
        .setParameter("student", student)
        .setParameter("term", term)
        .getResultStream()
        .map(
            row ->
                new RequestView.Brief(
                    row[0].toString(),
                    (RequestKind) row[1],
                    (String) row[2],
                    (String) row[3],
                    row[4].toString(),
                    (RequestStatus) row[5],
                    (Instant) row[6],
                    (Instant) row[7],
                    (String) row[8],
                    Stream.of(row[9], row[10])
                        .filter(Objects::nonNull)
                        .map(Object::toString)
                        .toList()))
        .toList();
  }

  /** Whether the same matter waits for a decision. */
  boolean isOpen(RequestMatter matter) {
    return entities
        .createQuery(
            "SELECT r FROM RegistrationRequest r WHERE r.termId = :term AND r.kind = :kind AND"
                + " r.status = :open",
            RegistrationRequest.class)
        .setParameter("term", matter.term())
        .setParameter("kind", matter.kind())
        .setParameter("open", RequestStatus.REQUESTED)
        .getResultStream()
        .anyMatch(request -> isSame(request.matter(), matter));
  }

  private static boolean isSame(RequestMatter one, RequestMatter other) {
    return Objects.equals(one.student(), other.student())
        && Objects.equals(one.offering(), other.offering())
        && Objects.equals(one.section(), other.section())
        && Objects.equals(one.stream(), other.stream())
        && Objects.equals(one.enrolment(), other.enrolment())
        && Objects.equals(one.rule(), other.rule())
        && Objects.equals(one.studentGroup(), other.studentGroup());
  }
}
