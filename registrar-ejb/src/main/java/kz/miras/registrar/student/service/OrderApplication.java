package kz.miras.registrar.student.service;

import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.access.service.Notices;
import kz.miras.registrar.access.service.event.Events;
import kz.miras.registrar.access.service.event.Events.Happened;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.Standing;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentLeft;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatusChange;

/** Applies an order to its students, once, in one transaction. */
@Stateless
@PermitAll
public class OrderApplication {

  @Inject private Orders orders;
  @Inject private UniversityTime time;
  @Inject private Notices notices;
  @Inject private Events events;
  @Inject private Event<StudentLeft> left;

  /** Keys of orders in force that are not applied yet. */
  public List<Long> due() {
    return orders.due(time.today());
  }

  /** Applies an order; a second call finds it applied and does nothing. */
  public void apply(long id) {
    StudentOrder order = orders.lock(id).orElseThrow();
    if (order.isApplied()) {
      return;
    }
    List<StudentOrderLine> lines = orders.lines(id);
    List<Student> students = lines.stream().map(StudentOrderLine::getStudent).toList();
    Set<Long> takenBack = orders.takenBack(order);
    Set<Long> admitted = orders.admitted(students);
    Map<Long, StudentStatusChange> latest =
        order.getCorrects() == null
            ? Map.of()
            : orders.latestChanges(students.stream().map(Student::getId).toList());
    for (StudentOrderLine line : lines) {
      Student student = line.getStudent();
      if (takenBack.contains(student.getId())) {
        line.cancelled();
      } else {
        effect(line, admitted.contains(student.getId()), latest.get(student.getId()));
      }
    }
    order.applied(time.now());
  }

  private void effect(StudentOrderLine line, boolean admitted, StudentStatusChange latest) {
    StudentOrder order = line.getOrder();
    Student student = line.getStudent();
    Verdict verdict = takeBack(order, student, latest);
    if (verdict.isAllowed() && order.getKind() != OrderKind.CANCELLATION) {
      Standing before = student.standing();
      verdict =
          OrderEffects.judge(order.getKind(), OrderGatherer.subject(student, before, admitted));
      if (verdict.isAllowed()) {
        Standing after = OrderEffects.after(order.getKind(), order.terms(), before);
        student.stand(after);
        note(order, student, before, after);
        orders.add(
            new StudentStatusChange(
                student,
                order.getEffectiveOn(),
                order.getKind().isEntry() ? null : before,
                after,
                order,
                time.now()));
      }
    }
    if (!verdict.isAllowed()) {
      // an earlier order has moved the student since this one was entered
      line.refused(verdict.refusals().get(0).code());
      return;
    }
    StudentLeft departure = new StudentLeft(student.getId(), order.getEffectiveOn(), named(order));
    if (OrderEffects.releasesEnrolments(order.getKind())) {
      left.fire(departure);
    }
    line.applied(
        departure.releasedCount(), departure.withdrawnCount(), tell(order, student, departure));
  }

  private void note(StudentOrder order, Student student, Standing before, Standing after) {
    if (order.getKind().isEntry() || before.getStatus() != after.getStatus()) {
      Map<String, Object> detail = new LinkedHashMap<>();
      detail.put("from", order.getKind().isEntry() ? null : before.getStatus().name());
      detail.put("to", after.getStatus().name());
      detail.put("order", order.getNumber());
      detail.put("effectiveOn", order.getEffectiveOn().toString());
      events.note(Happened.toStudent(EventType.STUDENT_STATUS_CHANGED, student.getId(), detail));
    }
  }

  /** Takes back what the corrected order did to the student, if it did anything. */
  private Verdict takeBack(StudentOrder order, Student student, StudentStatusChange latest) {
    if (order.getCorrects() == null
        || !OrderGatherer.takesBack(order.getKind(), order.getCorrects())) {
      return Verdict.allowed();
    }
    StudentStatusChange done =
        orders.changesBy(order.getCorrects().getId()).stream()
            .filter(change -> change.getUndoes() == null)
            .filter(change -> change.getStudent().getId().equals(student.getId()))
            .findFirst()
            .orElse(null);
    if (done == null) {
      return Verdict.allowed();
    }
    Verdict verdict = OrderGatherer.undone(done, latest);
    if (verdict.isAllowed()) {
      student.stand(done.getBefore());
      orders.add(done.undoneBy(order, order.getEffectiveOn(), time.now()));
      orders.flush();
    }
    return verdict;
  }

  /** Adviser, teachers and the student learn of it; how many notices were written. */
  private int tell(StudentOrder order, Student student, StudentLeft departure) {
    if (!OrderEffects.isTold(order.getKind())) {
      return 0;
    }
    Set<Long> teachers = new java.util.TreeSet<>(departure.teachers());
    Long adviser = student.getAdviser() == null ? null : student.getAdviser().getId();
    if (adviser != null) {
      teachers.add(adviser);
    }
    String card = "/student/card.xhtml?id=" + student.getUuid();
    LocalDate since = order.getEffectiveOn();
    for (long teacher : teachers) {
      notices.tellTeacher(
          teacher,
          "student.notice.moved",
          // whoever only taught the student does so no longer and may not see the card
          Objects.equals(teacher, adviser) ? card : null,
          student.fullName(),
          student.getStudentNo(),
          order.getKind(),
          since,
          order.getNumber());
    }
    notices.tellStudent(
        student.getId(),
        "student.notice.own",
        card,
        order.getKind(),
        since,
        order.getNumber(),
        order.getSignedOn());
    return teachers.size() + 1;
  }

  private static String named(StudentOrder order) {
    return "№ " + order.getNumber() + ", " + order.getSignedOn();
  }
}
