package kz.miras.registrar.achievement.integrity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.achievement.Ledger;
import kz.miras.registrar.achievement.integrity.SheetScores.Row;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntegrityTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 20);

  private final IntegrityPolicy policy = new IntegrityPolicy(Ledger.rules());

  /** A sheet of scores, each with a rating equal to it. */
  private static SheetScores sheet(int... scores) {
    List<Row> rows = new ArrayList<>();
    for (int score : scores) {
      rows.add(new Row(score, score));
    }
    return new SheetScores(rows);
  }

  private static SheetScores rated(int far, int near, int gap) {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < far; i++) {
      rows.add(new Row(60 + i % 3, 60 + i % 3 + gap));
    }
    for (int i = 0; i < near; i++) {
      rows.add(new Row(70 + i, 75 + i));
    }
    return new SheetScores(rows);
  }

  private static CorrectedResult correction(int before, int after) {
    return new CorrectedResult(DAY, DAY.plusDays(3), before, after, DAY);
  }

  private static List<String> rules(Verdict verdict) {
    assertThat(verdict.isAllowed()).as("a flag refuses nothing").isTrue();
    return verdict.warnings().stream().map(Refusal::rule).toList();
  }

  @ParameterizedTest(name = "two of ten from 70 to {0}: {1}")
  @CsvSource({"70, true", "74, true", "75, true", "76, false", "95, false"})
  @DisplayName("INT-1 a sheet whose scores lie within the spread is flagged")
  void spread(int highest, boolean flagged) {
    SheetScores sheet = sheet(70, 70, 70, 70, 70, 70, 70, 70, highest, highest);
    assertThat(rules(policy.sheet(sheet)).contains("INT-1")).isEqualTo(flagged);
  }

  @ParameterizedTest(name = "{0} of 25 far away: {1}")
  @CsvSource({"0, true", "1, true", "2, true", "3, false"})
  @DisplayName("INT-1 a few far away do not hide that the rest are alike")
  void outliers(int far, boolean flagged) {
    int[] scores = new int[25];
    for (int i = 0; i < scores.length; i++) {
      scores[i] = i < far ? 20 + 40 * i : 85 + i % 3;
    }
    assertThat(rules(policy.sheet(sheet(scores))).contains("INT-1")).isEqualTo(flagged);
    IntegrityPolicy all =
        new IntegrityPolicy(Ledger.rules().with(RuleParameter.INTEGRITY_SPREAD_SHARE, "1"));
    assertThat(rules(all.sheet(sheet(scores))).contains("INT-1")).isEqualTo(far == 0);
  }

  @ParameterizedTest(name = "24 with {0} and one 90: {1}")
  @CsvSource({"49, false", "50, true", "51, true", "52, true", "53, false"})
  @DisplayName("INT-2 few points above the lowest that passes are flagged as that score is")
  void nearPass(int score, boolean flagged) {
    int[] scores = new int[25];
    Arrays.fill(scores, score);
    scores[24] = 90;
    assertThat(rules(policy.sheet(sheet(scores))).contains("INT-2")).isEqualTo(flagged);
    IntegrityPolicy exact =
        new IntegrityPolicy(Ledger.rules().with(RuleParameter.INTEGRITY_ABOVE_PASS, "0"));
    assertThat(rules(exact.sheet(sheet(scores))).contains("INT-2")).isEqualTo(score == 50);
  }

  @Test
  @DisplayName("INT-1 the flag tells how many, the lowest and the highest score")
  void spreadFigures() {
    Refusal flag = policy.sheet(sheet(70, 71, 72, 73, 70, 71, 72, 73, 70, 74)).warnings().get(0);
    assertThat(flag.args()).containsExactly(10, 10, 70, 74);
  }

  @Test
  @DisplayName("INT-1 INT-2 INT-3 a sheet of fewer than the limit says nothing")
  void few() {
    assertThat(rules(policy.sheet(sheet(50, 50, 50, 50, 50, 50, 50, 50, 50)))).isEmpty();
    assertThat(rules(policy.sheet(sheet(50, 50, 50, 50, 50, 50, 50, 50, 50, 50))))
        .containsExactly("INT-1", "INT-2");
    assertThat(rules(policy.sheet(rated(9, 0, 40)))).isEmpty();
    assertThat(rules(policy.sheet(new SheetScores(List.of())))).isEmpty();
  }

  @ParameterizedTest(name = "{0} of 10 have 50: {1}")
  @CsvSource({"2, false", "3, true", "10, true"})
  @DisplayName("INT-2 a share of scores exactly at the lowest that passes is flagged")
  void mass(int fifties, boolean flagged) {
    int[] scores = {90, 85, 80, 75, 70, 65, 60, 53, 49, 95};
    for (int i = 0; i < fifties; i++) {
      scores[i] = 50;
    }
    assertThat(rules(policy.sheet(sheet(scores))).contains("INT-2")).isEqualTo(flagged);
  }

  @Test
  @DisplayName("INT-2 the lowest that passes and the share are those of the rules of the sheet")
  void massByRules() {
    IntegrityPolicy other =
        new IntegrityPolicy(
            Ledger.rules()
                .with(RuleParameter.EXAM_MIN, "40")
                .with(RuleParameter.INTEGRITY_SHARE, "0.50"));
    int[] fifties = {50, 50, 50, 50, 50, 90, 80, 70, 60, 99};
    int[] forties = {40, 40, 40, 40, 40, 90, 80, 70, 60, 99};
    assertThat(rules(other.sheet(sheet(fifties)))).isEmpty();
    assertThat(rules(other.sheet(sheet(forties)))).containsExactly("INT-2");
    forties[0] = 43;
    assertThat(rules(other.sheet(sheet(forties)))).isEmpty();
  }

  @ParameterizedTest(name = "{0} of {1} are {2} away: {3}")
  @CsvSource({
    "3, 7, 30, true",
    "3, 7, 29, false",
    "2, 8, 30, false",
    "3, 7, -30, true",
    "3, 8, 35, false",
    "10, 0, 35, true"
  })
  @DisplayName("INT-3 an exam far from the rating for a share of the students is flagged")
  void gap(int far, int near, int gap, boolean flagged) {
    assertThat(rules(policy.sheet(rated(far, near, gap))).contains("INT-3")).isEqualTo(flagged);
  }

  @Test
  @DisplayName("INT-3 who has no rating is no gap, and a sheet without ratings has none")
  void noRatings() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      rows.add(new Row(null, 55 + 3 * i));
    }
    assertThat(rules(policy.sheet(new SheetScores(rows)))).isEmpty();
    rows.add(new Row(95, 55));
    assertThat(rules(policy.sheet(new SheetScores(rows)))).isEmpty();
  }

  @ParameterizedTest(name = "{0} days: {1}")
  @CsvSource({"0, false", "30, false", "31, true", "400, true"})
  @DisplayName("INT-4 a correction later than the limit is flagged")
  void late(int days, boolean flagged) {
    CorrectedResult correction = new CorrectedResult(DAY, DAY.plusDays(days), 60, 65, DAY);
    assertThat(rules(policy.corrected(correction)).contains("INT-4")).isEqualTo(flagged);
  }

  @Test
  @DisplayName("INT-4 a result of no sheet is never late; the flag tells days, before and after")
  void lateFigures() {
    assertThat(rules(policy.corrected(new CorrectedResult(null, DAY, 60, 65, DAY)))).isEmpty();
    Refusal flag =
        policy
            .corrected(new CorrectedResult(DAY, DAY.plusDays(40), null, 65, DAY))
            .warnings()
            .get(0);
    assertThat(flag.args()).containsExactly(40, "—", "65");
  }

  @ParameterizedTest(name = "{0} corrections: {1}")
  @CsvSource({"0, false", "2, false", "3, true", "7, true"})
  @DisplayName("INT-5 one teacher and one student again and again are flagged")
  void pair(int times, boolean flagged) {
    Verdict verdict = policy.pair(Collections.nCopies(times, correction(60, 65)));
    assertThat(rules(verdict).contains("INT-5")).isEqualTo(flagged);
  }

  @ParameterizedTest(name = "{0} to {1}: {2}")
  @CsvSource({
    "49, 50, true",
    "48, 50, true",
    "47, 50, false",
    "69, 70, true",
    "89, 90, true",
    "88, 95, true",
    "88, 89, false",
    "50, 51, false",
    "70, 71, false",
    "50, 49, false",
    "49, 49, false"
  })
  @DisplayName("INT-6 only a raise over a border that was missed by few counts")
  void borders(int before, int after, boolean counts) {
    Verdict verdict = policy.raises(Collections.nCopies(3, correction(before, after)));
    assertThat(rules(verdict).contains("INT-6")).isEqualTo(counts);
  }

  @Test
  @DisplayName("INT-6 the raises of one person are counted among all asked for")
  void raises() {
    List<CorrectedResult> all =
        Stream.of(correction(49, 50), correction(69, 71), correction(60, 75)).toList();
    assertThat(rules(policy.raises(all))).isEmpty();
    List<CorrectedResult> more = new ArrayList<>(all);
    more.add(correction(89, 91));
    more.add(new CorrectedResult(DAY, DAY, null, 80, DAY));
    more.add(new CorrectedResult(DAY, DAY, 49, null, DAY));
    Refusal flag = policy.raises(more).warnings().get(0);
    assertThat(flag.rule()).isEqualTo("INT-6");
    assertThat(flag.args()).containsExactly(3, 6, 2, 12);
  }

  @Test
  @DisplayName("INT-6 before the scale of 2018 good began at 75")
  void oldScale() {
    LocalDate then = LocalDate.of(2018, 1, 20);
    CorrectedResult good = new CorrectedResult(then, then, 74, 75, then);
    CorrectedResult none = new CorrectedResult(then, then, 69, 70, then);
    assertThat(rules(policy.raises(Collections.nCopies(3, good)))).containsExactly("INT-6");
    assertThat(rules(policy.raises(Collections.nCopies(3, none)))).isEmpty();
  }
}
