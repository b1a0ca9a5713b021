package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderSound;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;

/** The register of signed orders: entering one; effects follow on its effective date. */
@Stateless
@Guarded
public class OrderDesk {

  /** Courses begin in September. */
  private static final int FIRST_MONTH = 9;

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

  /**
   * Enters an order of the time before this system: it tells the history and changes nothing else.
   */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public Verdict registerPast(Entry entry) {
    Verdict verdict = judgePast(entry);
    if (verdict.isAllowed()) {
      StudentOrder order = store(entry, true);
      for (Student student : students.byNumbers(entry.students())) {
        students.add(
            new StudentStatusChange(
                student,
                entry.effectiveOn(),
                null,
                OrderEffects.statusAfter(entry.kind()).orElse(StudentStatus.STUDYING),
                courseOn(student, entry.effectiveOn()),
                order,
                time.now()));
      }
      order.applied(time.now());
    }
    return verdict;
  }

  /** The year of study a day falls in, by the year of admission; never beyond today's. */
  private static int courseOn(Student student, LocalDate day) {
    int started = day.getMonthValue() >= FIRST_MONTH ? day.getYear() : day.getYear() - 1;
    return Math.max(1, Math.min(student.getCourseYear(), started - student.getAdmissionYear() + 1));
  }

  /** What the rules say of an order of the time before this system. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public Verdict judgePast(Entry entry) {
    // whom it may concern was judged then; today's status says nothing about it
    return judge(entry, OrderKind.OTHER);
  }

  /** What the rules say of an order, without storing it. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public Verdict judge(Entry entry) {
    return judge(entry, entry.kind());
  }

  private Verdict judge(Entry entry, OrderKind effect) {
    boolean twice =
        students.ordersNumbered(entry.number()).stream()
            .anyMatch(known -> known.getSignedOn().equals(entry.signedOn()));
    boolean corrects = !isCorrection(entry) || !students.ordersNumbered(entry.corrects()).isEmpty();
    Set<String> unknown = new LinkedHashSet<>(entry.students());
    Map<String, StudentStatus> found = new LinkedHashMap<>();
    for (Student student : students.byNumbers(unknown)) {
      found.put(student.getStudentNo(), student.getStatus());
    }
    unknown.removeAll(found.keySet());
    return OrderSound.judge(
        effect,
        entry.signedOn(),
        entry.effectiveOn(),
        new OrderSound.Known(twice, corrects ? null : entry.corrects(), found, unknown));
  }

  private static boolean isCorrection(Entry entry) {
    return entry.corrects() != null && !entry.corrects().isBlank();
  }

  /**
   * Keeps the scan of an order; a scan already there stays what it is.
   *
   * @throws RegistrarException.Refused for what is no PDF, JPEG or PNG of at most 10 MiB
   */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public void attach(String id, String name, byte[] content) {
    StudentOrder order =
        PublicId.parse(id)
            .flatMap(students::orderByUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("order", id));
    if (order.getScanName() != null) {
      throw new RegistrarException.Refused(Refusal.of("student.order.scan-kept", "MOV-12"));
    }
    if (content.length > ScanType.LIMIT || ScanType.of(content).isEmpty()) {
      throw new RegistrarException.Refused(
          Refusal.of("student.order.scan-unreadable", "DAT-2", name).at("scan"));
    }
    order.attach(name, Checksum.sha256(content), content);
  }

  /** Stores an order with its lines, without effects. */
  StudentOrder store(Entry entry, boolean migrated) {
    StudentOrder corrected =
        isCorrection(entry)
            ? students.ordersNumbered(entry.corrects()).stream().findFirst().orElse(null)
            : null;
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
