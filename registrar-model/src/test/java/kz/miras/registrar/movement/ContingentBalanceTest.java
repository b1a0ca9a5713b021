package kz.miras.registrar.movement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import kz.miras.registrar.student.OrderEffects;
import kz.miras.registrar.student.OrderKind;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ContingentBalanceTest {

  private static final Map<OrderKind, Integer> MOVES =
      Map.of(
          OrderKind.ADMISSION, 120,
          OrderKind.TRANSFER_IN, 5,
          OrderKind.REINSTATEMENT, 3,
          OrderKind.EXPULSION, 12,
          OrderKind.TRANSFER_OUT, 4,
          OrderKind.GRADUATION, 90,
          OrderKind.LEAVE, 7,
          OrderKind.LEAVE_RETURN, 4);

  @Test
  @DisplayName("MOV-13 500 + 128 − 106 = 522, of them 13 on leave and 509 studying")
  void workedExample() {
    ContingentBalance balance = new ContingentBalance(500, 10, MOVES, 0);
    assertThat(balance.came()).isEqualTo(128);
    assertThat(balance.left()).isEqualTo(106);
    assertThat(balance.closing()).isEqualTo(522);
    assertThat(balance.closingOnLeave()).isEqualTo(13);
    assertThat(balance.studying()).isEqualTo(509);
  }

  @Test
  @DisplayName("MOV-13 who is expelled from leave leaves both numbers")
  void leftFromLeave() {
    ContingentBalance balance = new ContingentBalance(500, 10, MOVES, 2);
    assertThat(balance.closing()).isEqualTo(522);
    assertThat(balance.closingOnLeave()).isEqualTo(11);
    assertThat(balance.studying()).isEqualTo(511);
  }

  @Test
  @DisplayName("MOV-13 a balance that does not add up is refused")
  void impossible() {
    assertThatThrownBy(() -> new ContingentBalance(5, 0, Map.of(OrderKind.GRADUATION, 6), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ContingentBalance(5, 0, Map.of(OrderKind.LEAVE_RETURN, 1), 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new ContingentBalance(5, 2, Map.of(OrderKind.EXPULSION, 1), 2))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @EnumSource(OrderKind.class)
  @DisplayName("MOV-13 every kind that takes somebody out of the contingent is counted as leaving")
  void agreesWithTheStatusMachine(OrderKind kind) {
    ContingentBalance balance = new ContingentBalance(10, 1, Map.of(kind, 1), 0);
    boolean leaves =
        OrderEffects.statusAfter(kind).map(status -> !status.isInContingent()).orElse(false);
    boolean studies =
        OrderEffects.statusAfter(kind).filter(s -> s == StudentStatus.STUDYING).isPresent();
    boolean comes = studies && kind != OrderKind.LEAVE_RETURN;
    assertThat(balance.closing()).isEqualTo(10 + (comes ? 1 : 0) - (leaves ? 1 : 0));
  }
}
