package kz.miras.registrar.registration.service.elective;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.service.Catalogue;
import kz.miras.registrar.registration.elective.CatalogueStatus;
import kz.miras.registrar.registration.elective.ElectiveCatalogue;
import kz.miras.registrar.registration.elective.ElectiveDemand;
import kz.miras.registrar.registration.elective.ElectiveEntry;

/** Repository of the catalogues of electives. */
@ApplicationScoped
public class ElectiveCatalogues {

  private static final String FETCHED =
      "SELECT c FROM ElectiveCatalogue c JOIN FETCH c.curriculum u JOIN FETCH u.programme JOIN FETCH"
          + " c.academicYear y";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  @Inject private Catalogue disciplines;

  /**
   * What the catalogue published for a curriculum and academic year offers, with disciplines and
   * their prerequisites; nothing where none is published.
   */
  public List<ElectiveEntry> published(long curriculum, long year) {
    disciplines.readWithPrerequisites(
        "SELECT e.discipline.id FROM ElectiveEntry e WHERE e.catalogue.curriculum.id = :of",
        curriculum);
    return entities
        .createQuery(
            "SELECT e FROM ElectiveEntry e JOIN FETCH e.discipline d WHERE e.catalogue.curriculum.id"
                + " = :curriculum AND e.catalogue.academicYear.id = :year AND e.catalogue.status ="
                + " :published ORDER BY e.termNo, e.choiceBlock, d.code",
            ElectiveEntry.class)
        .setParameter("curriculum", curriculum)
        .setParameter("year", year)
        .setParameter("published", CatalogueStatus.PUBLISHED)
        .getResultList();
  }

  void add(Object entity) {
    entities.persist(entity);
  }

  void remove(ElectiveEntry entry) {
    entities.remove(entry);
  }

  void flush() {
    entities.flush();
  }

  Optional<ElectiveCatalogue> byUuid(UUID uuid) {
    return entities
        .createQuery(FETCHED + " WHERE c.uuid = :uuid", ElectiveCatalogue.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }

  List<ElectiveCatalogue> all() {
    return entities.createQuery(FETCHED, ElectiveCatalogue.class).getResultList();
  }

  /** Every edition of an academic year. */
  List<ElectiveCatalogue> ofYear(int startYear) {
    return entities
        .createQuery(
            FETCHED
                + " WHERE y.startYear = :year ORDER BY u.programme.code, u.admissionYear DESC,"
                + " c.edition",
            ElectiveCatalogue.class)
        .setParameter("year", startYear)
        .getResultList();
  }

  /** Every edition for a curriculum, newest first. */
  List<ElectiveCatalogue> of(long curriculum) {
    return entities
        .createQuery(
            FETCHED + " WHERE u.id = :curriculum ORDER BY y.startYear DESC, c.edition DESC",
            ElectiveCatalogue.class)
        .setParameter("curriculum", curriculum)
        .getResultList();
  }

  /** Entries with disciplines, departments and prerequisites, block by block. */
  List<ElectiveEntry> entries(long catalogue) {
    disciplines.readWithPrerequisites(
        "SELECT e.discipline.id FROM ElectiveEntry e WHERE e.catalogue.id = :of", catalogue);
    return entities
        .createQuery(
            "SELECT e FROM ElectiveEntry e JOIN FETCH e.discipline d JOIN FETCH d.department WHERE"
                + " e.catalogue.id = :catalogue ORDER BY e.termNo, e.choiceBlock, d.code",
            ElectiveEntry.class)
        .setParameter("catalogue", catalogue)
        .getResultList();
  }

  /** Entries of all catalogues that are in work or in force. */
  List<ElectiveEntry> entries() {
    return entities
        .createQuery(
            "SELECT e FROM ElectiveEntry e JOIN FETCH e.discipline JOIN FETCH e.catalogue c WHERE"
                + " c.status <> :superseded",
            ElectiveEntry.class)
        .setParameter("superseded", CatalogueStatus.SUPERSEDED)
        .getResultList();
  }

  /** The newest entry that describes each discipline; those never described are absent. */
  Map<Long, ElectiveEntry> described(Collection<Long> disciplines) {
    Map<Long, ElectiveEntry> newest = new HashMap<>();
    if (!disciplines.isEmpty()) {
      entities
          .createQuery(
              "SELECT e FROM ElectiveEntry e WHERE e.discipline.id IN :disciplines AND"
                  + " e.descriptionRu IS NOT NULL ORDER BY e.id",
              ElectiveEntry.class)
          .setParameter("disciplines", disciplines)
          .getResultList()
          .forEach(entry -> newest.put(entry.getDiscipline().getId(), entry));
    }
    return newest;
  }

  /** What is built on each discipline: pairs of the needed one and one that needs it. */
  List<Object[]> postrequisites(Collection<Long> disciplines) {
    return disciplines.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT p.id, d FROM Discipline d JOIN d.prerequisites p WHERE p.id IN"
                    + " :disciplines AND d.active = TRUE ORDER BY d.code",
                Object[].class)
            .setParameter("disciplines", disciplines)
            .getResultList();
  }

  /** Curricula that somebody studies by. */
  List<Curriculum> studied() {
    return entities
        .createQuery(
            "SELECT u FROM Curriculum u JOIN FETCH u.programme WHERE EXISTS (SELECT s FROM Student"
                + " s WHERE s.curriculum = u AND s.status ="
                + " kz.miras.registrar.student.StudentStatus.STUDYING)",
            Curriculum.class)
        .getResultList();
  }

  /** Keys of the students who study by a curriculum. */
  List<Long> studentsOf(Curriculum curriculum) {
    return entities
        .createQuery(
            "SELECT s.id FROM Student s WHERE s.curriculum = :curriculum AND s.status ="
                + " kz.miras.registrar.student.StudentStatus.STUDYING",
            Long.class)
        .setParameter("curriculum", curriculum)
        .getResultList();
  }

  /** Decisions about the demand for a discipline of a term. */
  List<ElectiveDemand> demands(long term, long discipline) {
    return entities
        .createQuery(
            "SELECT d FROM ElectiveDemand d WHERE d.termId = :term AND d.disciplineId ="
                + " :discipline",
            ElectiveDemand.class)
        .setParameter("term", term)
        .setParameter("discipline", discipline)
        .getResultList();
  }
}
