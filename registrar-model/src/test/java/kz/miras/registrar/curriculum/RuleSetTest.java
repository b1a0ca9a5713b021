package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RuleSetTest {

  private static final LocalDate DAY = LocalDate.of(2025, 9, 1);
  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, DAY);

  @ParameterizedTest
  @EnumSource(RuleParameter.class)
  @DisplayName("PAR-1 every default is a value of its own type and names its legal basis")
  void everyDefaultIsReadable(RuleParameter parameter) {
    parameter.defaultText().ifPresent(text -> assertThat(parameter.read(text)).isNotNull());
    assertThat(parameter.basis()).isNotBlank();
    assertThat(RuleParameter.ofKey(parameter.key())).contains(parameter);
  }

  @Test
  @DisplayName("PAR-1 the defaults are those of the specification")
  void defaultsOfTheSpecification() {
    assertThat(rules.admissionThreshold()).isEqualTo(50);
    assertThat(rules.ratingWeight()).isEqualByComparingTo("0.6");
    assertThat(rules.examWeight()).isEqualByComparingTo("0.4");
    assertThat(rules.failMode()).isEqualTo(FailMode.EXAM_SCORE);
    assertThat(rules.fxRetakes()).isEqualTo(1);
    assertThat(rules.maxAttempts()).isEmpty();
    assertThat(rules.honoursLetters())
        .containsExactlyInAnyOrder(
            Letter.A, Letter.A_MINUS, Letter.B_PLUS, Letter.B, Letter.B_MINUS, Letter.C_PLUS);
    assertThat(rules.promotionThreshold(1)).isEmpty();
    assertThat(rules.fraction(RuleParameter.APPEAL_QUORUM).leastOf(5)).isEqualTo(4);
    assertThat(rules.fraction(RuleParameter.APPEAL_QUORUM).leastOf(6)).isEqualTo(4);
  }

  @ParameterizedTest
  @CsvSource({
    "FX_RETAKES,2",
    "SUMMER_MIN_WEEKS,5",
    "ADMISSION_THRESHOLD,101",
    "ADMISSION_THRESHOLD,-1",
    "ADMISSION_THRESHOLD,49.5",
    "MINISTRY_DEADLINE_WORKING_DAYS,4",
    "FAIL_MODE,SOMETIMES",
    "GPA_INCLUDE_FAIL,yes",
    "RECOGNITION_NONFORMAL_SHARE,0.21",
    "APPEAL_QUORUM,3/2",
    "HONOURS_LETTERS,'A, Q'",
    "PROMOTION_THRESHOLDS,1=4.01",
    "PROMOTION_DECISION_DATE,2025-02-30"
  })
  @DisplayName("PAR-1 values outside type or range are refused at their field")
  void valuesOutOfRangeAreRefused(RuleParameter parameter, String text) {
    assertThat(refusals(Map.of(parameter, text)))
        .singleElement()
        .satisfies(
            refusal -> {
              assertThat(refusal.code()).isEqualTo("curriculum.rule.out-of-range");
              assertThat(refusal.field()).isEqualTo(parameter.key());
            });
    assertThatThrownBy(() -> rules.with(parameter, text))
        .isInstanceOf(RegistrarException.Refused.class);
  }

  @ParameterizedTest
  @CsvSource({"HONOURS_FINAL_LETTERS,A", "SUMMER_ALLOW_GRADUATING,true"})
  @DisplayName("PAR-2 what the law fixes cannot be changed")
  void lawIsNotChanged(RuleParameter parameter, String text) {
    assertThat(parameter.isChangeable()).isFalse();
    assertThat(refusals(Map.of(parameter, text)))
        .extracting(Refusal::code)
        .containsExactly("curriculum.rule.fixed-by-law");
  }

  @Test
  @DisplayName("PAR-3 weights sum to 1 and lower limits stay below upper ones")
  void valuesAgreeWithEachOther() {
    assertThat(refusals(Map.of(RuleParameter.WEIGHT_RATING, "0.7")))
        .extracting(Refusal::code)
        .containsExactly("curriculum.rule.weights");
    assertThat(
            refusals(Map.of(RuleParameter.WEIGHT_RATING, "0.7", RuleParameter.WEIGHT_EXAM, "0.3")))
        .isEmpty();
    assertThat(refusals(Map.of(RuleParameter.REG_SOFT_CREDITS, "37")))
        .extracting(Refusal::code)
        .containsExactly("curriculum.rule.order");
  }

  @Test
  @DisplayName("PRO-1 thresholds need number and date of the council's decision")
  void thresholdsNeedTheDecision() {
    Map<RuleParameter, String> bare = Map.of(RuleParameter.PROMOTION_THRESHOLDS, "1=1.80;2=2.00");
    assertThat(refusals(bare))
        .extracting(Refusal::code)
        .containsExactly("curriculum.rule.promotion-decision");
    RuleSet decided =
        RuleSet.of(
            "b",
            1,
            Level.BACHELOR,
            DAY,
            Map.of(
                RuleParameter.PROMOTION_THRESHOLDS, "1=1.80;2=2.00",
                RuleParameter.PROMOTION_DECISION_NUMBER, "11",
                RuleParameter.PROMOTION_DECISION_DATE, "2025-05-28"));
    assertThat(decided.promotionThreshold(2))
        .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("2.00"));
    assertThat(decided.promotionThreshold(3)).isEmpty();
    assertThat(decided.hasPromotionDecision()).isTrue();
  }

  @Test
  @DisplayName("PAR-4 the latest set of the level not after the day is in force")
  void chooseTheSetInForce() {
    RuleSet old = set("old", 1, Level.BACHELOR, "2020-09-01");
    RuleSet first = set("now", 1, Level.BACHELOR, "2025-09-01");
    RuleSet corrected = set("now", 2, Level.BACHELOR, "2025-09-01");
    RuleSet master = set("master", 1, Level.MASTER, "2025-09-01");
    RuleSets sets = new RuleSets(List.of(corrected, old, master, first));
    assertThat(sets.inForce(Level.BACHELOR, LocalDate.of(2020, 8, 31))).isEmpty();
    assertThat(sets.inForce(Level.BACHELOR, LocalDate.of(2025, 8, 31))).contains(old);
    assertThat(sets.inForce(Level.BACHELOR, LocalDate.of(2025, 9, 1))).contains(corrected);
    assertThat(sets.inForce(Level.MASTER, LocalDate.of(2026, 1, 1))).contains(master);
    assertThat(sets.inForce(Level.PHD, LocalDate.of(2026, 1, 1))).isEmpty();
  }

  @Test
  @DisplayName("PAR-4 a set survives being stored in a session")
  void setsAreSerializable() throws Exception {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(rules);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      RuleSet read = (RuleSet) in.readObject();
      assertThat(read.texts()).isEqualTo(rules.texts());
      assertThat(read.honoursLetters()).isEqualTo(rules.honoursLetters());
    }
  }

  private static RuleSet set(String code, int version, Level level, String from) {
    return RuleSet.of(code, version, level, LocalDate.parse(from), Map.of());
  }

  private static List<Refusal> refusals(Map<RuleParameter, String> stored) {
    return RuleSetSound.judge(stored).refusals();
  }
}
