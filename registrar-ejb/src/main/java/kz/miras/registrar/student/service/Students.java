package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;

/** Repository of students and groups. */
@ApplicationScoped
public class Students {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  public void add(Object entity) {
    entities.persist(entity);
  }

  public void flush() {
    entities.flush();
  }

  public List<Student> all() {
    return entities
        .createQuery(
            "SELECT s FROM Student s JOIN FETCH s.programme JOIN FETCH s.curriculum"
                + " LEFT JOIN FETCH s.group LEFT JOIN FETCH s.adviser",
            Student.class)
        .getResultList();
  }

  /** All groups, with programme, school and adviser. */
  public List<StudentGroup> groups() {
    return entities
        .createQuery(
            "SELECT g FROM StudentGroup g JOIN FETCH g.curriculum c JOIN FETCH c.programme p JOIN"
                + " FETCH p.school LEFT JOIN FETCH g.adviser",
            StudentGroup.class)
        .getResultList();
  }

  public Optional<Student> byId(long id) {
    return Optional.ofNullable(entities.find(Student.class, id));
  }

  /** Many at once, with programme, school and curriculum. */
  public List<Student> byIds(Collection<Long> ids) {
    return ids.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT s FROM Student s JOIN FETCH s.programme p JOIN FETCH p.school JOIN FETCH"
                    + " s.curriculum WHERE s.id IN :ids",
                Student.class)
            .setParameter("ids", ids)
            .getResultList();
  }

  /**
   * By public id or student number; with programme, school and adviser, which tell whose the
   * student is.
   */
  public Optional<Student> byName(String name) {
    Optional<UUID> uuid = PublicId.parse(name);
    return entities
        .createNamedQuery(
            uuid.isPresent() ? "Student.byPublicId" : "Student.byNumber", Student.class)
        .setParameter("name", uuid.isPresent() ? uuid.get() : name)
        .getResultStream()
        .findFirst();
  }

  /** Students of public ids with programme and group, in one statement. */
  public List<Student> byUuids(Collection<UUID> links) {
    return links.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT s FROM Student s JOIN FETCH s.programme LEFT JOIN FETCH s.group WHERE s.uuid"
                    + " IN :links",
                Student.class)
            .setParameter("links", links)
            .getResultList();
  }

  /** The student of a number. */
  public Optional<Student> byNumber(String number) {
    return byNumbers(List.of(number)).stream().findFirst();
  }

  /** Students who may be meant: by number, else by IIN, else by date of birth. */
  public List<Student> maybe(String number, String iin, LocalDate birthDate) {
    String field = number != null ? "studentNo" : iin != null ? "iin" : "birthDate";
    return entities
        .createQuery("SELECT s FROM Student s WHERE s." + field + " = :value", Student.class)
        .setParameter("value", number != null ? number : iin != null ? iin : birthDate)
        .setMaxResults(200)
        .getResultList();
  }

  public List<Student> byNumbers(Collection<String> numbers) {
    return numbers.isEmpty()
        ? List.of()
        : entities
            .createQuery("SELECT s FROM Student s WHERE s.studentNo IN :numbers", Student.class)
            .setParameter("numbers", numbers)
            .getResultList();
  }

  public List<Student> ofGroup(long group) {
    return entities
        .createQuery(
            "SELECT s FROM Student s WHERE s.group.id = :group"
                + " AND s.status = kz.miras.registrar.student.StudentStatus.STUDYING",
            Student.class)
        .setParameter("group", group)
        .getResultList();
  }

  /** Codes of the groups in which somebody of a course studies, in order. */
  public List<String> groupsOf(int course) {
    return entities
        .createQuery(
            "SELECT DISTINCT s.group.code FROM Student s WHERE s.courseYear = :course"
                + " AND s.status = kz.miras.registrar.student.StudentStatus.STUDYING ORDER BY"
                + " s.group.code",
            String.class)
        .setParameter("course", course)
        .getResultList();
  }

  public Optional<StudentGroup> groupById(long id) {
    return Optional.ofNullable(entities.find(StudentGroup.class, id));
  }

  /** The group of a code. */
  public Optional<StudentGroup> group(String code) {
    return entities
        .createQuery("SELECT g FROM StudentGroup g WHERE g.code = :code", StudentGroup.class)
        .setParameter("code", code)
        .getResultStream()
        .findFirst();
  }
}
