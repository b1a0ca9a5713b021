package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.Student;

/** What orders say of where a student stands in the curriculum. */
@ApplicationScoped
public class CourseOrders {

  /**
   * When the order took effect that put a student on the course of now, in SQL for every row {@code
   * s} of students; null where no order is known that stands.
   */
  public static final String DECIDED =
      "(SELECT MAX(sc.effective_on) FROM student_status_change sc JOIN student_order so ON so.id ="
          + " sc.order_id LEFT JOIN student_status_change su ON su.undoes_id = sc.id WHERE"
          + " sc.student_id = s.id AND sc.course_year = s.course_year AND sc.undoes_id IS NULL AND"
          + " su.id IS NULL AND (so.kind IN ("
          + kinds(OrderKind::decidesCourse).stream()
              .map(kind -> "'" + kind + "'")
              .collect(Collectors.joining(", "))
          + ") OR sc.from_course_year <> sc.course_year))";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  private static List<OrderKind> kinds(Predicate<OrderKind> which) {
    return Arrays.stream(OrderKind.values()).filter(which).toList();
  }

  /**
   * When the order took effect that put a student on the course of now; null where no order is
   * known that stands.
   */
  public LocalDate decided(Student student) {
    return entities
        .createQuery(
            "SELECT MAX(c.effectiveOn) FROM StudentStatusChange c WHERE c.student = :student AND"
                + " c.after.courseYear = :course AND c.undoes IS NULL AND NOT EXISTS (SELECT u FROM"
                + " StudentStatusChange u WHERE u.undoes = c) AND (c.order.kind IN :kinds OR"
                + " c.before.courseYear <> :course)",
            LocalDate.class)
        .setParameter("student", student)
        .setParameter("course", student.getCourseYear())
        .setParameter("kinds", kinds(OrderKind::decidesCourse))
        .getSingleResult();
  }

  /** Whether an order that stands brought the student into the curriculum on the way. */
  public boolean differs(Student student) {
    return entities
            .createQuery(
                "SELECT COUNT(c) FROM StudentStatusChange c WHERE c.student = :student AND c.undoes"
                    + " IS NULL AND NOT EXISTS (SELECT u FROM StudentStatusChange u WHERE u.undoes ="
                    + " c) AND c.order.kind IN :kinds",
                Long.class)
            .setParameter("student", student)
            .setParameter("kinds", kinds(OrderKind::leavesDifference))
            .getSingleResult()
        > 0;
  }
}
