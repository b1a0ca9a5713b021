package kz.miras.registrar.student;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.shared.Keyed;

/**
 * Why somebody goes on leave or is expelled, by the categories of orders the ministry's platform
 * knows (O595 п.32, п.41; domain 2.14).
 */
public enum OrderGround implements Keyed {
  NON_PAYMENT(2, OrderKind.EXPULSION),
  ACADEMIC_FAILURE(3, OrderKind.EXPULSION),
  CONSCRIPTION(5, OrderKind.EXPULSION),
  OWN_WISH(6, OrderKind.EXPULSION),
  HEALTH(7, OrderKind.EXPULSION),
  BREACH_OF_CONTRACT(8, OrderKind.EXPULSION),
  NOT_RETURNED(60, OrderKind.EXPULSION),
  DISCIPLINE(61, OrderKind.EXPULSION),
  DISHONESTY(203, OrderKind.EXPULSION),
  DEATH(205, OrderKind.EXPULSION),
  INTERNAL_RULES(206, OrderKind.EXPULSION),
  FAILED_STATE_EXAM(207, OrderKind.EXPULSION),
  FAILED_DEFENCE(208, OrderKind.EXPULSION),
  MISSED_DEFENCE(209, OrderKind.EXPULSION),
  MISSED_STATE_EXAM(210, OrderKind.EXPULSION),
  TO_DOMESTIC_UNIVERSITY(4, OrderKind.TRANSFER_OUT),
  TO_FOREIGN_UNIVERSITY(204, OrderKind.TRANSFER_OUT),
  MILITARY_SERVICE(15, OrderKind.LEAVE, OrderKind.LEAVE_EXTENSION),
  ILLNESS(16, OrderKind.LEAVE, OrderKind.LEAVE_EXTENSION),
  CHILD(17, OrderKind.LEAVE, OrderKind.LEAVE_EXTENSION);

  private final int category;
  private final Set<OrderKind> kinds;

  OrderGround(int category, OrderKind first, OrderKind... others) {
    this.category = category;
    this.kinds = EnumSet.of(first, others);
  }

  /** Number of the category in the ministry's dictionary. */
  public int category() {
    return category;
  }

  public boolean fits(OrderKind kind) {
    return kinds.contains(kind);
  }

  /** The grounds an order of this kind may have; none where it needs none. */
  public static List<OrderGround> of(OrderKind kind) {
    return Arrays.stream(values()).filter(ground -> ground.fits(kind)).toList();
  }

  @Override
  public String key() {
    return "student.order-ground." + name();
  }
}
