package kz.miras.registrar.achievement.risk;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.Ledger;
import kz.miras.registrar.achievement.risk.RiskFacts.Failure;
import kz.miras.registrar.achievement.risk.RiskFacts.Rating;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RiskTest {

  private static final RuleSet RULES =
      RuleSet.of(
          "council",
          1,
          Level.BACHELOR,
          LocalDate.of(2025, 9, 1),
          Map.of(
              RuleParameter.PROMOTION_THRESHOLDS,
              "1=1.80; 2=2.00",
              RuleParameter.PROMOTION_DECISION_NUMBER,
              "5",
              RuleParameter.PROMOTION_DECISION_DATE,
              "2025-08-28"));

  private final RiskPolicy policy = new RiskPolicy(RULES);

  private static RiskFacts facts(
      List<Rating> ratings, int absences, int debts, Gpa gpa, List<Failure> failures) {
    return new RiskFacts(
        StudentStatus.STUDYING, 2, 4, ratings, absences, debts, gpa, failures, true);
  }

  private static Gpa gpa(String value) {
    return new Gpa(new BigDecimal(value).multiply(BigDecimal.valueOf(30)), 30, 2);
  }

  private static List<String> rules(Verdict verdict) {
    assertThat(verdict.isAllowed()).as("a reason refuses nothing").isTrue();
    return verdict.warnings().stream().map(Refusal::rule).toList();
  }

  @Test
  @DisplayName("RSK-1 to RSK-6 who does well is not at risk, who has every reason has all of them")
  void allAndNothing() {
    assertThat(rules(policy.judge(facts(List.of(), 0, 0, gpa("3.00"), List.of())))).isEmpty();
    RiskFacts all =
        new RiskFacts(
            StudentStatus.STUDYING,
            2,
            4,
            List.of(new Rating("MAT1", new BigDecimal("40"))),
            99,
            30,
            gpa("1.00"),
            List.of(new Failure("PHY1", 4)),
            false);
    assertThat(rules(policy.judge(all)))
        .containsExactly("RSK-1", "RSK-2", "RSK-3", "RSK-4", "RSK-5", "RSK-6");
    RiskFacts away =
        new RiskFacts(
            StudentStatus.ON_LEAVE,
            2,
            4,
            all.ratings(),
            99,
            30,
            gpa("1.00"),
            all.failures(),
            false);
    assertThat(rules(policy.judge(away))).as("on leave").isEmpty();
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"0, true", "49, true", "49.999999, true", "50, false", "51, false"})
  @DisplayName("RSK-1 a rating below the limit is a reason")
  void rating(String points, boolean risk) {
    RiskFacts facts =
        facts(List.of(new Rating("MAT1", new BigDecimal(points))), 0, 0, null, List.of());
    assertThat(rules(policy.judge(facts)).contains("RSK-1")).isEqualTo(risk);
  }

  @Test
  @DisplayName("RSK-1 the lowest is told and how many are low; 49.99 is never told as 50")
  void ratingFigures() {
    RiskFacts facts =
        facts(
            List.of(
                new Rating("MAT1", new BigDecimal("49.999")),
                new Rating("PHY1", new BigDecimal("80")),
                new Rating("HIS1", new BigDecimal("31.5"))),
            0,
            0,
            null,
            List.of());
    assertThat(policy.judge(facts).warnings().get(0).args())
        .containsExactly(2, "HIS1", "31.5", "50");
    RiskFacts one =
        facts(List.of(new Rating("MAT1", new BigDecimal("49.999"))), 0, 0, null, List.of());
    assertThat(policy.judge(one).warnings().get(0).args()).containsExactly(1, "MAT1", "49.9", "50");
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"0, false", "20, false", "21, true"})
  @DisplayName("RSK-2 absences beyond the limit are a reason")
  void absences(int absences, boolean risk) {
    RiskFacts facts = facts(List.of(), absences, 0, null, List.of());
    assertThat(rules(policy.judge(facts)).contains("RSK-2")).isEqualTo(risk);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"0, false", "10, false", "11, true"})
  @DisplayName("RSK-3 more credits owed than the limit are a reason")
  void debts(int credits, boolean risk) {
    RiskFacts facts = facts(List.of(), 0, credits, null, List.of());
    assertThat(rules(policy.judge(facts)).contains("RSK-3")).isEqualTo(risk);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "1.99, achievement.risk.average.below",
    "2.00, achievement.risk.average.near",
    "2.19, achievement.risk.average.near",
    "2.20, ",
    "4.00, "
  })
  @DisplayName("RSK-4 an average below the threshold of the course or near it is a reason")
  void average(String value, String code) {
    Verdict verdict = policy.judge(facts(List.of(), 0, 0, gpa(value), List.of()));
    assertThat(verdict.warnings().stream().map(Refusal::code).toList())
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  @DisplayName(
      "RSK-4 without an average or a threshold there is no reason; it is compared as it is printed")
  void noAverage() {
    assertThat(rules(policy.judge(facts(List.of(), 0, 0, null, List.of())))).isEmpty();
    assertThat(
            rules(
                new RiskPolicy(Ledger.rules())
                    .judge(facts(List.of(), 0, 0, gpa("0.10"), List.of()))))
        .isEmpty();
    assertThat(policy.judge(facts(List.of(), 0, 0, gpa("1.996"), List.of())).warnings())
        .extracting(Refusal::code)
        .containsExactly("achievement.risk.average.near");
  }

  @Test
  @DisplayName("RSK-4 the last course has no threshold, though longer programmes of the level do")
  void lastCourse() {
    for (int years : List.of(2, 4)) {
      RiskFacts facts =
          new RiskFacts(
              StudentStatus.STUDYING, 2, years, List.of(), 0, 0, gpa("1.00"), List.of(), true);
      assertThat(rules(policy.judge(facts)).contains("RSK-4"))
          .as(years + " years")
          .isEqualTo(years > 2);
    }
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({"1, false", "2, true", "3, true"})
  @DisplayName("RSK-5 a discipline failed again and again is a reason")
  void failures(int times, boolean risk) {
    RiskFacts facts =
        facts(List.of(), 0, 0, null, List.of(new Failure("HIS1", 1), new Failure("MAT1", times)));
    assertThat(rules(policy.judge(facts)).contains("RSK-5")).isEqualTo(risk);
  }

  @ParameterizedTest(name = "enrolled {0}: {1}")
  @CsvSource({"true, false", "false, true", ", false"})
  @DisplayName("RSK-6 nothing chosen in a term that has begun is a reason")
  void registration(Boolean enrolled, boolean risk) {
    RiskFacts facts =
        new RiskFacts(StudentStatus.STUDYING, 1, 4, List.of(), 0, 0, null, List.of(), enrolled);
    assertThat(rules(policy.judge(facts)).contains("RSK-6")).isEqualTo(risk);
  }

  @Test
  @DisplayName("RSK-1 to RSK-5 the limits are those of the rules in force")
  void otherLimits() {
    RuleSet strict =
        RULES
            .with(RuleParameter.RISK_RATING, "60")
            .with(RuleParameter.RISK_ABSENCES, "5")
            .with(RuleParameter.RISK_DEBT_CREDITS, "4")
            .with(RuleParameter.RISK_GPA_MARGIN, "0.50")
            .with(RuleParameter.RISK_FAILURES, "3");
    RiskFacts facts =
        facts(
            List.of(new Rating("MAT1", new BigDecimal("55"))),
            6,
            5,
            gpa("2.40"),
            List.of(new Failure("MAT1", 2)));
    assertThat(rules(policy.judge(facts))).containsExactly("RSK-5");
    assertThat(rules(new RiskPolicy(strict).judge(facts)))
        .containsExactly("RSK-1", "RSK-2", "RSK-3", "RSK-4");
  }
}
