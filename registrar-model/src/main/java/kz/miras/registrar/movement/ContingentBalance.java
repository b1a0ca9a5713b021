package kz.miras.registrar.movement;

import java.io.Serializable;
import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.student.OrderKind;

/**
 * MOV-13. The balance of the contingent over a period (domain 3.12): opening, plus everybody who
 * came, minus everybody who left, is closing. Leave and return move nobody in or out, only between
 * those who study and those on leave.
 *
 * <p>Immutable.
 */
public final class ContingentBalance implements Serializable {

  private static final Set<OrderKind> IN =
      EnumSet.of(
          OrderKind.ADMISSION,
          OrderKind.TRANSFER_IN,
          OrderKind.MOBILITY_IN,
          OrderKind.REINSTATEMENT);
  private static final Set<OrderKind> OUT =
      EnumSet.of(OrderKind.EXPULSION, OrderKind.TRANSFER_OUT, OrderKind.GRADUATION);

  private final int opening;
  private final int openingOnLeave;
  private final int leftFromLeave;
  private final EnumMap<OrderKind, Integer> moves;

  /**
   * The balance of a period.
   *
   * @param opening students at its beginning, those on leave included
   * @param openingOnLeave of them on leave
   * @param moves students moved by orders that took effect in the period, by kind
   * @param leftFromLeave of those who left, how many were on leave
   */
  public ContingentBalance(
      int opening, int openingOnLeave, Map<OrderKind, Integer> moves, int leftFromLeave) {
    this.opening = opening;
    this.openingOnLeave = openingOnLeave;
    this.leftFromLeave = leftFromLeave;
    this.moves = new EnumMap<>(OrderKind.class);
    this.moves.putAll(moves);
    if (closingOnLeave() < 0 || studying() < 0 || leftFromLeave > left()) {
      throw new IllegalArgumentException("more have moved than there were");
    }
  }

  public int opening() {
    return opening;
  }

  /** Students moved by orders of a kind. */
  public int of(OrderKind kind) {
    return moves.getOrDefault(kind, 0);
  }

  /** Everybody who came. */
  public int came() {
    return IN.stream().mapToInt(this::of).sum();
  }

  /** Everybody who left. */
  public int left() {
    return OUT.stream().mapToInt(this::of).sum();
  }

  /** Students at the end of the period, those on leave included. */
  public int closing() {
    return opening + came() - left();
  }

  /** Of them on leave. */
  public int closingOnLeave() {
    return openingOnLeave + of(OrderKind.LEAVE) - of(OrderKind.LEAVE_RETURN) - leftFromLeave;
  }

  /** Of them studying. */
  public int studying() {
    return closing() - closingOnLeave();
  }

  /** Every kind that moved somebody. */
  public Map<OrderKind, Integer> moves() {
    return Collections.unmodifiableMap(moves);
  }
}
