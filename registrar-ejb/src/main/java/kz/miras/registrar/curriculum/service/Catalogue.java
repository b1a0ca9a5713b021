package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.OrgUnit;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.Teacher;

/** Repository of the catalogue. */
@ApplicationScoped
public class Catalogue {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  public void add(Object entity) {
    entities.persist(entity);
  }

  public List<OrgUnit> units() {
    return all(OrgUnit.class);
  }

  public List<Teacher> teachers() {
    return entities
        .createQuery("SELECT t FROM Teacher t JOIN FETCH t.department", Teacher.class)
        .getResultList();
  }

  /** Teachers who work, as one names them: "number name", in the order of names. */
  public List<String> teacherNames() {
    return entities
        .createQuery("SELECT t FROM Teacher t WHERE t.active = TRUE", Teacher.class)
        .getResultStream()
        .sorted(Comparator.comparing(Teacher::fullName))
        .map(one -> one.getPersonnelNo() + " " + one.fullName())
        .toList();
  }

  /** The teacher who works under the number a typed text begins with, whatever follows it. */
  public Optional<Teacher> teacherTyped(String typed) {
    return entities
        .createQuery(
            "SELECT t FROM Teacher t JOIN FETCH t.department WHERE t.personnelNo = :number AND"
                + " t.active = TRUE",
            Teacher.class)
        .setParameter("number", typed == null ? "" : typed.strip().split(" ")[0])
        .getResultStream()
        .findFirst();
  }

  public List<Programme> programmes() {
    return entities
        .createQuery("SELECT p FROM Programme p JOIN FETCH p.school", Programme.class)
        .getResultList();
  }

  /** Disciplines with department and prerequisites. */
  public List<Discipline> disciplines() {
    return entities
        .createQuery("SELECT d FROM Discipline d JOIN FETCH d.department", Discipline.class)
        .setHint("eclipselink.batch", "d.prerequisites")
        .getResultList();
  }

  public List<Curriculum> curricula() {
    return entities
        .createQuery("SELECT c FROM Curriculum c JOIN FETCH c.programme", Curriculum.class)
        .getResultList();
  }

  public List<CurriculumItem> items() {
    return entities
        .createQuery(
            "SELECT i FROM CurriculumItem i JOIN FETCH i.discipline JOIN FETCH i.curriculum",
            CurriculumItem.class)
        .getResultList();
  }

  /** Items of a curriculum with disciplines and their prerequisites, term by term. */
  public List<CurriculumItem> items(long curriculum) {
    readWithPrerequisites(
        "SELECT i.discipline.id FROM CurriculumItem i WHERE i.curriculum.id = :of", curriculum);
    return entities
        .createQuery(
            "SELECT i FROM CurriculumItem i JOIN FETCH i.discipline WHERE i.curriculum.id = :id"
                + " ORDER BY i.termNo, i.cycle, i.choiceBlock, i.discipline.code",
            CurriculumItem.class)
        .setParameter("id", curriculum)
        .getResultList();
  }

  /** The same of several curricula, by their keys; one without items has an empty list. */
  public Map<Long, List<CurriculumItem>> itemsOf(Collection<Long> curricula) {
    Map<Long, List<CurriculumItem>> items = new HashMap<>();
    curricula.forEach(key -> items.put(key, new ArrayList<>()));
    if (!curricula.isEmpty()) {
      readWithPrerequisites(
          "SELECT i.discipline.id FROM CurriculumItem i WHERE i.curriculum.id IN :of", curricula);
      entities
          .createQuery(
              "SELECT i FROM CurriculumItem i JOIN FETCH i.discipline WHERE i.curriculum.id IN :ids"
                  + " ORDER BY i.termNo, i.cycle, i.choiceBlock, i.discipline.code",
              CurriculumItem.class)
          .setParameter("ids", curricula)
          .getResultList()
          .forEach(item -> items.get(item.getCurriculum().getId()).add(item));
    }
    return items;
  }

