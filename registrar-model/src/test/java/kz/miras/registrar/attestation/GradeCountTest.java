package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GradeCountTest {

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

  /** The sheet of 25 rows of the worked example. */
  private static List<Grade> sheet() {
    List<Grade> grades = new ArrayList<>();
    add(grades, Letter.A, 2);
    add(grades, Letter.A_MINUS, 3);
    add(grades, Letter.B_PLUS, 4);
    add(grades, Letter.B, 3);
    add(grades, Letter.B_MINUS, 2);
    add(grades, Letter.C_PLUS, 2);
    add(grades, Letter.C, 2);
    add(grades, Letter.C_MINUS, 1);
    add(grades, Letter.D_PLUS, 1);
    add(grades, Letter.D, 1);
    add(grades, Letter.FX, 2);
    add(grades, Letter.F, 1);
    grades.add(Grade.of(Mark.I));
    return grades;
  }

  private static void add(List<Grade> grades, Letter letter, int times) {
    grades.addAll(Collections.nCopies(times, Grade.of(letter)));
  }

  @Test
  @DisplayName("PRG-1 sheet of 25 with one excused: absolute 87.50 %, quality 66.67 %, mean 2.51")
  void workedExample() {
    GradeCount count = GradeCount.of(sheet(), GradeScale.V2, rules);
    assertThat(count.base()).isEqualTo(24);
    assertThat(count.positive()).isEqualTo(21);
    assertThat(count.good()).isEqualTo(16);
    assertThat(count.absoluteRate()).contains(new BigDecimal("87.50"));
    assertThat(count.qualityRate()).contains(new BigDecimal("66.67"));
    assertThat(count.meanDigital()).contains(new BigDecimal("2.51"));
  }

  @Test
  @DisplayName("ACH-10 PRG-1 who is exempt is neither passed nor failed and moves no rate")
  void exempt() {
    List<Grade> grades = new ArrayList<>(sheet());
    grades.add(Grade.of(Mark.EX));
    grades.add(Grade.of(Mark.EX));
    GradeCount count = GradeCount.of(grades, GradeScale.V2, rules);
    assertThat(count.exempt()).isEqualTo(2);
    assertThat(count.all()).isEqualTo(27);
    assertThat(count.base()).isEqualTo(24);
    assertThat(count.positive()).isEqualTo(21);
    assertThat(count.failed()).isEqualTo(3);
    assertThat(count.absoluteRate()).contains(new BigDecimal("87.50"));
    StudentProgress students =
        StudentProgress.of(
            List.of(List.of(Grade.of(Mark.EX)), List.of(Grade.of(Mark.EX), Grade.of(Letter.A))),
            GradeScale.V2);
    assertThat(students.obliged()).isEqualTo(1);
    assertThat(students.withoutDebts()).isEqualTo(1);
    assertThat(students.onlyGood()).isEqualTo(1);
  }

  @Test
  @DisplayName("PRG-1 with the excused in the base: 84.00 % and 64.00 %")
  void excusedInBase() {
    RuleSet all = rules.with(RuleParameter.REPORT_EXCUSED_IN_BASE, "true");
    GradeCount count = GradeCount.of(sheet(), GradeScale.V2, all);
    assertThat(count.absoluteRate()).contains(new BigDecimal("84.00"));
    assertThat(count.qualityRate()).contains(new BigDecimal("64.00"));
  }

  @Test
  @DisplayName("PRG-1 by the old scale C+ is satisfactory: quality 58.33 %")
  void cPlusByTheOldScale() {
    assertThat(GradeCount.of(sheet(), GradeScale.V1, rules).qualityRate())
        .contains(new BigDecimal("58.33"));
  }

  @Test
  @DisplayName("PRG-1 who left is not in the base; not admitted and absent are; nobody gives none")
  void whoIsInTheBase() {
    List<Grade> grades =
        List.of(
            Grade.of(Mark.W),
            Grade.failed(Mark.NA),
            Grade.failed(Mark.AB),
            Grade.of(Mark.P),
            Grade.of(Mark.NP));
    GradeCount count = GradeCount.of(grades, GradeScale.V2, rules);
    assertThat(count.base()).isEqualTo(4);
    assertThat(count.absoluteRate()).contains(new BigDecimal("25.00"));
    assertThat(count.qualityRate()).contains(new BigDecimal("0.00"));
    GradeCount nobody = GradeCount.of(List.of(), GradeScale.V2, rules);
    assertThat(nobody.absoluteRate()).isEmpty();
    assertThat(nobody.qualityRate()).isEmpty();
    assertThat(nobody.excellentRate()).isEmpty();
    assertThat(nobody.meanDigital()).isEmpty();
    assertThat(nobody.tooManyExcellent()).isFalse();
  }

  @Test
  @DisplayName("CTL-18 20.83 % excellent are more than 20 %; exactly 20 % are not")
  void excellentShare() {
    GradeCount count = GradeCount.of(sheet(), GradeScale.V2, rules);
    assertThat(count.excellentRate()).contains(new BigDecimal("20.83"));
    assertThat(count.tooManyExcellent()).isTrue();
    List<Grade> fifth = new ArrayList<>();
    add(fifth, Letter.A, 1);
    add(fifth, Letter.B, 4);
    assertThat(GradeCount.of(fifth, GradeScale.V2, rules).tooManyExcellent()).isFalse();
  }

  @Test
  @DisplayName("CTL-18 results under different rules are each measured by their own share")
  void excellentShareByRulesOfEach() {
    RuleSet half = rules.with(RuleParameter.QUALITY_MAX_EXCELLENT_SHARE, "0.50");
    GradeCount strict =
        GradeCount.of(List.of(Grade.of(Letter.B), Grade.of(Letter.B)), GradeScale.V2, rules);
    GradeCount lenient =
        GradeCount.of(List.of(Grade.of(Letter.A), Grade.of(Letter.B)), GradeScale.V2, half);
    // 2 times 0.20 and 2 times 0.50 allow 1.4 of 4
    assertThat(strict.plus(lenient).tooManyExcellent()).isFalse();
    GradeCount two =
        GradeCount.of(List.of(Grade.of(Letter.A), Grade.of(Letter.A_MINUS)), GradeScale.V2, half);
    assertThat(strict.plus(two).tooManyExcellent()).isTrue();
  }

  @Test
  @DisplayName("PRG-1 PRG-2 passes without a mark are asked for no quality, by results or students")
  void passesAreNotAskedForQuality() {
    List<Grade> passes = Collections.nCopies(25, Grade.of(Mark.P));
    GradeCount results = GradeCount.of(passes, GradeScale.V2, rules);
    StudentProgress students =
        StudentProgress.of(Collections.nCopies(25, List.of(Grade.of(Mark.P))), GradeScale.V2);
    assertThat(results.absoluteRate()).contains(new BigDecimal("100.00"));
    assertThat(students.absoluteRate()).contains(new BigDecimal("100.00"));
    assertThat(results.qualityRate()).isEmpty();
    assertThat(students.qualityRate()).isEmpty();
    assertThat(results.meanDigital()).isEmpty();
    List<Grade> mixed = new ArrayList<>(passes);
    mixed.add(Grade.of(Letter.A));
    mixed.add(Grade.of(Letter.C));
    GradeCount both = GradeCount.of(mixed, GradeScale.V2, rules);
    assertThat(both.base()).isEqualTo(27);
    assertThat(both.marked()).isEqualTo(2);
    assertThat(both.qualityRate()).contains(new BigDecimal("50.00"));
    assertThat(both.meanDigital()).contains(new BigDecimal("3.00"));
  }

  @Test
  @DisplayName("PRG-2 while a result is still to come its student is good only once it is known")
  void openResultsAreNotGoodYet() {
    List<Grade> open = List.of(Grade.of(Letter.A), Grade.of(Mark.I));
    List<Grade> left = List.of(Grade.of(Letter.A), Grade.of(Mark.W));
    StudentProgress progress = StudentProgress.of(List.of(open, left), GradeScale.V2);
    assertThat(progress.obliged()).isEqualTo(2);
    assertThat(progress.absoluteRate()).contains(new BigDecimal("100.00"));
    assertThat(progress.qualityRate()).contains(new BigDecimal("50.00"));
  }

  @Test
  @DisplayName("CTL-17 distribution of the positive grades; cumulative from counts, ends at 100")
  void distribution() {
    List<GradeDistribution.Line> lines =
        GradeDistribution.of(GradeCount.of(sheet(), GradeScale.V2, rules));
    assertThat(lines.stream().map(line -> line.percent().toPlainString()))
        .containsExactly(
            "9.52", "14.29", "19.05", "14.29", "9.52", "9.52", "9.52", "4.76", "4.76", "4.76");
    assertThat(lines.stream().map(line -> line.cumulative().toPlainString()))
        .containsExactly(
            "9.52", "23.81", "42.86", "57.14", "66.67", "76.19", "85.71", "90.48", "95.24",
            "100.00");
    assertThat(GradeDistribution.of(GradeCount.of(List.of(), GradeScale.V2, rules))).isEmpty();
  }

  @Test
  @DisplayName("CTL-17 the model of the order: 50, 100, 350, 300, 200 of 1000")
  void modelOfTheOrder() {
    List<Grade> grades = new ArrayList<>();
    add(grades, Letter.A, 50);
    add(grades, Letter.B, 100);
    add(grades, Letter.C, 350);
    add(grades, Letter.C_MINUS, 300);
    add(grades, Letter.D, 200);
    add(grades, Letter.F, 77);
    assertThat(
            GradeDistribution.of(GradeCount.of(grades, GradeScale.V2, rules)).stream()
                .map(line -> line.percent() + "/" + line.cumulative()))
        .containsExactly("5.00/5.00", "10.00/15.00", "35.00/50.00", "30.00/80.00", "20.00/100.00");
  }

  @Test
  @DisplayName("PRG-2 of 20 students 17 without debts are 85.00 %, 9 with good ones only 45.00 %")
  void ratesByStudents() {
    List<List<Grade>> sessions = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      sessions.add(List.of(Grade.of(Letter.A), Grade.of(Letter.C_PLUS), Grade.of(Mark.P)));
    }
    for (int i = 0; i < 8; i++) {
      sessions.add(List.of(Grade.of(Letter.B), Grade.of(Letter.C)));
    }
    for (int i = 0; i < 3; i++) {
      sessions.add(List.of(Grade.of(Letter.A), Grade.of(Letter.FX)));
    }
    StudentProgress progress = StudentProgress.of(sessions, GradeScale.V2);
    assertThat(progress.absoluteRate()).contains(new BigDecimal("85.00"));
    assertThat(progress.qualityRate()).contains(new BigDecimal("45.00"));
    assertThat(StudentProgress.of(List.of(), GradeScale.V2).absoluteRate()).isEmpty();
  }
}
