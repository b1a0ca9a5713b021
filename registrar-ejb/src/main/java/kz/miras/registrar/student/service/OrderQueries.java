package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.Scope;
import kz.miras.registrar.access.service.Access;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.student.Funding;
import kz.miras.registrar.student.OrderGround;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderTerms;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.StudyForm;

/** Signed orders as screens show them, to those who see a student they name. */
@Stateless
@Guarded
public class OrderQueries {

  @Inject private Orders orders;
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
      int paragraph,
      LocalDate signedOn,
      LocalDate effectiveOn,
      OrderKind kind,
      OrderGround ground,
      String title,
      Said said,
      boolean migrated,
      Instant appliedAt,
      String scanName,
      Reference corrects,
      List<Reference> correctedBy,
      List<Line> lines)
      implements Serializable {}

  /** What it says beyond its kind; null where it says nothing of it. */
  public record Said(
      LocalizedText programme,
      String programmeCode,
      String group,
      Integer courseYear,
      StudyForm form,
      Language language,
      Funding funding,
      LocalDate until,
      String partner)
      implements Serializable {

    static Said of(OrderTerms terms) {
      Programme programme = terms.curriculum() == null ? null : terms.curriculum().getProgramme();
      return new Said(
          programme == null ? null : programme.getName(),
          programme == null
              ? null
              : programme.getCode() + " " + terms.curriculum().getAdmissionYear(),
          terms.group() == null ? null : terms.group().getCode(),
          terms.courseYear(),
          terms.form(),
          terms.language(),
          terms.funding(),
          terms.until(),
          terms.partner());
    }
  }

  /** Another order. */
  public record Reference(String id, String number, LocalDate signedOn) implements Serializable {

    static Reference of(StudentOrder order) {
      return new Reference(order.getUuid().toString(), order.getNumber(), order.getSignedOn());
    }
  }

  /**
   * A student the order names.
   *
   * @param group now
   * @param before what of the standing the order changed, as it was; empty where it is not known
   * @param after the same as it became; empty where the order had no effect
   * @param outcome null until it takes effect, and for orders of the past
   * @param refusal message code of why it had none; null where it had
   * @param undone whether a later order has taken it back
   */
  public record Line(
      String studentId,
      String studentNo,
      String student,
      String group,
      List<Serializable> before,
      List<Serializable> after,
      StudentOrderLine.Outcome outcome,
      String refusal,
      int released,
      int withdrawn,
      int told,
      boolean undone)
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
    Map<Long, List<StudentStatusChange>> changes =
        orders.changesBy(order.getId()).stream()
            .collect(Collectors.groupingBy(c -> c.getStudent().getId()));
    Set<Long> undone = orders.undone(order.getId());
    return new OrderView(
        order.getUuid().toString(),
        order.getNumber(),
        order.getParagraph(),
        order.getSignedOn(),
        order.getEffectiveOn(),
        order.getKind(),
        order.getGround(),
        order.getTitle(),
        Said.of(order.terms()),
        order.isMigrated(),
        order.getAppliedAt(),
        order.getScanName(),
        order.getCorrects() == null ? null : Reference.of(order.getCorrects()),
        orders.corrections(order.getId()).stream().map(Reference::of).toList(),
        seen(order).stream().map(line -> line(line, changes, undone)).toList());
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
            .flatMap(orders::byUuid)
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
    List<StudentOrderLine> lines = orders.lines(order.getId());
    return seesAll()
        ? lines
        : lines.stream()
            .filter(line -> access.may(Permissions.ORDER_READ, scope.target(line.getStudent())))
            .toList();
  }

  private static Line line(
      StudentOrderLine line, Map<Long, List<StudentStatusChange>> changes, Set<Long> undone) {
    Student student = line.getStudent();
    List<StudentStatusChange> own = changes.getOrDefault(student.getId(), List.of());
    StandingText text = own.isEmpty() ? StandingText.NONE : StandingText.of(own);
    return new Line(
        student.getUuid().toString(),
        student.getStudentNo(),
        student.fullName(),
        student.getGroup() == null ? null : student.getGroup().getCode(),
        text.before(),
        text.after(),
        line.getOutcome(),
        line.getRefusal(),
        line.getReleased(),
        line.getWithdrawn(),
        line.getTold(),
        undone.contains(student.getId()));
  }
}
