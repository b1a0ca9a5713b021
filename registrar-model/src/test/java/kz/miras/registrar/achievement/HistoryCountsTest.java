package kz.miras.registrar.achievement;

import static kz.miras.registrar.achievement.Ledger.AUTUMN;
import static kz.miras.registrar.achievement.Ledger.SPRING;
import static kz.miras.registrar.achievement.Ledger.SUMMER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A history counts the same whatever happens after it: new rules, late appeals, leaves, lists. */
class HistoryCountsTest {

  private static final TermRef NEXT_SPRING = TermRef.spring(2026);
  private static final RuleSet WITHOUT_FAILURES =
      Ledger.rules().with(RuleParameter.GPA_INCLUDE_FAIL, "false");
  private static final Map<String, RuleSet> BOOK =
      Map.of("2025", Ledger.rules(), "best", Ledger.best(), "without", WITHOUT_FAILURES);
  private static final Function<String, RuleSet> NAMED = BOOK::get;

  private static GpaCalculator asOf(String inForce) {
    return new GpaCalculator(RulesOfTime.of(NAMED, BOOK.get(inForce)));
  }

  private static BigDecimal gpa(GpaCalculator calculator, Ledger ledger) {
    return calculator.cumulative(ledger.results()).rounded().orElseThrow();
  }

  private static Ledger afterSummer() {
    return Ledger.autumn().add("S5", SUMMER, ResultKind.RETAKE, 5, "C+").allUnder("2025");
  }

  @Test
  @DisplayName("GPA-8 a raise to D under LAST stays 2.65 after BEST has come into force")
  void supersedeOfItsTime() {
    Ledger raised = afterSummer().add("S6", SUMMER, ResultKind.GPA_RAISE, 4, "D").under("2025");
    assertThat(gpa(asOf("2025"), raised)).as("2026-08-31").isEqualTo("2.65");
    assertThat(gpa(asOf("best"), raised)).as("2026-10-01").isEqualTo("2.65");
    Ledger later = afterSummer().add("S6", NEXT_SPRING, ResultKind.GPA_RAISE, 4, "D").under("best");
    assertThat(gpa(asOf("best"), later)).as("raised under BEST: B+ stays").isEqualTo("2.96");
    assertThat(gpa(asOf("2025"), later)).as("and stays under LAST").isEqualTo("2.96");
  }

  @Test
  @DisplayName("GPA-8 of two attempts the rules of the later choose, each in its turn")
  void rulesOfTheLaterAttempt() {
    Ledger three =
        new Ledger()
            .add("X", 5, "B")
            .under("2025")
            .add("X", SPRING, ResultKind.GPA_RAISE, 5, "C")
            .under("best")
            .add("X", SUMMER, ResultKind.GPA_RAISE, 5, "D")
            .under("2025");
    RulesOfTime rules = RulesOfTime.of(NAMED, Ledger.best());
    assertThat(reasons(three.results().subList(0, 2), rules))
        .containsExactly(Reason.BEST_ATTEMPT, Reason.SUPERSEDED_BY_BETTER);
    assertThat(reasons(three.results(), rules))
        .containsExactly(
            Reason.SUPERSEDED_BY_LATER, Reason.SUPERSEDED_BY_LATER, Reason.LAST_ATTEMPT);
    Ledger failed = three.add("X", NEXT_SPRING, ResultKind.GPA_RAISE, 5, "F").under("2025");
    assertThat(reasons(failed.results(), rules))
        .endsWith(Reason.LAST_POSITIVE, Reason.FAILED_AFTER_PASS);
  }

  @Test
  @DisplayName("GPA-8 leaving failures out begins with the rules that say so: 2.57, never 3.08")
  void failuresOfTheirTime() {
    Ledger autumn = Ledger.autumn().allUnder("2025");
    assertThat(asOf("without").term(autumn.results(), AUTUMN).rounded())
        .contains(new BigDecimal("2.57"));
    assertThat(gpa(asOf("without"), autumn)).isEqualTo("2.57");
    Ledger later = autumn.add("N", NEXT_SPRING, ResultKind.MAIN, 5, "F").under("without");
    assertThat(gpa(asOf("2025"), later)).as("its own F is left out").isEqualTo("2.57");
  }

