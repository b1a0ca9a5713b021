package kz.miras.registrar.student.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentLeft;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;

/** Applies an order to its students, once, in one transaction. */
@Stateless
@PermitAll
public class OrderApplication {

  private static final Logger LOG = Logger.getLogger(OrderApplication.class.getName());

  @Inject private Students students;
  @Inject private UniversityTime time;
  @Inject private Event<StudentLeft> left;

  /** Keys of orders in force that are not applied yet. */
  public List<Long> due() {
    return students.ordersDue(time.today());
  }

  /** Applies an order; a second call finds it applied and does nothing. */
  public void apply(long id) {
    StudentOrder order = students.lockOrder(id).orElseThrow();
    if (order.isApplied()) {
      return;
    }
    for (StudentOrderLine line : students.lines(id)) {
      effect(order, line.getStudent());
    }
    order.applied(time.now());
  }

  private void effect(StudentOrder order, Student student) {
    StudentStatus before = student.getStatus();
    if (!OrderEffects.judge(order.getKind(), before, student.getStudentNo()).isAllowed()) {
      // an earlier order has moved the student since this one was entered
      LOG.log(
          Level.WARNING,
          "order {0} does not fit student {1} in status {2}",
          new Object[] {order.getNumber(), student.getStudentNo(), before});
      return;
    }
    OrderEffects.statusAfter(order.getKind()).ifPresent(student::become);
    int course = student.getCourseYear() + OrderEffects.courseStep(order.getKind());
    if (course != student.getCourseYear()) {
      student.place(course, student.getGroup(), student.getAdviser());
    }
    if (order.getKind() == OrderKind.MOBILITY_OUT || order.getKind() == OrderKind.MOBILITY_RETURN) {
      student.goOnMobility(order.getKind() == OrderKind.MOBILITY_OUT);
    }
    students.add(
        new StudentStatusChange(
            student,
            order.getEffectiveOn(),
            before,
            student.getStatus(),
            course,
            order,
            time.now()));
    if (OrderEffects.releasesEnrolments(order.getKind())) {
      left.fire(
          new StudentLeft(
              student.getId(),
              order.getEffectiveOn(),
              "№ " + order.getNumber() + ", " + order.getSignedOn()));
    }
  }
}
