package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;

/** Signed orders as screens show them, to those who see a student they name. */
@Stateless
@Guarded
public class OrderQueries {

  @Inject private Students students;
  @Inject private StudentScope scope;
  @Inject private Access access;

  /**
   * An order.
   *
   * @param appliedAt null until its effects have come about
   * @param scanName null where no scan is kept
   */
  public record OrderView(
      String id,
      String number,
      LocalDate signedOn,
      LocalDate effectiveOn,
      OrderKind kind,
      String title,
      boolean migrated,
      Instant appliedAt,
      String scanName,
      Reference corrects,
      List<Reference> correctedBy,
      List<Line> lines)
      implements Serializable {}

  /** Another order. */
  public record Reference(String id, String number, LocalDate signedOn) implements Serializable {

    static Reference of(StudentOrder order) {
      return new Reference(order.getUuid().toString(), order.getNumber(), order.getSignedOn());
    }
  }

  /**
   * A student the order names.
   *
   * @param before status before it took effect; null before, and for an admission
   * @param after status after it; null where it has had no effect
   */
  public record Line(
      String studentId,
      String studentNo,
      String student,
      String group,
      StudentStatus before,
      StudentStatus after,
      Integer courseYear)
      implements Serializable {}

  /** A kept scan. */
  public record Scan(String name, String mediaType, byte[] content) {}

  /**
   * One order, with those of its students whom the caller may see.
   *
   * @throws RegistrarException.NotFound where there are none
   */
  @RolesAllowed(Permissions.ORDER_READ)
  public OrderView order(String id) {
    StudentOrder order = visible(id);
    Map<Long, StudentStatusChange> changes =
        students.changesBy(order.getId()).stream()
            .collect(Collectors.toMap(c -> c.getStudent().getId(), Function.identity()));
    return new OrderView(
        order.getUuid().toString(),
        order.getNumber(),
        order.getSignedOn(),
        order.getEffectiveOn(),
        order.getKind(),
        order.getTitle(),
        order.isMigrated(),
        order.getAppliedAt(),
        order.getScanName(),
        order.getCorrects() == null ? null : Reference.of(order.getCorrects()),
        students.corrections(order.getId()).stream().map(Reference::of).toList(),
        seen(order).stream().map(line -> line(line, changes)).toList());
  }

  /** The scan of an order. */
  @RolesAllowed(Permissions.ORDER_READ)
  public Scan scan(String id) {
    StudentOrder order = visible(id);
    byte[] content = order.getScan();
    if (content == null) {
      throw new RegistrarException.NotFound("order", id);
    }
    return new Scan(order.getScanName(), ScanType.of(content).orElseThrow().mediaType(), content);
  }

  private StudentOrder visible(String id) {
    StudentOrder order =
        PublicId.parse(id)
            .flatMap(students::orderByUuid)
            .orElseThrow(() -> new RegistrarException.NotFound("order", id));
    if (!seesAll() && seen(order).isEmpty()) {
      throw new RegistrarException.NotFound("order", id);
    }
    return order;
  }

  private boolean seesAll() {
    return access.scopes(Permissions.ORDER_READ).contains(Scope.ALL);
  }

  private List<StudentOrderLine> seen(StudentOrder order) {
    List<StudentOrderLine> lines = students.lines(order.getId());
    return seesAll()
        ? lines
        : lines.stream()
            .filter(line -> access.may(Permissions.ORDER_READ, scope.target(line.getStudent())))
            .toList();
  }

  private static Line line(StudentOrderLine line, Map<Long, StudentStatusChange> changes) {
    StudentStatusChange change = changes.get(line.getStudent().getId());
    return new Line(
        line.getStudent().getUuid().toString(),
        line.getStudent().getStudentNo(),
        line.getStudent().fullName(),
        line.getStudent().getGroup() == null ? null : line.getStudent().getGroup().getCode(),
        change == null ? null : change.getFromStatus(),
        change == null ? null : change.getToStatus(),
        change == null ? null : change.getCourseYear());
  }
}
