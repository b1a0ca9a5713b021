package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentGroup;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatusChange;

/** Repository of students, groups and orders. */
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

  public List<StudentGroup> groups() {
    return entities
        .createQuery("SELECT g FROM StudentGroup g JOIN FETCH g.curriculum", StudentGroup.class)
        .getResultList();
  }

  public Optional<Student> byId(long id) {
    return Optional.ofNullable(entities.find(Student.class, id));
  }

  /** By public id or student number. */
  public Optional<Student> byName(String name) {
    Optional<UUID> uuid = PublicId.parse(name);
    return entities
        .createQuery(
            uuid.isPresent()
                ? "SELECT s FROM Student s WHERE s.uuid = :name"
                : "SELECT s FROM Student s WHERE s.studentNo = :name",
            Student.class)
        .setParameter("name", uuid.isPresent() ? uuid.get() : name)
        .getResultStream()
        .findFirst();
  }

  /** The student of a number. */
  public Optional<Student> byNumber(String number) {
    return byNumbers(List.of(number)).stream().findFirst();
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

  public Optional<StudentOrder> order(long id) {
    return Optional.ofNullable(entities.find(StudentOrder.class, id));
  }

  /** Locks the order, so that two nodes never apply it both. */
  public Optional<StudentOrder> lockOrder(long id) {
    return Optional.ofNullable(
        entities.find(StudentOrder.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** Orders of a number, the newest first; a number comes again with another date. */
  public List<StudentOrder> ordersNumbered(String number) {
    return entities
        .createQuery(
            "SELECT o FROM StudentOrder o WHERE o.number = :number ORDER BY o.signedOn DESC",
            StudentOrder.class)
        .setParameter("number", number)
        .getResultList();
  }

  /** Keys of orders in force on a day that wait to be applied, in the order of their effect. */
  public List<Long> ordersDue(LocalDate day) {
    return entities
        .createQuery(
            "SELECT o.id FROM StudentOrder o WHERE o.appliedAt IS NULL AND o.migrated = FALSE"
                + " AND o.effectiveOn <= :day ORDER BY o.effectiveOn, o.signedOn, o.id",
            Long.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** Orders that correct another. */
  public List<StudentOrder> corrections(long order) {
    return entities
        .createQuery(
            "SELECT o FROM StudentOrder o WHERE o.corrects.id = :order ORDER BY o.signedOn, o.id",
            StudentOrder.class)
        .setParameter("order", order)
        .getResultList();
  }

  /** The order of a public id. */
  public Optional<StudentOrder> orderByUuid(UUID uuid) {
    return entities
        .createQuery("SELECT o FROM StudentOrder o WHERE o.uuid = :uuid", StudentOrder.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }

  /** Status changes of a student, in order. */
  public List<StudentStatusChange> changes(long student) {
    return entities
        .createQuery(
            "SELECT c FROM StudentStatusChange c JOIN FETCH c.order WHERE c.student.id = :student"
                + " ORDER BY c.effectiveOn, c.id",
            StudentStatusChange.class)
        .setParameter("student", student)
        .getResultList();
  }

  /** What an order did. */
  public List<StudentStatusChange> changesBy(long order) {
    return entities
        .createQuery(
            "SELECT c FROM StudentStatusChange c WHERE c.order.id = :order",
            StudentStatusChange.class)
        .setParameter("order", order)
        .getResultList();
  }

  public List<StudentOrderLine> lines(long order) {
    return entities
        .createQuery(
            "SELECT l FROM StudentOrderLine l JOIN FETCH l.student s LEFT JOIN FETCH s.group"
                + " WHERE l.order.id = :order ORDER BY s.studentNo",
            StudentOrderLine.class)
        .setParameter("order", order)
        .getResultList();
  }
}
