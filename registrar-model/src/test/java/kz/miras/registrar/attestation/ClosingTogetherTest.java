package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.ClosingTogether.Closer;
import kz.miras.registrar.attestation.commission.FinalAttempts;
import kz.miras.registrar.attestation.commission.FinalRecord;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosingTogetherTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private static final Closer OFFICE = new Closer("office", null);
  private static final RowScores PASSED = RowScores.of(70, 70, 70);

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, DAY);

  private ClosingTogether judged(
      SheetKind kind, List<RowScores> rows, Set<String> typists, Closer closer) {
    return judged(kind, rows, typists, closer, 0);
  }

  private ClosingTogether judged(
      SheetKind kind, List<RowScores> rows, Set<String> typists, Closer closer, int undecided) {
    return judged(kind, rows, typists, closer, undecided, TermType.AUTUMN);
  }

  private ClosingTogether judged(
      SheetKind kind,
      List<RowScores> rows,
      Set<String> typists,
      Closer closer,
      int undecided,
      TermType term) {
    return judged(kind, typed(rows, typists, undecided, 0), closer, term);
  }

  private ClosingTogether judged(
      SheetKind kind, ClosingTogether.Typed typed, Closer closer, TermType term) {
    Sheet sheet = new Sheet("2025-1-0001", kind, 1, 2, 3L, "B-2025");
    sheet.assign(5L, 6L);
    sheet.open();
    sheet.submit("examiner", Instant.parse("2026-01-12T09:00:00Z"));
    return ClosingTogether.of(
        sheet,
        new ClosingTogether.Rules(
            ControlForm.EXAM, FinalGradePolicy.of(rules, DAY), GradeScale.on(DAY), rules, term),
        typed,
        closer);
  }

  private static ClosingTogether.Typed typed(
      List<RowScores> rows, Set<String> typists, int undecided, int unfit) {
    return new ClosingTogether.Typed(rows, typists, undecided, unfit, Verdict.allowed());
  }

  private static List<String> rulesOf(ClosingTogether judged) {
    return judged.reasons().stream().map(Refusal::rule).toList();
  }

  @Test
  @DisplayName("SHT-24 a complete sheet of others is ready, and tells what its results come to")
  void ready() {
    ClosingTogether judged =
        judged(
            SheetKind.MAIN,
            List.of(
                PASSED,
                RowScores.of(60, 60, 49),
                RowScores.ratings(49, 49),
                RowScores.of(60, 60, Mark.AE),
                RowScores.single(Mark.W)),
            Set.of("examiner"),
            OFFICE);

    assertThat(judged.isReady()).isTrue();
    assertThat(judged.isLeftOut()).isFalse();
    assertThat(judged.reasons()).isEmpty();
    assertThat(judged.count().all()).isEqualTo(5);
    assertThat(judged.count().positive()).isEqualTo(1);
    assertThat(judged.count().failed()).isEqualTo(2);
    assertThat(judged.count().excused()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "SHT-24 SHT-4 one row without a result keeps the sheet back, with how many there are")
  void incomplete() {
    ClosingTogether judged =
        judged(
            SheetKind.MAIN, List.of(PASSED, RowScores.ratings(70, 70)), Set.of("examiner"), OFFICE);

    assertThat(judged.isReady()).isFalse();
    assertThat(judged.isLeftOut()).isFalse();
    assertThat(rulesOf(judged)).containsExactly("SHT-4");
    assertThat(judged.reasons().get(0).args()).containsExactly(1L);
  }

  @Test
  @DisplayName(
      "SHT-24 SOD-1 SOD-6 not by whoever typed in it, submitted it, teaches or examines it")
  void fourEyes() {
    List<RowScores> rows = List.of(PASSED);
    assertThat(rulesOf(judged(SheetKind.MAIN, rows, Set.of("office"), OFFICE)))
        .containsExactly("SOD-1");
    assertThat(rulesOf(judged(SheetKind.MAIN, rows, Set.of(), new Closer("examiner", null))))
        .containsExactly("SOD-1");
    for (long teacher : new long[] {5, 6}) {
      assertThat(rulesOf(judged(SheetKind.MAIN, rows, Set.of(), new Closer("office", teacher))))
          .containsExactly("SOD-6");
    }
    assertThat(judged(SheetKind.MAIN, rows, Set.of(), new Closer("office", 7L)).isReady()).isTrue();
  }

  @Test
  @DisplayName(
      "SHT-24 SHT-12 final attestation without a protocol is kept back; all is told at once")
  void everythingAtOnce() {
    ClosingTogether judged =
        judged(
            SheetKind.FINAL,
            List.of(RowScores.ratings(70, 70)),
            Set.of("office"),
            new Closer("office", 5L));

    assertThat(rulesOf(judged)).containsExactly("SOD-6", "SOD-1", "SHT-4", "SHT-12");
  }

  @Test
  @DisplayName("SHT-24 EXR-9 a result that does not go with the attendance leaves a sheet out")
  void notAsSeenInTheRoom() {
    ClosingTogether judged =
        judged(SheetKind.MAIN, typed(List.of(PASSED), Set.of(), 0, 1), OFFICE, TermType.AUTUMN);

    assertThat(judged.isLeftOut()).isTrue();
    assertThat(rulesOf(judged)).containsExactly("EXR-9");
  }

  @Test
  @DisplayName("SHT-24 CTL-18 too many excellent results leave a sheet out until it is asked for")
  void leftOut() {
    List<RowScores> rows = new ArrayList<>(Collections.nCopies(9, PASSED));
    rows.add(RowScores.of(95, 95, 95));
    boolean accepted = judged(SheetKind.MAIN, rows, Set.of(), OFFICE).isReady();
    ClosingTogether all =
        judged(SheetKind.MAIN, Collections.nCopies(10, RowScores.of(95, 95, 95)), Set.of(), OFFICE);

    assertThat(accepted).as("one of ten").isTrue();
    assertThat(all.isReady()).isFalse();
    assertThat(all.isLeftOut()).isTrue();
    assertThat(rulesOf(all)).containsExactly("CTL-18");
    assertThat(
            judged(
                    SheetKind.SUMMER,
                    Collections.nCopies(10, RowScores.of(95, 95, 95)),
                    Set.of(),
                    OFFICE,
                    0,
                    TermType.SUMMER)
                .isReady())
        .as("the summer is not counted")
        .isTrue();
    assertThat(judged(SheetKind.MAIN, List.of(), Set.of(), OFFICE).isReady())
        .as("a sheet all students have been taken out of")
        .isTrue();
  }

  @Test
  @DisplayName("SHT-24 EXR-8 an act about the exam nobody has decided leaves the sheet out, too")
  void undecidedActs() {
    ClosingTogether judged = judged(SheetKind.MAIN, List.of(PASSED), Set.of(), OFFICE, 2);

    assertThat(judged.isReady()).isFalse();
    assertThat(judged.isLeftOut()).isTrue();
    assertThat(rulesOf(judged)).containsExactly("EXR-8");
    assertThat(judged.reasons().get(0).args()).containsExactly(2);
  }

  @Test
  @DisplayName("SHT-24 AK-9 final attestation that was passed before is kept back")
  void attestedBefore() {
    Verdict passed =
        FinalAttempts.judge(
            List.of(new FinalRecord.Attested(1, 7, 2024, DAY, Grade.of(Letter.B))), 1, 2025, "1");
    ClosingTogether judged =
        judged(
            SheetKind.MAIN,
            new ClosingTogether.Typed(List.of(PASSED), Set.of(), 0, 0, passed),
            OFFICE,
            TermType.AUTUMN);

    assertThat(judged.isReady()).isFalse();
    assertThat(judged.isLeftOut()).as("asking for it does not help").isFalse();
    assertThat(rulesOf(judged)).containsExactly("AK-9");
  }
}
