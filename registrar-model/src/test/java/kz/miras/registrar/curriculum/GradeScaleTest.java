package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("SCL-1 SCL-2 letter scale by the date of the grade")
class GradeScaleTest {

  @ParameterizedTest
  @CsvSource({
    "0,F", "24,F", "25,FX", "49,FX", "50,D", "54,D", "55,D+", "59,D+", "60,C-", "64,C-", "65,C",
    "69,C", "70,C+", "74,C+", "75,B-", "79,B-", "80,B", "84,B", "85,B+", "89,B+", "90,A-", "94,A-",
    "95,A", "100,A"
  })
  void boundariesOfTheScaleInForce(int percent, String sign) {
    assertThat(GradeScale.V2.letterFor(percent).sign()).isEqualTo(sign);
  }

  @ParameterizedTest
  @CsvSource({
    "A,4.00,EXCELLENT",
    "A-,3.67,EXCELLENT",
    "B+,3.33,GOOD",
    "B,3.00,GOOD",
    "B-,2.67,GOOD",
    "C+,2.33,GOOD",
    "C,2.00,SATISFACTORY",
    "C-,1.67,SATISFACTORY",
    "D+,1.33,SATISFACTORY",
    "D,1.00,SATISFACTORY",
    "FX,0.50,UNSATISFACTORY",
    "F,0.00,UNSATISFACTORY"
  })
  void everyLetterHasItsDigitalEquivalentAndTraditionalMark(
      String sign, String digital, TraditionalMark traditional) {
    Letter letter = GradeScale.V2.parse(sign).orElseThrow();
    assertThat(letter.digital()).isEqualByComparingTo(digital);
    assertThat(GradeScale.V2.traditional(letter)).isEqualTo(traditional);
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, Integer.MIN_VALUE, Integer.MAX_VALUE})
  void percentagesOutsideTheScaleAreErrors(int percent) {
    for (GradeScale scale : GradeScale.all()) {
      assertThatThrownBy(() -> scale.letterFor(percent))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @ParameterizedTest
  @MethodSource("kz.miras.registrar.curriculum.GradeScale#all")
  void everyPercentageHasExactlyOneLetterAndBetterNeverScoresLess(GradeScale scale) {
    Letter below = Letter.F;
    for (int percent = 0; percent <= 100; percent++) {
      Letter letter = scale.letterFor(percent);
      assertThat(percent).isBetween(scale.lowest(letter), scale.highest(letter));
      assertThat(scale.exists(letter)).isTrue();
      assertThat(scale.agrees(letter, percent)).isTrue();
      assertThat(below.isBetterThan(letter)).isFalse();
      assertThat(letter.passes()).isEqualTo(percent >= 50);
      int at = percent;
      assertThat(java.util.Arrays.stream(Letter.values()))
          .filteredOn(it -> it != Letter.D_MINUS && scale.agrees(it, at))
          .containsExactly(letter);
      below = letter;
    }
  }

  @Test
  void dateOfTheGradeChoosesTheScale() {
    assertThat(GradeScale.on(LocalDate.of(2018, 11, 23))).isEqualTo(GradeScale.V1);
    assertThat(GradeScale.on(LocalDate.of(2018, 11, 24))).isEqualTo(GradeScale.V2);
  }

  @Test
  void oldScaleHasNoFxAndCallsCPlusSatisfactory() {
    assertThat(GradeScale.V1.letterFor(49)).isEqualTo(Letter.F);
    assertThat(GradeScale.V1.letterFor(25)).isEqualTo(Letter.F);
    assertThat(GradeScale.V1.traditional(Letter.C_PLUS)).isEqualTo(TraditionalMark.SATISFACTORY);
    assertThat(GradeScale.V1.parse("FX")).isEmpty();
  }

  @Test
  void dMinusIsReadOnlyInTheOldScaleAndNeverGiven() {
    assertThat(GradeScale.V1.parse("D-")).contains(Letter.D_MINUS);
    assertThat(GradeScale.V2.parse("D-")).isEmpty();
    for (int percent = 0; percent <= 100; percent++) {
      assertThat(GradeScale.V1.letterFor(percent)).isNotEqualTo(Letter.D_MINUS);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "А-,A_MINUS",
    "а–,A_MINUS",
    "В+,B_PLUS",
    " в +,B_PLUS",
    "С,C",
    "с−,C_MINUS",
    "FХ,FX",
    "fx,FX",
    "d+,D_PLUS"
  })
  void cyrillicLookAlikesAndAnyDashAreRead(String typed, Letter letter) {
    assertThat(GradeScale.V2.parse(typed)).contains(letter);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "E", "5", "A+", "AA", "отлично", "G"})
  void whatIsNoLetterIsNotRead(String typed) {
    assertThat(GradeScale.V2.parse(typed)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "A,A", "A-,A", "B+,B", "B,C", "B-,C", "C+,C", "C,D", "C-,D", "D+,D", "D,E", "FX,FX", "F,F"
  })
  void ectsGradeForDocumentsAbroad(String sign, String ects) {
    assertThat(GradeScale.V2.parse(sign).orElseThrow().ects()).isEqualTo(ects);
  }
}
