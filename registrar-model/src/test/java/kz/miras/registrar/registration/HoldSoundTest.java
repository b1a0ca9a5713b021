package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class HoldSoundTest {

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName("HLD-1 a hold names what is to be settled and with whom, and stands once")
  void placed() {
    assertThat(HoldSound.placed("нет аттестата", "каб. 210", false)).isEqualTo(Verdict.allowed());
    assertThat(codes(HoldSound.placed(" ", null, false)))
        .containsExactly("registration.hold.reason", "registration.hold.contact");
    assertThat(codes(HoldSound.placed("нет аттестата", "каб. 210", true)))
        .containsExactly("registration.hold.twice");
  }

  @ParameterizedTest
  @EnumSource(HoldKind.class)
  @DisplayName("HLD-2 money is accounting's alone, everything else the office's")
  void right(HoldKind kind) {
    boolean money = kind == HoldKind.FINANCIAL;
    assertThat(HoldSound.right(kind, true, false).isAllowed()).isEqualTo(!money);
    assertThat(HoldSound.right(kind, false, true).isAllowed()).isEqualTo(money);
    assertThat(HoldSound.right(kind, false, false).isAllowed()).isFalse();
    assertThat(HoldSound.right(kind, true, true).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("HLD-3 a hold is removed once, with a reason")
  void removed() {
    assertThat(HoldSound.removed(true, "принесён 12.09").isAllowed()).isTrue();
    assertThat(codes(HoldSound.removed(true, " "))).containsExactly("registration.hold.why");
    assertThat(codes(HoldSound.removed(false, "ещё раз")))
        .containsExactly("registration.hold.removed");
  }
}
