package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Students who are exempt from the control of a sheet. */
class ExemptionTest {

  private static final LocalDate EXAM = LocalDate.of(2026, 1, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 1, 13);
  private static final Instant NOW = Instant.parse("2026-01-13T05:00:00Z");
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, EXAM);
  private static final BasisDocument BASIS =
      new BasisDocument(BasisDocument.Type.ORDER, " 12-о ", TODAY, " illness ");
  private static final RowScores EMPTY = new RowScores(null, null, null, null);

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static Verdict exempt(SheetStatus status, EntryForm form, RowScores row) {
    return Exempting.judge(BASIS, status, SheetKind.MAIN, form, row, TODAY);
  }

  @Test
  @DisplayName("SHT-25 a student is exempted on a whole document before the row is posted, once")
  void exempted() {
    EntryForm exam = EntryForm.RATING_AND_EXAM;
    for (SheetStatus status : SheetStatus.values()) {
      for (RowScores row :
          List.of(EMPTY, RowScores.of(60, 60, 80), RowScores.of(60, 60, Mark.AB))) {
        assertThat(codes(exempt(status, exam, row)))
            .as(status.name())
            .isEqualTo(status.isPosted() ? List.of("attestation.exempt.posted") : List.of());
        assertThat(Exempting.isOpen(SheetKind.MAIN, row)).isTrue();
      }
      assertThat(codes(exempt(status, EntryForm.RATING_ONLY, EMPTY)))
          .containsExactly("attestation.exempt.posted");
    }
    for (Mark mark : List.of(Mark.W, Mark.EX)) {
      assertThat(codes(exempt(SheetStatus.OPEN, exam, RowScores.single(mark))))
          .containsExactly("attestation.exempt.closed");
      assertThat(Exempting.isOpen(SheetKind.MAIN, RowScores.single(mark))).isFalse();
    }
    RowScores annulled = new RowScores(null, null, 0, null, true);
    assertThat(codes(exempt(SheetStatus.OPEN, exam, annulled)))
        .containsExactly("attestation.exempt.annulled");
    assertThat(Exempting.isOpen(SheetKind.MAIN, annulled)).isFalse();
    BasisDocument bare = new BasisDocument(null, "", null, " ");
    assertThat(codes(Exempting.judge(bare, SheetStatus.CLOSED, SheetKind.MAIN, exam, EMPTY, TODAY)))
        .containsExactly(
            "attestation.basis.needed", "attestation.basis.reason", "attestation.exempt.posted");
  }

  @ParameterizedTest
  @EnumSource
  @DisplayName("SHT-25 COR-3 no exemption takes the place of a result that stands already")
  void resultStands(SheetKind kind) {
    boolean again = kind == SheetKind.FX || kind == SheetKind.APPEAL;
    assertThat(
            codes(
                Exempting.judge(BASIS, SheetStatus.OPEN, kind, EntryForm.EXAM_ONLY, EMPTY, TODAY)))
        .isEqualTo(again ? List.of("attestation.exempt.again") : List.of());
    assertThat(Exempting.isOpen(kind, EMPTY)).isEqualTo(!again);
  }

  @Test
  @DisplayName("SHT-25 an exemption is taken off with a reason, before posting")
  void exemptionTakenOff() {
    EntryForm exam = EntryForm.RATING_AND_EXAM;
    for (SheetStatus status : SheetStatus.values()) {
      assertThat(codes(Exempting.lifts(status, exam, true, "a wrong student")))
          .as(status.name())
          .isEqualTo(status.isPosted() ? List.of("attestation.exempt.posted") : List.of());
    }
    assertThat(codes(Exempting.lifts(SheetStatus.OPEN, exam, false, " ")))
        .containsExactly("attestation.exempt.none", "attestation.exempt.lift-reason");
  }

  @Test
  @DisplayName("SHT-25 ratings are published without the exempt, who see EX at once")
  void exemptInPublication() {
    RowScores exempt = RowScores.single(Mark.EX);
    assertThat(
            SheetPart.RATING
                .judge(
                    SheetStatus.OPEN,
                    EntryForm.RATING_AND_EXAM,
                    false,
                    List.of(RowScores.ratings(60, 60), exempt),
                    RULES)
                .isAllowed())
        .isTrue();
    assertThat(SheetPart.shown(exempt, Set.of(), false).mark()).isEqualTo(Mark.EX);
    assertThat(
            SheetComplete.judge(FinalGradePolicy.of(RULES, EXAM), ControlForm.EXAM, List.of(exempt))
                .isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("SHT-25 a decision keeps its document and who took it, and is taken off once")
  void decision() {
    Exemption decision = new Exemption(1, 2, BASIS, "senior", NOW);
    assertThat(decision.basis().number()).isEqualTo("12-о");
    assertThat(decision.basis().reason()).isEqualTo("illness");
    assertThat(decision.getDecidedBy()).isEqualTo("senior");
    assertThat(decision.getLiftedBy()).isNull();
    decision.lift(" a wrong student ", "deputy", NOW);
    assertThat(decision.getLiftedBy()).isEqualTo("deputy");
    assertThat(decision.getLiftReason()).isEqualTo("a wrong student");
  }
}
