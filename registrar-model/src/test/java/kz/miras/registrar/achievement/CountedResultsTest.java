package kz.miras.registrar.achievement;

import static kz.miras.registrar.achievement.Ledger.AUTUMN;
import static kz.miras.registrar.achievement.Ledger.SPRING;
import static kz.miras.registrar.achievement.Ledger.SUMMER;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CountedResultsTest {

  @Test
  @DisplayName("ACH-2 CTL-9 a failed raise takes away neither grade nor credits")
  void failureAfterAPassTakesNothingAway() {
    for (String failure : List.of("FX", "F", "NP")) {
      Ledger ledger =
          new Ledger().add("X", 5, "D").add("X", SPRING, ResultKind.GPA_RAISE, 5, failure);
      CountedResults counted = last(ledger);
      assertThat(reasons(counted)).containsExactly(Reason.LAST_POSITIVE, Reason.FAILED_AFTER_PASS);
      assertThat(counted.earned()).isEqualTo(Credits.of(5));
      assertThat(counted.of("X")).map(Result::position).contains(1L);
    }
  }

  @Test
  @DisplayName("ACH-1 without any pass the last failure counts")
  void lastOfSeveralFailures() {
    CountedResults counted =
        last(new Ledger().add("X", 5, "FX").add("X", SPRING, ResultKind.RETAKE, 5, "F"));
    assertThat(reasons(counted)).containsExactly(Reason.SUPERSEDED_BY_LATER, Reason.LAST_ATTEMPT);
    assertThat(counted.lines().get(0).instead()).isEqualTo(2L);
  }

  @Test
  @DisplayName("ACH-3 an appeal replaces the entry it corrects, in whatever order they come")
  void correctionsReplaceTheirEntry() {
    CountedResults counted =
        last(
            new Ledger()
                .add("X", 5, "C")
                .add("X", SPRING, ResultKind.GPA_RAISE, 5, "D")
                .add("X", AUTUMN, ResultKind.MAIN, 5, "B")
                .correcting(1));
    assertThat(counted.lines())
        .extracting(it -> it.result().position())
        .containsExactly(1L, 3L, 2L);
    assertThat(reasons(counted))
        .containsExactly(Reason.CORRECTED, Reason.SUPERSEDED_BY_LATER, Reason.LAST_ATTEMPT);
  }

  @Test
  @DisplayName("ACH-3 a correction of the first sitting stays before the FX retake")
  void correctionKeepsThePlaceOfItsEntry() {
    CountedResults counted =
        last(
            new Ledger()
                .add("X", 5, "FX")
                .add("X", AUTUMN, ResultKind.FX, 5, "B")
                .add("X", AUTUMN, ResultKind.MAIN, 5, "F")
                .correcting(1));
    assertThat(counted.of("X")).map(Result::position).contains(2L);
  }

  @Test
  @DisplayName("ACH-3 a correction of a correction leaves one entry")
  void chainsOfCorrections() {
    CountedResults counted =
        last(
            new Ledger()
                .add("X", 5, "A")
                .add("X", 5, "B")
                .correcting(1)
                .add("X", 5, "F")
                .correcting(2));
    assertThat(reasons(counted))
        .containsExactly(Reason.CORRECTED, Reason.CORRECTED, Reason.ONLY_ATTEMPT);
    assertThat(counted.earned()).isEqualTo(Credits.ZERO);
  }

  @Test
  @DisplayName("ACH-4 I and W earn nothing and replace nothing; a later sitting resolves the I")
  void pendingAndWithdrawn() {
    CountedResults open =
        last(
            new Ledger()
                .add("X", 5, "I")
                .add("Y", 5, "F")
                .add("Y", SPRING, ResultKind.RETAKE, 5, "W"));
    assertThat(reasons(open))
        .containsExactly(Reason.PENDING, Reason.ONLY_ATTEMPT, Reason.WITHDRAWN);
    CountedResults resolved =
        last(new Ledger().add("X", 5, "I").add("X", AUTUMN, ResultKind.INDIVIDUAL, 5, "B"));
    assertThat(reasons(resolved)).containsExactly(Reason.CONTINUED, Reason.ONLY_ATTEMPT);
    assertThat(resolved.earned()).isEqualTo(Credits.of(5));
  }

  @Test
  @DisplayName("ACH-4 what stands is the result, else the I, else the W; never two of a discipline")
  void standing() {
    Ledger ledger =
        new Ledger()
            .add("failed", 5, "FX")
            .add("failed", AUTUMN, ResultKind.FX, 5, "I")
            .add("left", 5, "FX")
            .add("left", AUTUMN, ResultKind.FX, 5, "W")
            .add("open", 5, "W")
            .add("open", AUTUMN, ResultKind.RETAKE, 5, "I")
            .add("sat", 5, "I")
            .add("sat", AUTUMN, ResultKind.INDIVIDUAL, 5, "B")
            .add("withdrawn", 5, "W");
    assertThat(last(ledger).standing())
        .extractingFromEntries(
            entry -> entry.getKey() + " " + entry.getValue().result().grade().sign())
        .containsExactly("failed FX", "left FX", "open I", "sat B", "withdrawn W");
    assertThat(last(ledger).standing().get("failed").result().position()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "ACH-1 over random ledgers one entry per discipline counts and every line is explained")
  void invariantsOverRandomLedgers() {
    String[] grades = {"A", "B", "C", "D", "FX", "F", "P", "NP", "TR", "I", "W"};
    TermRef[] terms = {AUTUMN, SPRING, SUMMER, TermRef.autumn(2026)};
    Random random = new Random(595);
    for (int round = 0; round < 3000; round++) {
      Ledger ledger = new Ledger();
      for (int i = random.nextInt(9); i >= 0; i--) {
        ledger.add(
            "D" + random.nextInt(3),
            terms[random.nextInt(terms.length)],
            ResultKind.values()[random.nextInt(ResultKind.values().length)],
            1 + random.nextInt(6),
            grades[random.nextInt(grades.length)]);
      }
      check(ledger.results(), RulesOfTime.always(Ledger.rules()), random);
      check(ledger.results(), RulesOfTime.always(Ledger.best()), random);
    }
  }

  private static void check(List<Result> ledger, RulesOfTime rules, Random random) {
    CountedResults counted = CountedResults.of(ledger, rules);
    assertThat(counted.lines()).doesNotContainNull().hasSameSizeAs(ledger);
    Map<String, Long> perDiscipline =
        counted.counted().stream()
            .collect(Collectors.groupingBy(Result::discipline, Collectors.counting()));
    assertThat(perDiscipline.values()).allMatch(it -> it == 1);
    Map<String, CountedLine> standing = counted.standing();
    assertThat(standing.keySet())
        .containsExactlyInAnyOrderElementsOf(
            ledger.stream().map(Result::discipline).collect(Collectors.toSet()));
    counted
        .counted()
        .forEach(it -> assertThat(standing.get(it.discipline()).result()).isEqualTo(it));
    for (CountedLine line : counted.lines()) {
      assertThat(line.instead() != null).isEqualTo(!line.counts() && !standsAlone(line.reason()));
    }
    List<Result> shuffled = new ArrayList<>(ledger);
    Collections.shuffle(shuffled, random);
    assertThat(CountedResults.of(shuffled, rules).lines()).isEqualTo(counted.lines());
  }

  private static boolean standsAlone(Reason reason) {
    return reason == Reason.PENDING || reason == Reason.WITHDRAWN;
  }

  private static CountedResults last(Ledger ledger) {
    return ledger.counted();
  }

  private static List<Reason> reasons(CountedResults counted) {
    return counted.lines().stream().map(CountedLine::reason).toList();
  }
}
