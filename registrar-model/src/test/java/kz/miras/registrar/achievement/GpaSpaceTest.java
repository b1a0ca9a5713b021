package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.GpaComparison;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** GPA over whole spaces, compared with whole-number arithmetic that shares nothing with it. */
class GpaSpaceTest {

  private static final TermRef AUTUMN = new TermRef(2025, TermType.AUTUMN);
  private static final TermRef SPRING = new TermRef(2025, TermType.SPRING);
  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private static final List<Grade> GRADES = grades();
  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

  private static List<Grade> grades() {
    List<Grade> grades = new ArrayList<>();
    for (Letter letter : Letter.values()) {
      if (letter != Letter.D_MINUS) {
        grades.add(Grade.of(letter));
      }
    }
    for (Mark mark : List.of(Mark.P, Mark.NP, Mark.I, Mark.W, Mark.TR, Mark.EX)) {
      grades.add(Grade.of(mark));
    }
    return grades;
  }

  /** Digital equivalent times 100, written down anew. */
  private static int hundredths(Grade grade) {
    return switch (grade.sign()) {
      case "A" -> 400;
      case "A-" -> 367;
      case "B+" -> 333;
      case "B" -> 300;
      case "B-" -> 267;
      case "C+" -> 233;
      case "C" -> 200;
      case "C-" -> 167;
      case "D+" -> 133;
      case "D" -> 100;
      case "FX" -> 50;
      case "F" -> 0;
      default -> -1;
    };
  }

  private static boolean earns(Grade grade) {
    return hundredths(grade) >= 100 || grade.mark() == Mark.P || grade.mark() == Mark.TR;
  }

  @Test
  @DisplayName("GPA-1 GPA-4 GPA-5 GPA-7 over every three results and credits of 1, 4 and 5")
  void everyThreeResults() {
    GpaCalculator calculator = new GpaCalculator(RulesOfTime.always(rules));
    int[] credits = {1, 4, 5};
    for (Grade first : GRADES) {
      for (Grade second : GRADES) {
        for (Grade third : GRADES) {
          List<Grade> all = List.of(first, second, third);
          List<Result> ledger = new ArrayList<>();
          int points = 0;
          int base = 0;
          int earned = 0;
          for (int i = 0; i < 3; i++) {
            ledger.add(
                Result.of(i + 1L, "D" + i, AUTUMN, ResultKind.MAIN, credits[i], all.get(i), DAY));
            int value = hundredths(all.get(i));
            points += Math.max(value, 0) * credits[i];
            base += value >= 0 ? credits[i] : 0;
            earned += earns(all.get(i)) ? credits[i] : 0;
          }
          GpaStatement statement = calculator.cumulative(ledger);
          assertThat(statement.earned().value()).isEqualTo(earned);
          assertThat(statement.credits()).isEqualTo(base);
          if (base == 0) {
            assertThat(statement.rounded()).isEmpty();
          } else {
            assertThat(statement.rounded())
                .contains(BigDecimal.valueOf((2L * points + base) / (2L * base), 2));
          }
        }
      }
    }
  }

  @Test
  @DisplayName(
      "ACH-1 ACH-2 ACH-4 over every two attempts: the last or the best positive one counts")
  void everyTwoAttempts() {
    GpaCalculator last = new GpaCalculator(RulesOfTime.always(rules));
    GpaCalculator best =
        new GpaCalculator(RulesOfTime.always(rules.with(RuleParameter.SUPERSEDE, "BEST")));
    for (Grade first : GRADES) {
      for (Grade second : GRADES) {
        if (hundredths(first) < 0 || hundredths(second) < 0) {
          continue;
        }
        List<Result> ledger =
            List.of(
                Result.of(1, "D", AUTUMN, ResultKind.MAIN, 5, first, DAY),
                Result.of(2, "D", SPRING, ResultKind.GPA_RAISE, 5, second, DAY));
        boolean failedRaise = hundredths(second) < 100 && hundredths(first) >= 100;
        Grade byLast = failedRaise ? first : second;
        Grade byBest = hundredths(first) > hundredths(second) ? first : second;
        assertThat(last.cumulative(ledger).points())
            .isEqualByComparingTo(BigDecimal.valueOf(5L * hundredths(byLast), 2));
        assertThat(best.cumulative(ledger).points())
            .isEqualByComparingTo(BigDecimal.valueOf(5L * hundredths(byBest), 2));
        assertThat(last.term(ledger, AUTUMN).points())
            .isEqualByComparingTo(BigDecimal.valueOf(5L * hundredths(first), 2));
        assertThat(last.cumulative(ledger).earned().value()).isEqualTo(earns(byLast) ? 5 : 0);
      }
    }
  }

  @Test
  @DisplayName(
      "ACH-10 an exemption beside every grade: it takes no pass, owes nothing, moves no sum")
  void everyGradeBesideAnExemption() {
    for (String supersede : List.of("LAST", "BEST")) {
      for (String earning : List.of("false", "true")) {
        RuleSet set =
            rules
                .with(RuleParameter.SUPERSEDE, supersede)
                .with(RuleParameter.EXEMPTION_EARNS_CREDITS, earning);
        for (Grade other : GRADES) {
          besideAnExemption(set, earning.equals("true") ? 5 : 0, other, true);
          besideAnExemption(set, earning.equals("true") ? 5 : 0, other, false);
        }
      }
    }
  }

  private static void besideAnExemption(RuleSet set, int exempt, Grade other, boolean first) {
    Grade exemption = Grade.of(Mark.EX);
    List<Result> ledger =
        List.of(
            Result.of(1, "D", AUTUMN, ResultKind.MAIN, 5, first ? exemption : other, DAY),
            Result.of(2, "D", SPRING, ResultKind.RETAKE, 5, first ? other : exemption, DAY));
    GpaStatement statement = new GpaCalculator(RulesOfTime.always(set)).cumulative(ledger);
    CountedResults counted = CountedResults.of(ledger, RulesOfTime.always(set));
    boolean otherCounts = earns(other);
    assertThat(statement.earned().value()).isEqualTo(otherCounts ? 5 : exempt);
    assertThat(statement.credits()).isEqualTo(hundredths(other) >= 100 ? 5 : 0);
    assertThat(counted.of("D").orElseThrow().grade()).isEqualTo(otherCounts ? other : exemption);
    assertThat(DebtPolicy.debts(counted, List.of(), SPRING, List.of())).isEmpty();
  }

  @Test
  @DisplayName("GPA-7 every fraction prints half up and reaches a threshold printed or exact")
  void everyFraction() {
    BigDecimal threshold = new BigDecimal("3.50");
    for (int credits = 1; credits <= 60; credits++) {
      for (int points = 0; points <= 400 * credits; points += 3) {
        Gpa gpa = new Gpa(BigDecimal.valueOf(points, 2), credits, 2);
        long rounded = (2L * points + credits) / (2L * credits);
        assertThat(gpa.rounded()).isEqualTo(BigDecimal.valueOf(rounded, 2));
        assertThat(gpa.reaches(threshold, GpaComparison.ROUNDED)).isEqualTo(rounded >= 350);
        assertThat(gpa.reaches(threshold, GpaComparison.EXACT)).isEqualTo(points >= 350 * credits);
      }
    }
  }
}
