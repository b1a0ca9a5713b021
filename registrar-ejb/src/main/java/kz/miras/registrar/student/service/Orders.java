package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatusChange;

/** Repository of orders and of the history that follows from them. */
@ApplicationScoped
public class Orders {

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  public void add(Object entity) {
    entities.persist(entity);
  }

  public void flush() {
    entities.flush();
  }

  /** Locks the order, so that two nodes never apply it both. */
  public Optional<StudentOrder> lock(long id) {
    return Optional.ofNullable(
        entities.find(StudentOrder.class, id, LockModeType.PESSIMISTIC_WRITE));
  }

  /** The order of a public id. */
  public Optional<StudentOrder> byUuid(UUID uuid) {
    return entities
        .createQuery("SELECT o FROM StudentOrder o WHERE o.uuid = :uuid", StudentOrder.class)
        .setParameter("uuid", uuid)
        .getResultStream()
        .findFirst();
  }

  /** Orders of a number, the newest first; a number comes again with another date. */
  public List<StudentOrder> numbered(String number) {
    return entities
        .createQuery(
            "SELECT o FROM StudentOrder o WHERE o.number = :number ORDER BY o.signedOn DESC,"
                + " o.paragraph",
            StudentOrder.class)
        .setParameter("number", number)
        .getResultList();
  }

  /** Orders as "number date" whose number begins so, the newest first. */
  public Set<String> beginning(String text, int most) {
    Set<String> found = new LinkedHashSet<>();
    entities
        .createQuery(
            "SELECT o FROM StudentOrder o WHERE o.number LIKE :text ESCAPE '!' ORDER BY o.signedOn"
                + " DESC, o.number",
            StudentOrder.class)
        .setParameter("text", text.strip().replaceAll("([!%_])", "!$1") + "%")
        .setMaxResults(most)
        .getResultList()
        .forEach(order -> found.add(order.getNumber() + " " + order.getSignedOn()));
    return found;
  }

  /** Orders a person names by number, or by number and date, "12-С 2026-10-02". */
  public List<StudentOrder> named(String reference) {
    String text = reference.strip();
    List<StudentOrder> found = numbered(text);
    int space = text.lastIndexOf(' ');
    if (!found.isEmpty() || space < 0) {
      return found;
    }
    try {
      LocalDate signedOn = LocalDate.parse(text.substring(space + 1));
      return numbered(text.substring(0, space)).stream()
          .filter(order -> order.getSignedOn().equals(signedOn))
          .toList();
    } catch (DateTimeParseException e) {
      return List.of();
    }
  }

  public boolean isEntered(String number, LocalDate signedOn, int paragraph) {
    return entered(number, signedOn, paragraph).isPresent();
  }

  public Optional<StudentOrder> entered(String number, LocalDate signedOn, int paragraph) {
    return numbered(number).stream()
        .filter(order -> order.getSignedOn().equals(signedOn))
        .filter(order -> order.getParagraph() == paragraph)
        .findFirst();
  }

  /** Keys of orders in force on a day that wait to be applied, in the order of their effect. */
  public List<Long> due(LocalDate day) {
    return entities
        .createQuery(
            "SELECT o.id FROM StudentOrder o WHERE o.appliedAt IS NULL AND o.migrated = FALSE"
                + " AND o.effectiveOn <= :day ORDER BY o.effectiveOn, o.signedOn, o.id",
            Long.class)
        .setParameter("day", day)
        .getResultList();
  }

  /** What waits for these students and takes effect by a day, in the order of its effect. */
  public List<StudentOrderLine> pending(Collection<Student> students, LocalDate by) {
    return students.isEmpty()
        ? List.of()
        : entities
            .createQuery(
                "SELECT l FROM StudentOrderLine l JOIN FETCH l.order o WHERE l.student IN :students"
                    + " AND o.appliedAt IS NULL AND o.migrated = FALSE AND o.effectiveOn <= :day"
                    + " ORDER BY o.effectiveOn, o.signedOn, o.id",
                StudentOrderLine.class)
            .setParameter("students", students)
            .setParameter("day", by)
            .getResultList();
  }

  /** Keys of those whom an order has made students already. */
  public Set<Long> admitted(Collection<Student> students) {
    return students.isEmpty()
        ? new HashSet<>()
        : new HashSet<>(
            entities
                .createQuery(
                    "SELECT DISTINCT c.student.id FROM StudentStatusChange c"
                        + " WHERE c.student IN :students",
                    Long.class)
                .setParameter("students", students)
                .getResultList());
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

  /** Keys of the students for whom another order, in force by then, takes this one back. */
  public Set<Long> takenBack(StudentOrder order) {
    return new HashSet<>(
        entities
            .createQuery(
                "SELECT l.student.id FROM StudentOrderLine l WHERE l.order.corrects = :order AND"
                    + " l.order.migrated = FALSE AND l.order.effectiveOn <= :day AND l.order.kind"
                    + " NOT IN (kz.miras.registrar.student.OrderKind.OTHER,"
                    + " kz.miras.registrar.student.OrderKind.PERSONAL_DATA)",
                Long.class)
            .setParameter("order", order)
            .setParameter("day", order.getEffectiveOn())
            .getResultList());
  }

  /** Keys of the students for whom what an order did has been taken back. */
  public Set<Long> undone(long order) {
    return new HashSet<>(
        entities
            .createQuery(
                "SELECT c.student.id FROM StudentStatusChange c WHERE c.undoes.order.id = :order",
                Long.class)
            .setParameter("order", order)
            .getResultList());
  }

  /** Status changes of a student, in order. */
  public List<StudentStatusChange> changes(long student) {
    return entities
        .createQuery(
            "SELECT c FROM StudentStatusChange c JOIN FETCH c.order WHERE c.student.id = :student"
                + " ORDER BY c.effectiveOn, c.recordedAt, c.id",
            StudentStatusChange.class)
        .setParameter("student", student)
        .getResultList();
  }

  /** Status changes of many students, each in order, by their keys. */
  public Map<Long, List<StudentStatusChange>> changesOf(Collection<Long> students) {
    return students.isEmpty()
        ? Map.of()
        : entities
            .createQuery(
                "SELECT c FROM StudentStatusChange c JOIN FETCH c.order WHERE c.student.id IN :keys"
                    + " ORDER BY c.effectiveOn, c.recordedAt, c.id",
                StudentStatusChange.class)
            .setParameter("keys", students)
            .getResultStream()
            .collect(Collectors.groupingBy(change -> change.getStudent().getId()));
  }

  /** The last change of each of these students, by their keys. */
  public Map<Long, StudentStatusChange> latestChanges(Collection<Long> students) {
    Map<Long, StudentStatusChange> latest = new HashMap<>();
    if (!students.isEmpty()) {
      entities
          .createQuery(
              "SELECT c FROM StudentStatusChange c JOIN FETCH c.order WHERE c.student.id IN :keys"
                  + " ORDER BY c.recordedAt, c.id",
              StudentStatusChange.class)
          .setParameter("keys", students)
          .getResultList()
          .forEach(change -> latest.put(change.getStudent().getId(), change));
    }
    return latest;
  }

  /** What an order did. */
  public List<StudentStatusChange> changesBy(long order) {
    return entities
        .createQuery(
            "SELECT c FROM StudentStatusChange c WHERE c.order.id = :order ORDER BY c.id",
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
