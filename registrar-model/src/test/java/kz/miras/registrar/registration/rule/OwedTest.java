package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class OwedTest {

  private static Owed owed(Past past, boolean overdue, boolean differs) {
    return Owed.of(past, overdue, () -> differs);
  }

  @Test
  @DisplayName("REG-16 what is failed, or due and never taken, is owed; what is passed never")
  void owed() {
    Past passed = new Past(Standing.PASSED, 1);
    Past failed = new Past(Standing.FAILED, 1);
    assertThat(owed(passed, true, true)).isEqualTo(Owed.NOTHING);
    assertThat(owed(failed, false, false)).isEqualTo(Owed.DEBT);
    assertThat(owed(failed, true, true)).as("failed, so no difference").isEqualTo(Owed.DEBT);
    assertThat(owed(new Past(Standing.FAILED, 1, true), false, false)).isEqualTo(Owed.DIFFERENCE);
    assertThat(owed(Past.NOTHING, false, true)).as("not due yet").isEqualTo(Owed.NOTHING);
    assertThat(owed(Past.NOTHING, true, false)).isEqualTo(Owed.DEBT);
    assertThat(owed(Past.NOTHING, true, true)).isEqualTo(Owed.DIFFERENCE);
  }

  @Test
  @DisplayName("REG-16 DEB-3 a listed difference is owed from its list on, until it is passed")
  void listed() {
    assertThat(owed(new Past(Standing.NONE, 0, true), false, false)).isEqualTo(Owed.DIFFERENCE);
    assertThat(owed(new Past(Standing.NONE, 0, true), true, false)).isEqualTo(Owed.DIFFERENCE);
    assertThat(owed(new Past(Standing.FAILED, 1, true), true, false)).isEqualTo(Owed.DIFFERENCE);
    assertThat(owed(new Past(Standing.PASSED, 1, true), true, true)).isEqualTo(Owed.NOTHING);
  }
}
