package kz.miras.registrar.achievement.summary;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.PromotionDecision;
import kz.miras.registrar.achievement.PromotionPolicy;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcademicStandingTest {

  private static RuleSet council() {
    return RuleSet.of(
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
  }

  @ParameterizedTest(name = "{0}/{1}, debts {2}, summer closed {3} → {4}")
  @CsvSource({
    "77.02, 30,  0, true,  GOOD",
    "77.02, 30,  5, true,  WITH_DEBT",
    "77.02, 30,  5, false, WITH_DEBT",
    "58.35, 30,  0, false, AT_RISK",
    "58.35, 30, 10, false, AT_RISK",
    "58.35, 30,  0, true,  NOT_ELIGIBLE",
    "1.995,  1,  0, true,  GOOD",
    "0,      0,  0, true,  GOOD",
    "0,      0,  5, true,  WITH_DEBT"
  })
  @DisplayName("STD-1 standing is told by debts and by what the promotion from course 2 comes to")
  void standing(
      BigDecimal points, int credits, int debts, boolean closed, AcademicStanding expected) {
    Optional<Gpa> gpa = credits == 0 ? Optional.empty() : Optional.of(new Gpa(points, credits, 2));
    Credits owed = Credits.of(debts);
    assertThat(
            AcademicStanding.of(new PromotionPolicy(council()).decide(2, gpa, owed, closed), owed))
        .isEqualTo(expected);
  }

  @ParameterizedTest(name = "course {0} of {1}, debts {2} → {3}")
  @CsvSource({
    "2, 3, 0, NOT_ELIGIBLE",
    "2, 2, 0, GOOD",
    "2, 2, 5, WITH_DEBT",
    "4, 4, 0, GOOD",
    "4, 5, 0, NOT_ELIGIBLE"
  })
  @DisplayName("STD-1 PRO-8 no threshold stands against who is in the last course, only debts do")
  void lastCourse(int course, int years, int debts, AcademicStanding expected) {
    RuleSet five = council().with(RuleParameter.PROMOTION_THRESHOLDS, "1=1.80; 2=2.00; 4=2.20");
    Credits owed = Credits.of(debts);
    Optional<Gpa> low = Optional.of(new Gpa(new BigDecimal("45"), 30, 2));
    PromotionDecision next = new PromotionPolicy(five).decide(course, years, low, owed, true);
    assertThat(AcademicStanding.of(next, owed)).isEqualTo(expected);
    assertThat(next.threshold() == null).isEqualTo(course == years);
    assertThat(new PromotionPolicy(five).threshold(course, years).isEmpty())
        .isEqualTo(course == years);
  }
}
