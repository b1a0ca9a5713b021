package kz.miras.registrar.student.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.Student;

/** When the order took effect that put a student on the course of now. */
@ApplicationScoped
public class CourseOrders {

  /**
   * The same in SQL for every row {@code s} of students; null where no order is known that stands.
   */
  public static final String DECIDED =
      "(SELECT MAX(sc.effective_on) FROM student_status_change sc JOIN student_order so ON so.id ="
          + " sc.order_id LEFT JOIN student_status_change su ON su.undoes_id = sc.id WHERE"
          + " sc.student_id = s.id AND sc.course_year = s.course_year AND sc.undoes_id IS NULL AND"
          + " su.id IS NULL AND (so.kind IN ("
          + kinds().stream().map(kind -> "'" + kind + "'").collect(Collectors.joining(", "))
          + ") OR sc.from_course_year <> sc.course_year))";

  @PersistenceContext(unitName = "registrar")
  private EntityManager entities;

  private static List<OrderKind> kinds() {
    return Arrays.stream(OrderKind.values()).filter(OrderKind::decidesCourse).toList();
  }

  /** The day for one student; null where no order is known that stands. */
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
        .setParameter("kinds", kinds())
        .getSingleResult();
  }
}
