package kz.miras.registrar.registration.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import kz.miras.registrar.registration.SummerPurpose;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SummerReasonsTest {

  @Test
  @DisplayName("SUM-2 an application names its purpose")
  void purposeNamed() {
    for (SummerPurpose purpose : SummerPurpose.values()) {
      assertThat(SummerPlanSound.purposed(purpose)).isEqualTo(Verdict.allowed());
    }
    assertThat(SummerPlanSound.purposed(null).refusals())
        .containsExactly(Refusal.of("field.required", "SUM-2").at("purpose"));
  }

  @Test
  @DisplayName("SUM-9 whoever is refused reads why")
  void refusedWithAReason() {
    assertThat(SummerPlanSound.rejects("no teacher")).isEqualTo(Verdict.allowed());
    for (String nothing : new String[] {null, "", " "}) {
      assertThat(SummerPlanSound.rejects(nothing).refusals())
          .containsExactly(Refusal.of("field.required", "SUM-9").at("reason"));
    }
  }

  @ParameterizedTest
  @EnumSource(SummerStatus.class)
  @DisplayName("SUM-8 a submitted plan, and no other, comes back with what is to be changed")
  void givenBack(SummerStatus status) {
    assertThat(SummerPlanSound.givesBack(status, "two disciplines are missing").isAllowed())
        .isEqualTo(status == SummerStatus.SUBMITTED);
    assertThat(SummerPlanSound.givesBack(status, null).refusals())
        .containsExactly(Refusal.of("field.required", "SUM-8").at("remark"));
  }

  @ParameterizedTest
  @CsvSource({
    "APPROVED,2027-05-09,false",
    "APPROVED,2027-05-10,true",
    "APPROVED,2027-06-04,true",
    "APPROVED,2027-06-05,false",
    "SUBMITTED,2027-05-10,false",
    "CLOSED,2027-05-10,false"
  })
  @DisplayName(
      "SUM-9 students apply on the days of applications of an approved plan, both included")
  void open(SummerStatus status, LocalDate today, boolean open) {
    assertThat(
            SummerPlanSound.isOpen(
                status, LocalDate.of(2027, 5, 10), LocalDate.of(2027, 6, 4), today))
        .isEqualTo(open);
  }
}