  /**
   * Reads disciplines together with what they need, for entities that name them and are read next:
   * a hint on those would ask for each discipline by itself.
   *
   * @param keys statement that answers the keys of the disciplines
   * @param of what it asks of
   */
  public void readWithPrerequisites(String keys, Object of) {
    entities
        .createQuery(
            "SELECT DISTINCT d FROM Discipline d LEFT JOIN FETCH d.prerequisites WHERE d.id IN ("
                + keys
                + ")",
            Discipline.class)
        .setParameter("of", of)
        .getResultList();
  }

  /** Items of all curricula of a programme. */
  public List<CurriculumItem> itemsOf(Programme programme) {
    readWithPrerequisites(
        "SELECT i.discipline.id FROM CurriculumItem i WHERE i.curriculum.programme = :of",
        programme);
    return entities
        .createQuery(
            "SELECT i FROM CurriculumItem i JOIN FETCH i.discipline JOIN FETCH i.curriculum c"
                + " WHERE c.programme = :programme ORDER BY i.termNo, i.discipline.code",
            CurriculumItem.class)
        .setParameter("programme", programme)
        .getResultList();
  }

  /** Curricula of a programme, newest first. */
  public List<Curriculum> curriculaOf(Programme programme) {
    return entities
        .createQuery(
            "SELECT c FROM Curriculum c WHERE c.programme = :programme"
                + " ORDER BY c.admissionYear DESC",
            Curriculum.class)
        .setParameter("programme", programme)
        .getResultList();
  }

  public Optional<Curriculum> curriculum(String programme, int admissionYear) {
    return entities
        .createQuery(
            "SELECT c FROM Curriculum c JOIN FETCH c.programme p WHERE p.code = :code"
                + " AND c.admissionYear = :year",
            Curriculum.class)
        .setParameter("code", programme)
        .setParameter("year", admissionYear)
        .getResultStream()
        .findFirst();
  }

  public Optional<Programme> programme(String code) {
    return entities
        .createQuery(
            "SELECT p FROM Programme p JOIN FETCH p.school WHERE p.code = :code", Programme.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  public Optional<Discipline> discipline(String code) {
    return entities
        .createQuery(
            "SELECT d FROM Discipline d JOIN FETCH d.department WHERE d.code = :code",
            Discipline.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }

  /** Disciplines that need this one. */
  public List<Discipline> postrequisites(Discipline discipline) {
    return entities
        .createQuery(
            "SELECT d FROM Discipline d JOIN d.prerequisites p WHERE p = :discipline",
            Discipline.class)
        .setParameter("discipline", discipline)
        .getResultList();
  }

  /** Items that place the discipline, newest admission first. */
  public List<CurriculumItem> usesOf(Discipline discipline) {
    return entities
        .createQuery(
            "SELECT i FROM CurriculumItem i JOIN FETCH i.curriculum c JOIN FETCH c.programme p"
                + " WHERE i.discipline = :discipline ORDER BY c.admissionYear DESC, p.code",
            CurriculumItem.class)
        .setParameter("discipline", discipline)
        .getResultList();
  }

  public void remove(CurriculumItem item) {
    entities.remove(item);
  }

  public Optional<Discipline> discipline(long id) {
    return Optional.ofNullable(entities.find(Discipline.class, id));
  }

  /** Disciplines of keys, with their prerequisites and corequisites. */
  public List<Discipline> disciplines(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createNamedQuery("Discipline.withNeeds", Discipline.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  public Optional<Programme> programme(long id) {
    return Optional.ofNullable(entities.find(Programme.class, id));
  }

  public Optional<Curriculum> curriculum(long id) {
    return Optional.ofNullable(entities.find(Curriculum.class, id));
  }

  public Optional<CurriculumItem> item(long id) {
    return Optional.ofNullable(entities.find(CurriculumItem.class, id));
  }

  public Optional<Teacher> teacher(long id) {
    return Optional.ofNullable(entities.find(Teacher.class, id));
  }

  private <E> List<E> all(Class<E> type) {
    return entities
        .createQuery("SELECT e FROM " + type.getSimpleName() + " e", type)
        .getResultList();
  }

  /** Entities by a key of theirs. */
  public static <E> Map<String, E> by(List<E> all, Function<E, String> key) {
    Map<String, E> map = new HashMap<>();
    all.forEach(entity -> map.put(key.apply(entity), entity));
    return map;
  }
}
