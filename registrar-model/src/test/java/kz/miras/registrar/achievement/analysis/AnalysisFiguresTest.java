package kz.miras.registrar.achievement.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import kz.miras.registrar.attestation.ScaledGrade;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnalysisFiguresTest {

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final RuleSet others = rules.with(RuleParameter.REPORT_EXCUSED_IN_BASE, "true");

  /** The same percentage, given a day before the new scale and on its first day. */
  private static ScaledGrade given(int percent, String day) {
    GradeScale scale = GradeScale.on(LocalDate.parse(day));
    return new ScaledGrade(Grade.of(percent, scale), scale);
  }

  @Test
  @DisplayName("PRG-3 72 % of 23 and of 24 November 2018 side by side: one of two is good, 50.00 %")
  void eachByItsOwnScale() {
    AnalysisFigures figures =
        AnalysisFigures.none()
            .with(given(72, "2018-11-23"), 1, rules)
            .with(given(72, "2018-11-24"), 1, rules);
    assertThat(figures.results().of(Letter.C_PLUS)).isEqualTo(2);
    assertThat(figures.results().good()).isEqualTo(1);
    assertThat(figures.results().qualityRate()).contains(new BigDecimal("50.00"));
    assertThat(AnalysisOutcome.of(given(72, "2018-11-23"))).isEqualTo(AnalysisOutcome.SATISFACTORY);
    assertThat(AnalysisOutcome.of(given(72, "2018-11-24"))).isEqualTo(AnalysisOutcome.GOOD);
  }

  @Test
  @DisplayName("PRG-3 30 % is F before and FX after: mean 0.25, by students one good of two")
  void failuresAndStudents() {
    AnalysisFigures figures =
        AnalysisFigures.none()
            .with(given(30, "2018-11-23"), 1, rules)
            .with(given(30, "2018-11-24"), 1, rules)
            .with(List.of(given(72, "2018-11-23"), given(90, "2018-11-23")), 1)
            .with(List.of(given(72, "2018-11-24"), given(90, "2018-11-24")), 1);
    assertThat(figures.results().meanDigital()).contains(new BigDecimal("0.25"));
    assertThat(figures.results().failed()).isEqualTo(2);
    assertThat(figures.results().meanPercent()).contains(new BigDecimal("30.00"));
    assertThat(figures.students().absoluteRate()).contains(new BigDecimal("100.00"));
    assertThat(figures.students().qualityRate()).contains(new BigDecimal("50.00"));
  }

  private static Grade signed(String sign) {
    return Arrays.stream(Letter.values())
        .filter(letter -> letter.sign().equals(sign))
        .map(Grade::of)
        .findFirst()
        .orElseGet(() -> Grade.of(Mark.valueOf(sign)));
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          A  | EXCELLENT      | EXCELLENT
          A- | EXCELLENT      | EXCELLENT
          B+ | GOOD           | GOOD
          B  | GOOD           | GOOD
          B- | GOOD           | GOOD
          C+ | SATISFACTORY   | GOOD
          C  | SATISFACTORY   | SATISFACTORY
          C- | SATISFACTORY   | SATISFACTORY
          D+ | SATISFACTORY   | SATISFACTORY
          D  | SATISFACTORY   | SATISFACTORY
          D- | SATISFACTORY   | -
          FX | -              | UNSATISFACTORY
          F  | UNSATISFACTORY | UNSATISFACTORY
          P  | PASSED         | PASSED
          NP | UNSATISFACTORY | UNSATISFACTORY
          I  | EXCUSED        | EXCUSED
          W  | WITHDRAWN      | WITHDRAWN
          NA | UNSATISFACTORY | UNSATISFACTORY
          AB | UNSATISFACTORY | UNSATISFACTORY
          AE | EXCUSED        | EXCUSED
          TR | PASSED         | PASSED
          EX | EXEMPT         | EXEMPT
          """)
  @DisplayName("PRG-3 every letter and mark is counted under its outcome in the scale of its day")
  void outcomes(String sign, AnalysisOutcome before, AnalysisOutcome since) {
    counted(sign, GradeScale.V1, before);
    counted(sign, GradeScale.V2, since);
  }

  private void counted(String sign, GradeScale scale, AnalysisOutcome expected) {
    Grade grade = signed(sign);
    if (expected == null) {
      assertThat(scale.exists(grade.letter())).isFalse();
      return;
    }
    AnalysisFigures figures = AnalysisFigures.none().with(new ScaledGrade(grade, scale), 1, rules);
    for (AnalysisOutcome outcome : AnalysisOutcome.values()) {
      assertThat(figures.count(outcome))
          .as(sign + " of " + scale + ": " + outcome)
          .isEqualTo(outcome == expected ? 1 : 0);
    }
  }

  @Test
  @DisplayName("PRG-4 results under different rules keep their own base, and the base says so")
  void theBaseIsNamed() {
    ScaledGrade excused = new ScaledGrade(Grade.of(Mark.I), GradeScale.V2);
    AnalysisFigures mixed =
        AnalysisFigures.none()
            .with(given(80, "2025-12-20"), 1, rules)
            .with(excused, 1, rules)
            .with(given(80, "2025-12-20"), 1, others)
            .with(excused, 1, others);
    assertThat(mixed.results().all()).isEqualTo(4);
    assertThat(mixed.results().base()).isEqualTo(3);
    assertThat(mixed.results().absoluteRate()).contains(new BigDecimal("66.67"));
    assertThat(AnalysisBase.of(List.of())).isEqualTo(AnalysisBase.WITHOUT_EXCUSED);
    assertThat(AnalysisBase.of(List.of(rules))).isEqualTo(AnalysisBase.WITHOUT_EXCUSED);
    assertThat(AnalysisBase.of(List.of(others))).isEqualTo(AnalysisBase.WITH_EXCUSED);
    assertThat(AnalysisBase.of(List.of(rules, others))).isEqualTo(AnalysisBase.BY_RULES_OF_EACH);
  }

  @Test
  @DisplayName("PRG-4 who is excused from all or has left is no student obliged to the session")
  void obligedStudents() {
    AnalysisFigures figures =
        AnalysisFigures.none()
            .with(List.of(new ScaledGrade(Grade.of(Mark.I), GradeScale.V2)), 2)
            .with(List.of(new ScaledGrade(Grade.of(Mark.W), GradeScale.V2)), 1)
            .with(
                List.of(new ScaledGrade(Grade.of(Mark.W), GradeScale.V2), given(49, "2025-12-20")),
                3);
    assertThat(figures.people()).isEqualTo(6);
    assertThat(figures.students().obliged()).isEqualTo(3);
    assertThat(figures.students().withoutDebts()).isZero();
    assertThat(AnalysisFigures.none().students().absoluteRate()).isEmpty();
  }

  @Test
  @DisplayName("PRG-5 two others are not told of, three are; nobody else hides nothing")
  void smallCells() {
    AnalysisFigures nobody = AnalysisFigures.none();
    List<ScaledGrade> session = List.of(given(80, "2025-12-20"));
    assertThat(nobody.with(session, 2).mayBeTold(List.of(rules))).isFalse();
    assertThat(nobody.with(session, 3).mayBeTold(List.of(rules))).isTrue();
    assertThat(nobody.mayBeTold(List.of(rules))).isTrue();
    // of levels whose rules differ the strictest decides
    RuleSet five = rules.with(RuleParameter.REPORT_MIN_STUDENTS, "5");
    assertThat(nobody.with(session, 4).mayBeTold(List.of(rules, five))).isFalse();
    assertThat(nobody.with(session, 5).mayBeTold(List.of(rules, five))).isTrue();
  }
}
