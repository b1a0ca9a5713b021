package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.RowScores;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The boundaries of results and histories, each a row of a table, judged by rule sets that are rows
 * of a table too; and every percentage under every set, against whole-number arithmetic.
 */
class BoundaryCasesTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private static final LocalDate OLD = LocalDate.of(2018, 11, 23);
  private static final int[] LOWEST = {95, 90, 85, 80, 75, 70, 65, 60, 55, 50, 25, 0};
  private static final String[] SIGNS = {
    "A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D", "FX", "F"
  };
  private static final Map<String, RuleSet> SETS = sets();

  private static List<String> lines(String file) {
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                BoundaryCasesTest.class.getResourceAsStream("/" + file), StandardCharsets.UTF_8))) {
      return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, RuleSet> sets() {
    Map<String, RuleSet> sets = new LinkedHashMap<>();
    for (String line : lines("rule-sets.csv")) {
      String[] cells = line.split(",", -1);
      Map<RuleParameter, String> values = new EnumMap<>(RuleParameter.class);
      for (String value : cells[2].isBlank() ? new String[0] : cells[2].split(" ")) {
        String[] pair = value.split("=");
        values.put(RuleParameter.valueOf(pair[0]), pair[1]);
      }
      sets.put(
          cells[0],
          RuleSet.of(cells[0], 1, Level.valueOf(cells[1]), LocalDate.of(2010, 9, 1), values));
    }
    return sets;
  }

  @Test
  @DisplayName(
      "the tables hold at least eighty results and forty histories, each with its own name")
  void tablesAreWhole() {
    assertThat(names(lines("boundary-cases.csv"), ",")).hasSizeGreaterThanOrEqualTo(80);
    assertThat(names(lines("history-cases.csv"), "\\|")).hasSizeGreaterThanOrEqualTo(40);
    assertThat(SETS).hasSizeGreaterThanOrEqualTo(10);
  }

  private static List<String> names(List<String> lines, String separator) {
    List<String> names = lines.stream().map(line -> line.split(separator)[0].strip()).toList();
    assertThat(names).doesNotHaveDuplicates();
    return names;
  }

  @TestFactory
  @DisplayName("CTL-2 CTL-3 CTL-4 CTL-5 CTL-6 CTL-7 CTL-13 ACH-10 SCL-1 the boundaries of a result")
  Stream<DynamicTest> results() {
    return lines("boundary-cases.csv").stream()
        .map(line -> line.split(",", -1))
        .map(cells -> DynamicTest.dynamicTest(cells[0], () -> result(cells)));
  }

  private static void result(String[] cells) {
    RuleSet rules = SETS.get(cells[1]);
    RowScores row =
        new RowScores(decimal(cells[3]), decimal(cells[4]), score(cells[5]), mark(cells[5]));
    Optional<FinalOutcome> outcome =
        FinalGradePolicy.of(rules, LocalDate.parse(cells[7]))
            .outcome(ControlForm.valueOf(cells[2]), row, Integer.parseInt(cells[6]));
    String told =
        outcome
            .map(
                it ->
                    String.join(
                        ",",
                        text(it.admissionRating()),
                        text(it.grade().percent()),
                        it.grade().sign(),
                        text(it.digital().orElse(null)),
                        text(it.traditional().orElse(null)),
                        it.reason().name()))
            .orElseGet(() -> text(row.admissionRating(rules).orElse(null)) + ",-,-,-,-,OPEN");
    assertThat(told).isEqualTo(Stream.of(cells).skip(8).collect(Collectors.joining(",")));
  }

  private static String text(Object value) {
    return value == null ? "-" : String.valueOf(value);
  }

  private static BigDecimal decimal(String cell) {
    return cell.equals("-") ? null : new BigDecimal(cell);
  }

  private static Integer score(String cell) {
    return cell.matches("\\d+") ? Integer.valueOf(cell) : null;
  }

  private static Mark mark(String cell) {
    return cell.equals("-") || score(cell) != null ? null : Mark.valueOf(cell);
  }

  @TestFactory
  @DisplayName("ACH-1 ACH-2 ACH-3 ACH-4 ACH-5 ACH-10 DEB-1 GPA-1 GPA-4 the boundaries of a history")
  Stream<DynamicTest> histories() {
    return lines("history-cases.csv").stream()
        .map(line -> Stream.of(line.split("\\|", -1)).map(String::strip).toList())
        .map(cells -> DynamicTest.dynamicTest(cells.get(0), () -> history(cells)));
  }

  private static void history(List<String> cells) {
    RuleSet rules = SETS.get(cells.get(1));
    List<Result> ledger = ledger(cells.get(2));
    GpaStatement statement = new GpaCalculator(RulesOfTime.always(rules)).cumulative(ledger);
    List<Debt> debts =
        DebtPolicy.debts(
            CountedResults.of(ledger, RulesOfTime.always(rules)),
            List.of(),
            Ledger.SUMMER,
            List.of());
    assertThat(text(statement.rounded().orElse(null))).as("GPA").isEqualTo(cells.get(3));
    assertThat(statement.earned().value()).as("earned").isEqualTo(Integer.parseInt(cells.get(4)));
    assertThat(
            debts.isEmpty()
                ? "-"
                : debts.stream().map(Debt::discipline).sorted().collect(Collectors.joining(" ")))
        .as("debts")
        .isEqualTo(cells.get(5));
  }

  private static List<Result> ledger(String text) {
    Ledger ledger = new Ledger();
    for (String entry : text.isBlank() ? new String[0] : text.split(";")) {
      String[] words = entry.strip().split(" ");
      TermRef term = Ledger.AUTUMN;
      ResultKind kind = ResultKind.MAIN;
      for (int i = 3; i < words.length; i++) {
        if (words[i].matches("AUTUMN|SPRING|SUMMER")) {
          term = new TermRef(2025, TermType.valueOf(words[i]));
        } else if (!words[i].startsWith("^") && !words[i].startsWith("!")) {
          kind = ResultKind.valueOf(words[i]);
        }
      }
      ledger.add(words[0], term, kind, Integer.parseInt(words[1]), words[2]);
      for (String word : words) {
        if (word.startsWith("^")) {
          ledger.correcting(Long.parseLong(word.substring(1)));
        } else if (word.startsWith("!")) {
          ledger.with(Trait.valueOf(word.substring(1)));
        }
      }
    }
    return ledger.results();
  }

  @Test
  @DisplayName("CTL-3 CTL-5 CTL-6 every rating and every exam from 0 to 100 under every rule set")
  void everyPercentOfAnExam() {
    for (RuleSet rules : SETS.values()) {
      for (LocalDate day : List.of(OLD, DAY)) {
        FinalGradePolicy policy = FinalGradePolicy.of(rules, day);
        for (int rating = 0; rating <= 100; rating++) {
          for (int exam = 0; exam <= 100; exam++) {
            FinalOutcome outcome =
                policy.outcome(ControlForm.EXAM, RowScores.of(rating, rating, exam)).orElseThrow();
            String told = outcome.grade().percent() + " " + outcome.grade().sign();
            String expected = expected(rules, rating, exam, day.equals(OLD));
            if (!told.equals(expected)) {
              assertThat(told).as("%s: %s and %s", rules.code(), rating, exam).isEqualTo(expected);
            }
          }
        }
      }
    }
  }

  @Test
  @DisplayName("CTL-4 every pair of periods in tens under every rule set, and its admission")
  void everyPairOfPeriods() {
    for (RuleSet rules : SETS.values()) {
      FinalGradePolicy policy = FinalGradePolicy.of(rules, DAY);
      for (int first = 0; first <= 100; first += 10) {
        for (int second = 0; second <= 100; second += 10) {
          int hundredths =
              first * weight(rules, RuleParameter.WEIGHT_FIRST_PERIOD)
                  + second * (100 - weight(rules, RuleParameter.WEIGHT_FIRST_PERIOD));
          int rating = rounded(rules, hundredths);
          FinalOutcome outcome =
              policy.outcome(ControlForm.EXAM, RowScores.of(first, second, 75)).orElseThrow();
          assertThat(outcome.admissionRating()).isEqualTo(rating);
          assertThat(outcome.grade().percent() + " " + outcome.grade().sign())
              .as("%s: %s and %s", rules.code(), first, second)
              .isEqualTo(expected(rules, rating, 75, false));
        }
      }
    }
  }

  @Test
  @DisplayName("CTL-2 every single score from 0 to 100 under every rule set")
  void everyPercentOfOneScore() {
    for (RuleSet rules : SETS.values()) {
      for (LocalDate day : List.of(OLD, DAY)) {
        FinalGradePolicy policy = FinalGradePolicy.of(rules, day);
        for (int score = 0; score <= 100; score++) {
          boolean passes = score >= value(rules, RuleParameter.EXAM_MIN) && score >= 50;
          int percent = passes ? score : Math.min(score, 49);
          assertThat(policy.outcome(ControlForm.DEFENCE, RowScores.single(score)))
              .map(it -> it.grade().percent() + " " + it.grade().sign())
              .contains(percent + " " + sign(percent, day.equals(OLD)));
          assertThat(policy.outcome(ControlForm.CREDIT, RowScores.single(score)))
              .map(it -> it.grade().sign())
              .contains(passes ? "P" : "NP");
        }
      }
    }
  }

  /** Written down anew, in whole hundredths of a percent. */
  private static String expected(RuleSet rules, int rating, int exam, boolean old) {
    if (rating < value(rules, RuleParameter.ADMISSION_THRESHOLD)) {
      return "0 F";
    }
    boolean byExam = rules.text(RuleParameter.FAIL_MODE).orElseThrow().equals("EXAM_SCORE");
    int percent;
    if (byExam && exam < value(rules, RuleParameter.EXAM_MIN)) {
      percent = Math.min(exam, 49);
    } else {
      int hundredths =
          rating * weight(rules, RuleParameter.WEIGHT_RATING)
              + exam * weight(rules, RuleParameter.WEIGHT_EXAM);
      percent = rounded(rules, hundredths);
    }
    return percent + " " + sign(percent, old);
  }

  private static int rounded(RuleSet rules, int hundredths) {
    boolean down = rules.text(RuleParameter.ROUNDING).orElseThrow().equals("HALF_DOWN");
    return (hundredths + (down ? 49 : 50)) / 100;
  }

  private static int value(RuleSet rules, RuleParameter parameter) {
    return Integer.parseInt(rules.text(parameter).orElseThrow());
  }

  private static int weight(RuleSet rules, RuleParameter parameter) {
    return new BigDecimal(rules.text(parameter).orElseThrow()).movePointRight(2).intValueExact();
  }

  private static String sign(int percent, boolean old) {
    for (int i = 0; i < LOWEST.length; i++) {
      boolean exists = !old || !SIGNS[i].equals("FX");
      if (exists && percent >= LOWEST[i]) {
        return SIGNS[i];
      }
    }
    throw new IllegalArgumentException("percent " + percent);
  }
}
