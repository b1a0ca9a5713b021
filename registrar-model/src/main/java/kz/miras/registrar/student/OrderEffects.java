package kz.miras.registrar.student;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * MOV-11. What an order of each kind does to a student's standing (domain 2.14, the status
 * machine); anything not in the table is refused: nobody expels a graduate or promotes on leave.
 */
public final class OrderEffects {

  private static final Map<OrderKind, Set<StudentStatus>> FROM = new EnumMap<>(OrderKind.class);
  private static final Map<OrderKind, StudentStatus> TO = new EnumMap<>(OrderKind.class);

  static {
    EnumSet<StudentStatus> studying = EnumSet.of(StudentStatus.STUDYING);
    EnumSet<StudentStatus> present = EnumSet.of(StudentStatus.STUDYING, StudentStatus.ON_LEAVE);
    EnumSet<StudentStatus> any = EnumSet.allOf(StudentStatus.class);
    for (OrderKind kind : OrderKind.values()) {
      FROM.put(kind, studying);
    }
    FROM.put(OrderKind.LEAVE_EXTENSION, EnumSet.of(StudentStatus.ON_LEAVE));
    FROM.put(OrderKind.LEAVE_RETURN, EnumSet.of(StudentStatus.ON_LEAVE));
    FROM.put(OrderKind.EXPULSION, present);
    FROM.put(OrderKind.TRANSFER_OUT, present);
    FROM.put(OrderKind.PERSONAL_DATA, any);
    FROM.put(OrderKind.CANCELLATION, any);
    FROM.put(OrderKind.OTHER, any);
    FROM.put(OrderKind.REINSTATEMENT, EnumSet.of(StudentStatus.EXPELLED));
    TO.put(OrderKind.ADMISSION, StudentStatus.STUDYING);
    TO.put(OrderKind.TRANSFER_IN, StudentStatus.STUDYING);
    TO.put(OrderKind.MOBILITY_IN, StudentStatus.STUDYING);
    TO.put(OrderKind.LEAVE, StudentStatus.ON_LEAVE);
    TO.put(OrderKind.LEAVE_RETURN, StudentStatus.STUDYING);
    TO.put(OrderKind.EXPULSION, StudentStatus.EXPELLED);
    TO.put(OrderKind.TRANSFER_OUT, StudentStatus.EXPELLED);
    TO.put(OrderKind.REINSTATEMENT, StudentStatus.STUDYING);
    TO.put(OrderKind.GRADUATION, StudentStatus.GRADUATED);
  }

  private OrderEffects() {}

  /**
   * Whom an order concerns.
   *
   * @param number of the student
   * @param status now
   * @param away whether the student studies at another university for a while
   * @param admitted whether an order has made the student one already
   * @param courseYear now
   * @param lastCourse of the programme
   */
  public record Subject(
      String number,
      StudentStatus status,
      boolean away,
      boolean admitted,
      int courseYear,
      int lastCourse) {}

  /** Whether an order of this kind may concern this student. */
  public static Verdict judge(OrderKind kind, Subject subject) {
    if (!FROM.get(kind).contains(subject.status())) {
      return refused("student.order.status", subject.number(), subject.status());
    }
    if (kind.isEntry() && subject.admitted()) {
      return refused("student.order.admitted", subject.number());
    }
    if (kind == OrderKind.COURSE_PROMOTION && subject.courseYear() >= subject.lastCourse()) {
      return refused("student.order.last-course", subject.number(), subject.courseYear());
    }
    if (kind == OrderKind.MOBILITY_OUT && subject.away()) {
      return refused("student.order.away", subject.number());
    }
    if (kind == OrderKind.MOBILITY_RETURN && !subject.away()) {
      return refused("student.order.not-away", subject.number());
    }
    return Verdict.allowed();
  }

  private static Verdict refused(String code, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, "MOV-11", args).at("students"));
  }

  /** The status afterwards; empty where the kind leaves it. */
  public static Optional<StudentStatus> statusAfter(OrderKind kind) {
    return Optional.ofNullable(TO.get(kind));
  }

  /** The standing afterwards, of a student whom the order may concern. */
  public static Standing after(OrderKind kind, OrderTerms terms, Standing before) {
    int course =
        terms.courseYear() == null ? before.getCourseYear() + courseStep(kind) : terms.courseYear();
    boolean away =
        kind == OrderKind.MOBILITY_OUT
            || (before.isOnMobility() && kind != OrderKind.MOBILITY_RETURN);
    return new Standing(
        statusAfter(kind).orElse(before.getStatus()),
        course,
        terms.curriculum() == null ? before.getCurriculum() : terms.curriculum(),
        terms.group() == null ? before.getGroup() : terms.group(),
        terms.form() == null ? before.getForm() : terms.form(),
        terms.language() == null ? before.getLanguage() : terms.language(),
        terms.funding() == null ? before.getFunding() : terms.funding(),
        away && statusAfter(kind).filter(status -> !status.mayStudy()).isEmpty());
  }

  /** Whether future enrolments and waiting places are released. */
  public static boolean releasesEnrolments(OrderKind kind) {
    return kind == OrderKind.LEAVE || kind == OrderKind.EXPULSION || kind == OrderKind.TRANSFER_OUT;
  }

  /** Whether adviser and student are told. */
  public static boolean isTold(OrderKind kind) {
    return kind.moves() && kind != OrderKind.COURSE_PROMOTION && kind != OrderKind.ADMISSION;
  }

  /** How many courses the student moves up. */
  public static int courseStep(OrderKind kind) {
    return kind == OrderKind.COURSE_PROMOTION ? 1 : 0;
  }
}
