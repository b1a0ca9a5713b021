package kz.miras.registrar.attestation.commission;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.appeal.CommissionOffice;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentSamples;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FinalAttestationTest {

  private static final LocalDate HELD = LocalDate.of(2026, 6, 10);
  private static final Instant BEGINS = Instant.parse("2026-06-10T04:00:00Z");

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static Grade grade(int percent) {
    return Grade.of(percent, GradeScale.on(HELD));
  }

  private static FinalRecord.Attested attested(long discipline, int year, Grade grade) {
    return new FinalRecord.Attested(discipline, 1, year, HELD, grade);
  }

  @Test
  @DisplayName(
      "AK-6 whoever has every credit and no debt is admitted, and told all that is missing")
  void admission() {
    assertThat(new FinalAdmission("S1", true, true, 0, List.of(), 1).judge().isAllowed()).isTrue();
    assertThat(codes(new FinalAdmission("S1", false, false, 5, List.of("MATH"), 0).judge()))
        .containsExactly(
            "attestation.ak.other-programme",
            "attestation.ak.not-studying",
            "attestation.ak.no-attestation",
            "attestation.ak.credits",
            "attestation.ak.debts");
    assertThat(new FinalAdmission("S1", true, true, 5, List.of(), 1).judge().refusals())
        .singleElement()
        .satisfies(why -> assertThat(why.args()).containsExactly("S1", 5));
  }

  @Test
  @DisplayName("AK-6 the dean's order comes so many days before the meeting")
  void ordered() {
    assertThat(FinalAdmission.ordered("12", HELD.minusDays(14), HELD, 14).isAllowed()).isTrue();
    assertThat(codes(FinalAdmission.ordered("12", HELD.minusDays(13), HELD, 14)))
        .containsExactly("attestation.ak.admission-late");
    assertThat(codes(FinalAdmission.ordered(" ", HELD.minusDays(20), HELD, 14)))
        .containsExactly("attestation.ak.admission-order");
    assertThat(codes(FinalAdmission.ordered("12", null, HELD, 14)))
        .containsExactly("attestation.ak.admission-order");
  }

  @Test
  @DisplayName("AK-9 what is passed is not raised, what failed is not repeated in the same year")
  void attempts() {
    List<FinalRecord.Attested> passed = List.of(attested(1, 2024, grade(60)));
    assertThat(codes(FinalAttempts.judge(passed, 1, 2025, "S1")))
        .containsExactly("attestation.ak.passed");
    assertThat(FinalAttempts.judge(passed, 2, 2025, "S1").isAllowed()).isTrue();
    List<FinalRecord.Attested> failed = List.of(attested(1, 2025, Grade.failed(Mark.AB)));
    assertThat(codes(FinalAttempts.judge(failed, 1, 2025, "S1")))
        .containsExactly("attestation.ak.same-year");
    assertThat(FinalAttempts.judge(failed, 1, 2026, "S1").isAllowed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "PRESENT,95,0,true,HONOURS",
    "PRESENT,95,0,false,AWARDED",
    "PRESENT,50,0,false,AWARDED",
    "PRESENT,95,1,true,PASSED",
    "PRESENT,49,0,false,FAILED"
  })
  @DisplayName("AK-14 a passed attestation awards the degree once no part of it is ahead")
  void decided(Appearance appearance, int percent, int ahead, boolean honours, FinalDecision made) {
    FinalDecision decision = FinalDecision.of(appearance, grade(percent), ahead, honours);
    assertThat(decision).isEqualTo(made);
    assertThat(decision.isAward())
        .isEqualTo(made == FinalDecision.HONOURS || made == FinalDecision.AWARDED);
  }

  @Test
  @DisplayName(
      "AK-14 the degree awarded is that of the level, in the programme; otherwise there is none")
  void degree() {
    Programme programme = StudentSamples.curriculum("6B04201").getProgramme();
    AwardedDegree degree = AwardedDegree.of(FinalDecision.HONOURS, programme);
    assertThat(degree.code()).isEqualTo("6B04201");
    assertThat(degree.key()).isEqualTo("attestation.ak.degree.BACHELOR");
    assertThat(AwardedDegree.of(FinalDecision.AWARDED, programme)).isEqualTo(degree);
    assertThat(AwardedDegree.of(FinalDecision.PASSED, programme)).isNull();
    assertThat(AwardedDegree.of(FinalDecision.FAILED, programme)).isNull();
    assertThat(AwardedDegree.of(null, programme)).as("no grade yet").isNull();
  }

  @Test
  @DisplayName("AK-10 who fails or is absent without a reason has not fulfilled the programme")
  void failed() {
    ProtocolText absent = ProtocolText.begun(DefenceKind.DEFENCE).with(Appearance.ABSENT, 95, 1);
    assertThat(absent.percent()).as("nothing is graded").isNull();
    Grade grade = absent.grade(GradeScale.on(HELD));
    assertThat(grade.letter()).isEqualTo(Letter.F);
    assertThat(grade.mark()).isEqualTo(Mark.AB);
    assertThat(FinalDecision.of(Appearance.ABSENT, grade, 0, false))
        .isEqualTo(FinalDecision.ABSENT)
        .satisfies(one -> assertThat(one.isFailure()).isTrue());
    assertThat(FinalDecision.FAILED.isFailure()).isTrue();
    assertThat(FinalDecision.POSTPONED.isFailure()).isFalse();
  }

  @Test
  @DisplayName("AK-11 who was excused has no grade and another day; a grade does not become none")
  void excused() {
    ProtocolText excused = ProtocolText.begun(DefenceKind.DEFENCE).with(Appearance.EXCUSED, 1, 0);
    assertThat(excused.grade(GradeScale.on(HELD))).isNull();
    assertThat(FinalDecision.of(Appearance.EXCUSED, null, 0, false))
        .isEqualTo(FinalDecision.POSTPONED);
    assertThat(codes(ProtocolSigning.keepsGrade(true, Appearance.EXCUSED)))
        .containsExactly("attestation.ak.grade-stands");
    assertThat(ProtocolSigning.keepsGrade(false, Appearance.EXCUSED).isAllowed()).isTrue();
    assertThat(ProtocolSigning.keepsGrade(true, Appearance.ABSENT).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("AK-14 honours go with the degree, and only where HON-1 allows them")
  void honours() {
    Verdict against = Verdict.refused(Refusal.of("achievement.honours.gpa", "HON-1"));
    assertThat(ProtocolSigning.honours(FinalDecision.FAILED, false, against).isAllowed()).isTrue();
    assertThat(ProtocolSigning.honours(FinalDecision.HONOURS, true, Verdict.allowed()).isAllowed())
        .isTrue();
    assertThat(codes(ProtocolSigning.honours(FinalDecision.HONOURS, true, against)))
        .containsExactly("achievement.honours.gpa");
    assertThat(codes(ProtocolSigning.honours(FinalDecision.PASSED, true, Verdict.allowed())))
        .containsExactly("attestation.ak.honours");
  }

  @Test
  @DisplayName("AK-15 chair or secretary sign once the meeting has begun, never who prepared it")
  void signs() {
    Instant later = BEGINS.plusSeconds(60);
    assertThat(
            ProtocolSigning.judge(CommissionOffice.CHAIR, "chair", "aks", BEGINS, later)
                .isAllowed())
        .isTrue();
    assertThat(
            codes(ProtocolSigning.judge(CommissionOffice.SECRETARY, "aks", "aks", BEGINS, later)))
        .containsExactly("attestation.ak.own-protocol");
    assertThat(codes(ProtocolSigning.judge(CommissionOffice.MEMBER, "m", "aks", BEGINS, later)))
        .containsExactly("attestation.ak.signer");
    assertThat(codes(ProtocolSigning.judge(null, "m", "aks", BEGINS, BEGINS.minusSeconds(1))))
        .containsExactly("attestation.ak.signer", "attestation.ak.not-begun");
  }

  @Test
  @DisplayName("AK-16 a signed protocol nothing stands in place of is corrected, with a reason")
  void corrects() {
    assertThat(ProtocolSigning.corrects(true, true, "typing error").isAllowed()).isTrue();
    assertThat(codes(ProtocolSigning.corrects(true, true, " ")))
        .containsExactly("attestation.ak.reason");
    assertThat(codes(ProtocolSigning.corrects(true, true, "x".repeat(501))))
        .containsExactly("field.too-long");
    assertThat(ProtocolSigning.presenceOpen(false).isAllowed()).isTrue();
    assertThat(codes(ProtocolSigning.presenceOpen(true)))
        .containsExactly("attestation.ak.presence-signed");
    assertThat(codes(ProtocolSigning.corrects(false, true, "x")))
        .containsExactly("attestation.ak.not-standing");
    assertThat(codes(ProtocolSigning.corrects(true, false, "x")))
        .containsExactly("attestation.ak.not-standing");
  }

  @Test
  @DisplayName(
      "AK-13 the report counts who came, failed, was absent, got the degree and which grade")
  void figures() {
    RuleSet rules = RuleSet.defaults(Level.BACHELOR, HELD);
    CommissionFigures figures =
        CommissionFigures.of(
            List.of(
                new CommissionFigures.Line(Appearance.PRESENT, FinalDecision.HONOURS, grade(95)),
                new CommissionFigures.Line(Appearance.PRESENT, FinalDecision.AWARDED, grade(65)),
                new CommissionFigures.Line(Appearance.PRESENT, FinalDecision.FAILED, grade(40)),
                new CommissionFigures.Line(
                    Appearance.ABSENT, FinalDecision.ABSENT, Grade.failed(Mark.AB)),
                new CommissionFigures.Line(Appearance.EXCUSED, FinalDecision.POSTPONED, null)),
            GradeScale.on(HELD),
            rules);
    assertThat(figures.admitted()).isEqualTo(5);
    assertThat(figures.taken()).isEqualTo(3);
    assertThat(figures.absent()).isEqualTo(1);
    assertThat(figures.excused()).isEqualTo(1);
    assertThat(figures.failed()).isEqualTo(1);
    assertThat(figures.awarded()).isEqualTo(2);
    assertThat(figures.honours()).isEqualTo(1);
    assertThat(figures.grades().absoluteRate())
        .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("50"));
    assertThat(figures.grades().qualityRate())
        .hasValueSatisfying(it -> assertThat(it).isEqualByComparingTo("25"));
  }
}
