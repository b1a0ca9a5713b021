package kz.miras.registrar.attestation.sitting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.OutcomeReason;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.sitting.SheetPlan.Group;
import kz.miras.registrar.attestation.sitting.SheetPlan.Planned;
import kz.miras.registrar.attestation.sitting.SheetPlan.Seat;
import kz.miras.registrar.calendar.YearPlan.Span;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.DisciplineKind;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SheetPlanTest {

  private static final LocalDate EXAM = LocalDate.of(2025, 12, 22);

  private static Seat seat(long student, EnrolmentType type, int attempt) {
    return new Seat(student, 100 + student, Level.BACHELOR, type, attempt);
  }

  private static Seat master(long student) {
    return new Seat(student, 100 + student, Level.MASTER, EnrolmentType.MAIN, 1);
  }

  private static Group group(DisciplineKind kind, ControlForm control, List<Seat> seats) {
    return new Group("G-1", kind, control, control == ControlForm.STATE_EXAM, false, true, seats);
  }

  private static Group exam(Seat... seats) {
    return group(DisciplineKind.DISCIPLINE, ControlForm.EXAM, List.of(seats));
  }

  private static Group summer(Seat... seats) {
    return new Group(
        "G-1", DisciplineKind.DISCIPLINE, ControlForm.EXAM, false, true, true, List.of(seats));
  }

  private static SheetKind kind(Group group) {
    List<Planned> sheets = SheetPlan.of(group, Set.of(), Set.of()).sheets();
    assertThat(sheets).hasSize(1);
    return sheets.get(0).kind();
  }

  private static List<String> codes(List<Refusal> said) {
    return said.stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @DisplayName("SHT-9 the kind follows what the discipline is and how it ends")
  @CsvSource({
    "DISCIPLINE, EXAM, MAIN",
    "DISCIPLINE, CREDIT, MAIN",
    "DISCIPLINE, DIFF_CREDIT, MAIN",
    "DISCIPLINE, STATE_EXAM, GOS_HISTORY",
    "RESEARCH, DEFENCE, MAIN",
    "PRACTICE, DEFENCE, PRACTICE",
    "PRACTICE, DIFF_CREDIT, PRACTICE",
    "PRACTICE, EXAM, MAIN",
    "COURSEWORK, DEFENCE, COURSEWORK",
    "FINAL, FINAL_ATTESTATION, FINAL",
    "FINAL, DEFENCE, FINAL",
    "DISCIPLINE, FINAL_ATTESTATION, FINAL"
  })
  void ofTheDiscipline(DisciplineKind kind, ControlForm control, SheetKind expected) {
    assertThat(kind(group(kind, control, List.of(seat(1, EnrolmentType.MAIN, 1)))))
        .isEqualTo(expected);
  }

  @Test
  @DisplayName(
      "SHT-9 who all study it again have a sheet of repeaters, who all owe a difference theirs")
  void ofTheReason() {
    Seat again = seat(1, EnrolmentType.RETAKE, 2);
    Seat owedAgain = seat(2, EnrolmentType.DEBT, 2);
    Seat difference = seat(3, EnrolmentType.DIFFERENCE, 1);
    assertThat(kind(exam(again, owedAgain))).isEqualTo(SheetKind.RETAKE);
    assertThat(kind(exam(difference))).isEqualTo(SheetKind.DIFFERENCE);
    assertThat(kind(exam(again, difference))).isEqualTo(SheetKind.MAIN);
    assertThat(kind(exam(again, seat(4, EnrolmentType.MAIN, 1)))).isEqualTo(SheetKind.MAIN);
    assertThat(kind(exam(seat(5, EnrolmentType.GPA_RAISE, 2)))).isEqualTo(SheetKind.MAIN);
    assertThat(kind(group(DisciplineKind.PRACTICE, ControlForm.DEFENCE, List.of(again, owedAgain))))
        .isEqualTo(SheetKind.RETAKE);
  }

  @Test
  @DisplayName("SHT-9 a debt of a discipline never taken is no repeated study")
  void aDebtMayBeTheFirstAttempt() {
    // whoever was on leave or has changed the programme owes it without having failed it; a sheet
    // of repeaters would take the honours away (HON-1)
    Seat owed = seat(1, EnrolmentType.DEBT, 1);
    assertThat(kind(exam(owed))).isEqualTo(SheetKind.MAIN);
    assertThat(kind(exam(owed, seat(2, EnrolmentType.RETAKE, 2)))).isEqualTo(SheetKind.MAIN);
  }

  @Test
  @DisplayName("SHT-9 the summer has sheets of its own, whatever it is taken for")
  void inTheSummer() {
    assertThat(kind(summer(seat(1, EnrolmentType.RETAKE, 2)))).isEqualTo(SheetKind.SUMMER);
    assertThat(kind(summer(seat(1, EnrolmentType.DIFFERENCE, 1)))).isEqualTo(SheetKind.SUMMER);
    assertThat(kind(summer(seat(1, EnrolmentType.ADDITIONAL, 1)))).isEqualTo(SheetKind.SUMMER);
    Group practice =
        new Group(
            "G-1",
            DisciplineKind.PRACTICE,
            ControlForm.DEFENCE,
            false,
            true,
            true,
            List.of(seat(1, EnrolmentType.MAIN, 1)));
    assertThat(kind(practice)).isEqualTo(SheetKind.PRACTICE);
  }

  @Test
  @DisplayName("SHT-10 a group of two levels has two sheets, each judged by its own rules")
  void oneLevelOneSheet() {
    SheetPlan plan =
        SheetPlan.of(
            exam(seat(1, EnrolmentType.MAIN, 1), master(2), master(3)), Set.of(), Set.of());
    assertThat(codes(plan.verdict().warnings())).containsExactly("attestation.session.levels");
    assertThat(plan.sheets())
        .extracting(Planned::level)
        .containsExactly(Level.BACHELOR, Level.MASTER);
    assertThat(plan.sheets().get(1).seats()).extracting(Seat::student).containsExactly(2L, 3L);

    RowScores ratings = RowScores.ratings(55, 55);
    assertThat(outcome(rules(Level.BACHELOR, "50"), ratings))
        .as("admitted: no result yet")
        .isNull();
    assertThat(outcome(rules(Level.MASTER, "60"), ratings)).isEqualTo(OutcomeReason.NOT_ADMITTED);
  }

  private static RuleSet rules(Level level, String threshold) {
    return RuleSet.defaults(level, LocalDate.of(2025, 9, 1))
        .with(RuleParameter.ADMISSION_THRESHOLD, threshold);
  }

  private static OutcomeReason outcome(RuleSet rules, RowScores scores) {
    return FinalGradePolicy.of(rules, EXAM)
        .outcome(ControlForm.EXAM, scores)
        .map(o -> o.reason())
        .orElse(null);
  }

  @Test
  @DisplayName("SHT-10 who comes from another level gets the sheet that is missing, and no other")
  void onlyTheMissingLevel() {
    Group mixed = exam(seat(1, EnrolmentType.MAIN, 1), master(2));
    assertThat(SheetPlan.of(mixed, EnumSet.of(Level.BACHELOR), Set.of()).sheets())
        .extracting(Planned::level)
        .containsExactly(Level.MASTER);
    SheetPlan done = SheetPlan.of(mixed, EnumSet.of(Level.BACHELOR, Level.MASTER), Set.of());
    assertThat(done.sheets()).isEmpty();
    assertThat(codes(done.verdict().refusals())).containsExactly("attestation.sheet.exists");
  }

  @Test
  @DisplayName("SHT-32 who comes after the sheet was posted gets a supplementary one, and is named")
  void supplement() {
    Group group = exam(seat(1, EnrolmentType.MAIN, 1), seat(2, EnrolmentType.MAIN, 1));
    SheetPlan plan = SheetPlan.of(group, EnumSet.of(Level.BACHELOR), Set.of(2L));
    assertThat(plan.sheets()).hasSize(1);
    assertThat(plan.sheets().get(0).supplement()).isTrue();
    assertThat(plan.sheets().get(0).seats()).extracting(Seat::student).containsExactly(2L);
    assertThat(codes(plan.verdict().warnings())).containsExactly("attestation.session.late");
    assertThat(SheetPlan.of(group, Set.of(), Set.of()).sheets().get(0).supplement()).isFalse();
  }

  @Test
  @DisplayName(
      "SHT-10 the rules of the day bind it, and never those of a time after or before its term")
  void rulesOfItsTerm() {
    Span autumn = new Span(LocalDate.of(2025, 9, 1), LocalDate.of(2026, 1, 17));
    assertThat(SheetPlan.rulesOn(LocalDate.of(2025, 11, 3), autumn)).isEqualTo("2025-11-03");
    assertThat(SheetPlan.rulesOn(LocalDate.of(2025, 8, 20), autumn)).isEqualTo("2025-09-01");
    assertThat(SheetPlan.rulesOn(LocalDate.of(2026, 3, 1), autumn)).isEqualTo("2026-01-17");
  }

  @Test
  @DisplayName("SHT-3 an empty group has no sheet and is named")
  void nobody() {
    SheetPlan plan = SheetPlan.of(exam(), Set.of(), Set.of());
    assertThat(plan.sheets()).isEmpty();
    assertThat(codes(plan.verdict().refusals())).containsExactly("attestation.sheet.nobody");
  }

  @Test
  @DisplayName("CTL-1 a group nobody is appointed to is formed, and named")
  void nobodyTypes() {
    Group unstaffed =
        new Group(
            "G-1",
            DisciplineKind.DISCIPLINE,
            ControlForm.EXAM,
            false,
            false,
            false,
            List.of(seat(1, EnrolmentType.MAIN, 1)));
    SheetPlan plan = SheetPlan.of(unstaffed, Set.of(), Set.of());
    assertThat(plan.sheets()).hasSize(1);
    assertThat(codes(plan.verdict().warnings()))
        .containsExactly("attestation.session.nobody-types");
    assertThat(
            SheetPlan.of(exam(seat(1, EnrolmentType.MAIN, 1)), Set.of(), Set.of())
                .verdict()
                .warnings())
        .isEmpty();
  }

  @Test
  @DisplayName("SHT-12 final attestation is formed only where its control takes one score")
  void finalIsNeverWeighted() {
    List<Seat> seats = List.of(seat(1, EnrolmentType.MAIN, 1));
    for (ControlForm control : EnumSet.of(ControlForm.EXAM, ControlForm.CREDIT)) {
      SheetPlan plan =
          SheetPlan.of(group(DisciplineKind.FINAL, control, seats), Set.of(), Set.of());
      assertThat(plan.sheets()).isEmpty();
      assertThat(codes(plan.verdict().refusals())).containsExactly("attestation.final.weighted");
    }
    assertThat(SheetKind.FINAL.entryForm(ControlForm.FINAL_ATTESTATION))
        .isEqualTo(EntryForm.SINGLE_SCORE);
  }

  @Test
  @DisplayName("SHT-12 a sheet of final attestation needs number and date of the protocol")
  void byProtocol() {
    assertThat(codes(FinalByProtocol.judge(SheetKind.FINAL, " ", EXAM).refusals()))
        .containsExactly("attestation.final.protocol");
    assertThat(FinalByProtocol.judge(SheetKind.FINAL, "7", null).isAllowed()).isFalse();
    assertThat(FinalByProtocol.judge(SheetKind.FINAL, "7", EXAM).isAllowed()).isTrue();
    assertThat(FinalByProtocol.judge(SheetKind.MAIN, null, null).isAllowed()).isTrue();
    assertThat(FinalByProtocol.names(SheetKind.FINAL, "7", EXAM).isAllowed()).isTrue();
    assertThat(FinalByProtocol.names(SheetKind.MAIN, null, null).isAllowed()).isTrue();
    assertThat(codes(FinalByProtocol.names(SheetKind.MAIN, "7", null).refusals()))
        .containsExactly("attestation.final.only");
  }
}
