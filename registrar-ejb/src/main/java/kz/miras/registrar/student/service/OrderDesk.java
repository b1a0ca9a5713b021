package kz.miras.registrar.student.service;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.Serializable;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.service.Guarded;
import kz.miras.registrar.access.service.event.Events;
import kz.miras.registrar.access.service.event.Events.Happened;
import kz.miras.registrar.access.subsystem.EventType;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.PublicId;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.ScanType;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.UniversityTime;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderGround;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.OrderSound;
import kz.miras.registrar.student.Standing;
import kz.miras.registrar.student.Student;
import kz.miras.registrar.student.StudentOrder;
import kz.miras.registrar.student.StudentOrderLine;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.student.StudentStatusChange;
import kz.miras.registrar.student.service.OrderGatherer.Gathered;

/** The register of signed orders: entering one; effects follow on its effective date. */
@Stateless
@Guarded
public class OrderDesk {

  /** Courses begin in September. */
  private static final int FIRST_MONTH = 9;

  @Inject private Students students;
  @Inject private Orders orders;
  @Inject private OrderGatherer gatherer;
  @Inject private OrderApplication application;
  @Inject private Events events;
  @Inject private UniversityTime time;

  /**
   * An order as signed.
   *
   * @param paragraph of the order, 1 where it has no others
   * @param corrects number of the order it corrects, its date behind it where the number alone
   *     would not do; null for none
   * @param students numbers of the students it concerns
   */
  public record Entry(
      String number,
      int paragraph,
      LocalDate signedOn,
      LocalDate effectiveOn,
      OrderKind kind,
      OrderGround ground,
      String title,
      String corrects,
      Terms terms,
      List<String> students)
      implements Serializable {

    public Entry {
      Objects.requireNonNull(terms, "terms");
      students = List.copyOf(students);
    }

    boolean isCorrection() {
      return corrects != null && !corrects.isBlank();
    }
  }

  /** What it says beyond its kind, by the codes people type; null where it says nothing. */
  public record Terms(
      String programme,
      Integer admissionYear,
      String group,
      Integer courseYear,
      String form,
      String language,
      String funding,
      LocalDate until,
      String partner)
      implements Serializable {

    /** Nothing. */
    public static final Terms NONE =
        new Terms(null, null, null, null, null, null, null, null, null);
  }

  /**
   * What came of entering an order.
   *
   * @param id public id; null where nothing is stored
   */
  public record Entered(String id, Verdict verdict) implements Serializable {}

  /**
   * Enters a signed order; one that is in force already is applied at once.
   *
   * @return what the rules say; nothing is stored where they refuse
   */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public Entered register(Entry entry) {
    Gathered gathered = gatherer.gather(entry);
    Verdict verdict = judged(gathered);
    if (!verdict.isAllowed()) {
      return new Entered(null, verdict);
    }
    StudentOrder order = store(entry, gathered, false);
    events.note(signed(entry, order));
    if (!entry.effectiveOn().isAfter(time.today())) {
      application.apply(order.getId());
    }
    return new Entered(order.getUuid().toString(), verdict);
  }

  private static Happened signed(Entry entry, StudentOrder order) {
    Map<String, Object> detail = new LinkedHashMap<>();
    detail.put("paragraph", entry.paragraph());
    detail.put("kind", entry.kind().name());
    detail.put("signedOn", entry.signedOn().toString());
    detail.put("effectiveOn", entry.effectiveOn().toString());
    detail.put("students", entry.students().size());
    return Happened.toOrder(EventType.ORDER_SIGNED, order.getId(), detail);
  }

  /**
   * Enters an order of the time before this system: it tells the history and changes nothing else.
   */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public Verdict registerPast(Entry entry) {
    Gathered gathered = gatherer.gather(entry);
    Verdict verdict = judgedPast(gathered);
    if (verdict.isAllowed()) {
      StudentOrder order = store(entry, gathered, true);
      for (Student student : gathered.students()) {
        orders.add(
            new StudentStatusChange(
                student,
                entry.effectiveOn(),
                null,
                Standing.past(
                    OrderEffects.statusAfter(entry.kind()).orElse(StudentStatus.STUDYING),
                    courseOn(student, entry.effectiveOn())),
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
    return judgedPast(gatherer.gather(entry));
  }

  /** What the rules say of an order, without storing it. */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public Verdict judge(Entry entry) {
    return judged(gatherer.gather(entry));
  }

  private static Verdict judged(Gathered gathered) {
    return OrderSound.judge(gathered.written(), gathered.known()).and(gathered.verdict());
  }

  private static Verdict judgedPast(Gathered gathered) {
    // whom it may concern was judged then; today's status says nothing about it
    return OrderSound.register(gathered.written(), gathered.known());
  }

  /**
   * Keeps the scan of an order; a scan already there stays what it is.
   *
   * @throws RegistrarException.Refused for what is no PDF, JPEG, PNG or TIFF of at most 10 MiB
   */
  @RolesAllowed(Permissions.ORDER_REGISTER)
  public void attach(String id, String name, byte[] content) {
    StudentOrder order =
        PublicId.parse(id)
            .flatMap((UUID uuid) -> orders.byUuid(uuid))
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
  private StudentOrder store(Entry entry, Gathered gathered, boolean migrated) {
    StudentOrder order =
        new StudentOrder(
            entry.number(),
            entry.paragraph(),
            gathered.written(),
            entry.title(),
            gathered.corrected(),
            migrated);
    orders.add(order);
    for (Student student : gathered.students()) {
      orders.add(new StudentOrderLine(order, student));
    }
    orders.flush();
    return order;
  }
}