  @Test
  @DisplayName("GPA-8 what is only shown follows the day; a result that names no rules too")
  void shownByTheDay() {
    RuleSet three = Ledger.rules().with(RuleParameter.GPA_DIGITS, "3");
    Ledger autumn = Ledger.autumn().allUnder("2025");
    assertThat(gpa(new GpaCalculator(RulesOfTime.of(NAMED, three)), autumn)).isEqualTo("2.567");
    assertThat(gpa(asOf("without"), Ledger.autumn())).isEqualTo("3.08");
  }

  @Test
  @DisplayName("ACH-1 under BEST the later of two equals counts")
  void laterOfEquals() {
    Ledger ledger = new Ledger().add("X", 5, "C").add("X", SPRING, ResultKind.GPA_RAISE, 5, "C");
    assertThat(reasons(ledger.results(), RulesOfTime.always(Ledger.best())))
        .containsExactly(Reason.SUPERSEDED_BY_BETTER, Reason.BEST_ATTEMPT);
  }

  @Test
  @DisplayName("ACH-5 an appeal to 64 C- is not taken back by the FX retake of 40 it overtook")
  void appealAfterFxRetake() {
    assertThat(counted(correctedAfterRetake("FX")).lines())
        .extracting(line -> line.result().position(), CountedLine::reason, CountedLine::instead)
        .containsExactly(
            tuple(1L, Reason.CORRECTED, 3L),
            tuple(3L, Reason.ONLY_ATTEMPT, null),
            tuple(2L, Reason.OVERTAKEN, 3L));
  }

  @Test
  @DisplayName("ACH-5 an excused FX retake is closed by the correction that passes")
  void excusedRetakeIsClosed() {
    CountedResults counted = counted(correctedAfterRetake("I"));
    assertThat(counted.pending()).isEmpty();
    assertThat(counted.earned()).isEqualTo(Credits.of(5));
  }

  /** FX, a retake of the same term, and the FX corrected to C-. */
  private static Ledger correctedAfterRetake(String retake) {
    return new Ledger()
        .add("X", 5, "FX")
        .add("X", AUTUMN, ResultKind.FX, 5, retake)
        .add("X", 5, "C-")
        .correcting(1);
  }

  @ParameterizedTest
  @CsvSource({"W, WITHDRAWN", "I, PENDING"})
  @DisplayName("ACH-4 a leave or an excuse at the FX retake leaves FX standing, and the debt")
  void nothingAtTheRetakeReplacesNothing(String grade, Reason reason) {
    CountedResults counted = counted(excusedRetake(grade));
    assertThat(reasons(counted)).containsExactly(Reason.ONLY_ATTEMPT, reason);
    assertThat(DebtPolicy.debts(counted, List.of(), AUTUMN, counted.pending()))
        .extracting(Debt::discipline, Debt::cause)
        .containsExactly(tuple("X", Debt.Cause.FAILED));
  }

  @Test
  @DisplayName("ACH-4 the sitting after an excused FX retake closes both FX and I")
  void excusedRetakeIsSatLater() {
    CountedResults counted =
        counted(excusedRetake("I").add("X", AUTUMN, ResultKind.INDIVIDUAL, 5, "C+"));
    assertThat(reasons(counted)).endsWith(Reason.CONTINUED, Reason.ONLY_ATTEMPT);
    assertThat(counted.pending()).isEmpty();
  }

  /** FX, and what became of its retake. */
  private static Ledger excusedRetake(String grade) {
    return new Ledger().add("X", 5, "FX").add("X", AUTUMN, ResultKind.FX, 5, grade);
  }

  @Test
  @DisplayName("ACH-4 a second I or a W does not replace an open I, whose clock runs on")
  void openIncompleteStays() {
    CountedResults counted =
        counted(twiceExcused().add("X", AUTUMN, ResultKind.INDIVIDUAL, 5, "W"));
    assertThat(counted.pending()).extracting(Result::position).containsExactly(1L);
    assertThat(reasons(counted))
        .containsExactly(Reason.PENDING, Reason.OVERTAKEN, Reason.WITHDRAWN);
  }

