package kz.miras.registrar.student;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * MOV-11. What an order of each kind does to a student's status (domain 2.14, the status machine);
 * anything not in the table is refused: nobody expels a graduate or promotes on leave.
 */
public final class OrderEffects {

  private static final Map<OrderKind, Set<StudentStatus>> FROM = new EnumMap<>(OrderKind.class);
  private static final Map<OrderKind, StudentStatus> TO = new EnumMap<>(OrderKind.class);

  static {
    EnumSet<StudentStatus> studying = EnumSet.of(StudentStatus.STUDYING);
    EnumSet<StudentStatus> present = EnumSet.of(StudentStatus.STUDYING, StudentStatus.ON_LEAVE);
    for (OrderKind kind : OrderKind.values()) {
      FROM.put(kind, studying);
    }
    FROM.put(OrderKind.LEAVE_EXTENSION, EnumSet.of(StudentStatus.ON_LEAVE));
    FROM.put(OrderKind.LEAVE_RETURN, EnumSet.of(StudentStatus.ON_LEAVE));
    FROM.put(OrderKind.EXPULSION, present);
    FROM.put(OrderKind.TRANSFER_OUT, present);
    FROM.put(OrderKind.PERSONAL_DATA, EnumSet.allOf(StudentStatus.class));
    FROM.put(OrderKind.OTHER, EnumSet.allOf(StudentStatus.class));
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

  /** Whether an order of this kind may concern a student in this status. */
  public static Verdict judge(OrderKind kind, StudentStatus now, String student) {
    return FROM.get(kind).contains(now)
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("student.order.status", "MOV-11", student, now).at("students"));
  }

  /** The status afterwards; empty where the kind leaves it. */
  public static Optional<StudentStatus> statusAfter(OrderKind kind) {
    return Optional.ofNullable(TO.get(kind));
  }

  /** Whether future enrolments and waiting places are released. */
  public static boolean releasesEnrolments(OrderKind kind) {
    return kind == OrderKind.LEAVE || kind == OrderKind.EXPULSION || kind == OrderKind.TRANSFER_OUT;
  }

  /** How many courses the student moves up. */
  public static int courseStep(OrderKind kind) {
    return kind == OrderKind.COURSE_PROMOTION ? 1 : 0;
  }
}
