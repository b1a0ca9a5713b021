package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.shared.Refusal;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AcademicDifferenceTest {

  private static final LocalDate LISTED = LocalDate.of(2025, 10, 3);
  private static final LocalDate DUE = LocalDate.of(2026, 8, 31);
  private static final Obligation LISTED_ONE =
      new Obligation("X", Credits.of(3), TermRef.autumn(2025), DUE);

  @Test
  @DisplayName("DEB-3 the day to close it comes after its document, and so does lifting it")
  void days() {
    assertThat(AcademicDifference.judge(LISTED, DUE, null, false).isAllowed()).isTrue();
    assertThat(AcademicDifference.judge(LISTED, LISTED.plusDays(1), LISTED, false).isAllowed())
        .isTrue();
    assertThat(codes(LISTED, null, false)).containsExactly("achievement.difference.due");
    assertThat(codes(DUE, LISTED.minusDays(1), false))
        .containsExactly("achievement.difference.lifted");
    assertThat(codes(DUE, null, true)).containsExactly("achievement.difference.passed");
  }

  private static List<String> codes(LocalDate due, LocalDate lifted, boolean passed) {
    return AcademicDifference.judge(LISTED, due, lifted, passed).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("DEB-3 it stands from the day of its document until it is lifted")
  void standing() {
    AcademicDifference difference = new Listed();
    difference.list(LISTED, DUE, "№ 7", null, "office", Instant.EPOCH);
    assertThat(difference.standsOn(LISTED.minusDays(1))).isFalse();
    assertThat(difference.standsOn(LISTED)).isTrue();
    assertThat(difference.standsOn(DUE.plusDays(1))).as("overdue, but owed").isTrue();
    difference.list(LISTED, DUE, "№ 9", LISTED.plusDays(20), "office", Instant.EPOCH);
    assertThat(difference.standsOn(LISTED.plusDays(19))).isTrue();
    assertThat(difference.standsOn(LISTED.plusDays(20))).isFalse();
  }

  private static final class Listed extends AcademicDifference {}

  @Test
  @DisplayName(
      "DEB-3 DEB-2 it is owed before its term is over and with its day, until it is passed")
  void owed() {
    assertThat(debts(new Ledger(), List.of(LISTED_ONE)))
        .containsExactly(Tuple.tuple("X", Debt.Cause.DIFFERENCE, DUE, 3));
    assertThat(debts(new Ledger().add("X", 3, "F"), List.of(LISTED_ONE)))
        .containsExactly(Tuple.tuple("X", Debt.Cause.DIFFERENCE, DUE, 3));
    assertThat(debts(new Ledger().add("X", 3, "I"), List.of(LISTED_ONE))).isEmpty();
    assertThat(debts(new Ledger().add("X", 3, "D"), List.of(LISTED_ONE))).isEmpty();
    assertThat(debts(new Ledger().add("X", 3, "TR"), List.of(LISTED_ONE))).isEmpty();
  }

  @Test
  @DisplayName("DEB-3 INC-1 as an expired I it is owed as a difference, with its day")
  void expiredIncomplete() {
    CountedResults counted = new Ledger().add("X", 3, "I").counted();
    assertThat(
            DebtPolicy.debts(counted, List.of(LISTED_ONE), TermRef.spring(2024), counted.pending()))
        .extracting(Debt::discipline, Debt::cause, Debt::until)
        .containsExactly(Tuple.tuple("X", Debt.Cause.DIFFERENCE, DUE));
  }

  @Test
  @DisplayName("DEB-3 what the plan asks for as well is owed once, as a difference with its day")
  void owedOnce() {
    Obligation planned = Obligation.planned("X", Credits.of(3), TermRef.autumn(2024));
    assertThat(debts(new Ledger(), List.of(LISTED_ONE, planned)))
        .containsExactly(Tuple.tuple("X", Debt.Cause.DIFFERENCE, DUE, 3));
  }

  @Test
  @DisplayName("DEB-3 the term it is owed since is the one that had begun when it was listed")
  void since() {
    List<Term> calendar =
        List.of(
            IncompleteClockTest.term(2024, TermType.SPRING, "2025-01-27", "2025-05-31"),
            IncompleteClockTest.term(2025, TermType.AUTUMN, "2025-09-01", "2026-01-17"));
    assertThat(PlannedObligations.termOf(LISTED, calendar)).isEqualTo(TermRef.autumn(2025));
    assertThat(PlannedObligations.termOf(LocalDate.of(2025, 8, 31), calendar))
        .isEqualTo(TermRef.spring(2024));
    assertThat(PlannedObligations.termOf(LocalDate.of(2024, 1, 1), calendar))
        .isEqualTo(TermRef.autumn(2024));
  }

  private static List<Tuple> debts(Ledger ledger, List<Obligation> obligations) {
    return DebtPolicy.debts(ledger.counted(), obligations, TermRef.spring(2024), List.of()).stream()
        .map(debt -> Tuple.tuple(debt.discipline(), debt.cause(), debt.until(), credits(debt)))
        .toList();
  }

  private static int credits(Debt debt) {
    return debt.credits().value();
  }
}
