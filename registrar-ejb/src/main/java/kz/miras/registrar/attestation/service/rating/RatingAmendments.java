package kz.miras.registrar.attestation.service.rating;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.rating.RatingAmendedCell;
import kz.miras.registrar.attestation.rating.RatingAmendment;

/** Repository of what was asked for and decided about closed journals. */
@ApplicationScoped
class RatingAmendments {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  /** Keeps a request; its cells come after it, since they refer to it by key. */
  void add(RatingAmendment amendment) {
    entities.persist(amendment);
    entities.flush();
  }

  void add(RatingAmendedCell cell) {
    entities.persist(cell);
  }

  /** Everything up to now is in the database: a version comes after what it rests on. */
  void flush() {
    entities.flush();
  }

  /** Of a journal, the latest first. */
  List<RatingAmendment> of(Sheet journal) {
    return entities
        .createQuery(
            "SELECT a FROM RatingAmendment a WHERE a.sheetId = :sheet ORDER BY a.requestedAt DESC,"
                + " a.id DESC",
            RatingAmendment.class)
        .setParameter("sheet", journal.getId())
        .getResultList();
  }

  /** One of a journal, locked. */
  Optional<RatingAmendment> lock(Sheet journal, UUID id) {
    Optional<RatingAmendment> found =
        of(journal).stream().filter(one -> one.getUuid().equals(id)).findFirst();
    found.ifPresent(one -> entities.refresh(one, LockModeType.PESSIMISTIC_WRITE));
    return found;
  }

  /** The cells of requests, by key of the request, in the order they were named. */
  Map<Long, List<RatingAmendedCell>> cells(Collection<RatingAmendment> amendments) {
    List<Long> keys = amendments.stream().map(RatingAmendment::getId).toList();
    return keys.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "SELECT c FROM RatingAmendedCell c WHERE c.amendmentId IN :keys ORDER BY c.id",
                RatingAmendedCell.class)
            .setParameter("keys", keys)
            .getResultList()
            .stream()
            .collect(Collectors.groupingBy(RatingAmendedCell::getAmendmentId));
  }
}