  @Test
  @DisplayName("ACH-4 an I that has become a failure leaves nothing open")
  void expiredIncompleteLeavesNothingOpen() {
    CountedResults counted = counted(twiceExcused().add("X", 5, "F").correcting(1));
    assertThat(counted.pending()).isEmpty();
    assertThat(counted.of("X")).map(Result::position).contains(3L);
    assertThat(counted(excusedRetake("I").add("X", 5, "FX").correcting(1)).pending())
        .as("FX by correction keeps the right to sit")
        .extracting(Result::position)
        .containsExactly(2L);
  }

  private static Ledger twiceExcused() {
    return new Ledger().add("X", 5, "I").add("X", AUTUMN, ResultKind.INDIVIDUAL, 5, "I");
  }

  @Test
  @DisplayName("ACH-6 five credits of A taken as additional leave 77.02 / 30 = 2.57 and 25 + 5")
  void additionalByPurpose() {
    assertThat(LedgerEntry.Studied.isAdditional(null, EnrolmentType.ADDITIONAL)).isTrue();
    assertThat(LedgerEntry.Studied.isAdditional(Cycle.BASIC, EnrolmentType.ADDITIONAL)).isTrue();
    assertThat(LedgerEntry.Studied.isAdditional(Cycle.ADDITIONAL, EnrolmentType.MAIN)).isTrue();
    assertThat(LedgerEntry.Studied.isAdditional(null, EnrolmentType.MINOR)).isFalse();
    assertThat(LedgerEntry.Studied.isAdditional(Cycle.BASIC, EnrolmentType.MINOR)).isFalse();
    assertThat(LedgerEntry.Studied.isAdditional(Cycle.BASIC, null)).isFalse();
    Ledger ledger =
        Ledger.autumn()
            .add("N", AUTUMN, ResultKind.ADDITIONAL, 5, "A")
            .with(Trait.ADDITIONAL_STUDY);
    GpaStatement statement = asOf("2025").cumulative(ledger.results());
    assertThat(statement.rounded()).contains(new BigDecimal("2.57"));
    assertThat(statement.earned()).isEqualTo(Credits.of(25));
    assertThat(statement.earnedAdditional()).isEqualTo(Credits.of(5));
  }

  @ParameterizedTest
  @CsvSource({
    "MAIN, MAIN, 1, MAIN",
    "MAIN, MAIN, 2, RETAKE",
    "MAIN, RETAKE, 2, RETAKE",
    "MAIN, GPA_RAISE, 2, GPA_RAISE",
    "MAIN, DIFFERENCE, 1, DIFFERENCE",
    "MAIN, MINOR, 1, MAIN",
    "MAIN, ADDITIONAL, 1, ADDITIONAL",
    "MAIN, , 1, MAIN",
    "SUMMER, MAIN, 1, SUMMER",
    "SUMMER, DEBT, 2, SUMMER",
    "SUMMER, MINOR, 1, SUMMER",
    "SUMMER, DIFFERENCE, 1, DIFFERENCE",
    "SUMMER, GPA_RAISE, 2, GPA_RAISE",
    "SUMMER, ADDITIONAL, 1, ADDITIONAL",
    "FX, DIFFERENCE, 1, FX",
    "INDIVIDUAL, MAIN, 1, INDIVIDUAL",
    "RETAKE, RETAKE, 2, RETAKE",
    "DIFFERENCE, MAIN, 1, DIFFERENCE",
    "GOS_HISTORY, MAIN, 1, STATE_EXAM"
  })
  @DisplayName("ACH-6 why a discipline is taken says what its result is, in the summer too")
  void kindOfResult(SheetKind sheet, EnrolmentType why, int attempt, ResultKind expected) {
    boolean additional = LedgerEntry.Studied.isAdditional(Cycle.BASIC, why);
    assertThat(ResultKind.of(sheet, why, attempt, additional)).isEqualTo(expected);
  }

  @Test
  @DisplayName("of a sheet of ratings nothing becomes a result")
  void ratingsAreNoResult() {
    assertThatThrownBy(() -> ResultKind.of(SheetKind.RATING, EnrolmentType.MAIN, 1, false))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static List<Reason> reasons(List<Result> ledger, RulesOfTime rules) {
    return reasons(CountedResults.of(ledger, rules));
  }

  private static List<Reason> reasons(CountedResults counted) {
    return counted.lines().stream().map(CountedLine::reason).toList();
  }

  private static CountedResults counted(Ledger ledger) {
    return ledger.counted();
  }
}
