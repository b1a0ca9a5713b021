package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;

/** The register of signed orders: entering one; effects follow on its effective date. */
@Stateless
@Guarded
public class OrderDesk {

  @Inject private Students students;
  @Inject private OrderApplication application;
  @Inject private UniversityTime time;

  /**
   * An order as signed.
   *
   * @param corrects number of the order it corrects; null for none
   * @param students numbers of the students it concerns
   */
  public record Entry(
      String number,
      LocalDate signedOn,
      LocalDate effectiveOn,
      OrderKind kind,
      String category,
      String title,
      String corrects,
      List<String> students)
      implements Serializable {}

  /**
   * Enters a signed order; one that is in force already is applied at once.
   *
   * @return what the rules say; nothing is stored where they refuse
   */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public Verdict register(Entry entry) {
    Verdict verdict = judge(entry);
    if (verdict.isAllowed()) {
      StudentOrder order = store(entry, false);
      if (!entry.effectiveOn().isAfter(time.today())) {
        application.apply(order.getId());
      }
    }
    return verdict;
  }

  private Verdict judge(Entry entry) {
    Verdict verdict = Verdict.allowed();
    if (entry.effectiveOn().isBefore(entry.signedOn().minusYears(1))) {
      verdict = verdict.and(refused("student.order.dates", "effectiveOn"));
    }
    for (StudentOrder known : students.orders()) {
      if (known.getNumber().equals(entry.number())
          && known.getSignedOn().equals(entry.signedOn())) {
        verdict = verdict.and(refused("student.order.twice", "number"));
      }
    }
    Set<String> wanted = new LinkedHashSet<>(entry.students());
    Set<String> found = new HashSet<>();
    for (Student student : students.byNumbers(wanted)) {
      found.add(student.getStudentNo());
      verdict =
          verdict.and(
              OrderEffects.judge(entry.kind(), student.getStatus(), student.getStudentNo()));
    }
    wanted.removeAll(found);
    for (String unknown : wanted) {
      verdict =
          verdict.and(
              Verdict.refused(Refusal.of("field.unknown", "DAT-2", unknown).at("students")));
    }
    return found.isEmpty() && wanted.isEmpty()
        ? verdict.and(refused("student.order.nobody", "students"))
        : verdict;
  }

  private static Verdict refused(String code, String field) {
    return Verdict.refused(Refusal.of(code, "MOV-12").at(field));
  }

  /** Stores an order with its lines, without effects. */
  StudentOrder store(Entry entry, boolean migrated) {
    StudentOrder corrected =
        entry.corrects() == null
            ? null
            : students.orders().stream()
                .filter(o -> o.getNumber().equals(entry.corrects()))
                .findFirst()
                .orElse(null);
    StudentOrder order =
        new StudentOrder(
            entry.number(),
            entry.signedOn(),
            entry.effectiveOn(),
            entry.kind(),
            entry.category(),
            entry.title(),
            corrected,
            migrated);
    students.add(order);
    for (Student student : students.byNumbers(entry.students())) {
      students.add(new StudentOrderLine(order, student, null));
    }
    students.flush();
    return order;
  }
}
