package kz.miras.registrar.achievement.recognition;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecognitionTest {

  private static final LocalDate TODAY = LocalDate.of(2176, 10, 1);
  private static final LocalDate EARLIER = LocalDate.of(2176, 6, 20);
  private static final RecognitionFacts FREE =
      new RecognitionFacts("MAT1", 5, false, false, 0, 240);

  private final RecognitionPolicy policy =
      new RecognitionPolicy(RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1)));

  private static RecognitionWish wish(
      RecognitionKind kind, int credits, String sign, Integer percent) {
    return new RecognitionWish(
        kind, "Calculus", credits, sign, percent, "T-7", EARLIER, "KazNU", "12-c", TODAY);
  }

  private List<String> codes(RecognitionWish wish, RecognitionFacts facts) {
    return policy.judge(wish, facts, TODAY).refusals().stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @DisplayName("REC-7 a positive grade is recognised, of no fewer credits than the discipline has")
  @CsvSource({
    "5, A-, 92, ",
    "6, D, 50, ",
    "5, P, , ",
    "5, TR, , ",
    "4, A-, 92, achievement.recognition.credits",
    "5, FX, 30, achievement.recognition.not-positive",
    "5, F, 10, achievement.recognition.not-positive",
    "5, NP, , achievement.recognition.not-positive",
    "5, I, , achievement.recognition.not-positive",
    "5, EX, , achievement.recognition.not-positive",
    "5, '', , achievement.recognition.not-positive",
    "5, A, 60, achievement.past.disagrees",
    "5, Z, , achievement.past.sign"
  })
  void grades(int credits, String sign, Integer percent, String code) {
    assertThat(codes(wish(RecognitionKind.TRANSFER_IN, credits, sign, percent), FREE))
        .isEqualTo(code == null ? List.of() : List.of(code));
  }

  @Test
  @DisplayName("REC-7 without a grade it earns credits outside GPA")
  void withoutAGrade() {
    assertThat(wish(RecognitionKind.MOBILITY, 5, "TR", null).result().grade().mark())
        .isEqualTo(Mark.TR);
  }

  @Test
  @DisplayName("REC-4 document, organisation and order are named, and are not of days to come")
  void basis() {
    RecognitionWish nothing =
        new RecognitionWish(RecognitionKind.MOBILITY, " ", 5, "A", 96, "", null, null, null, null);
    assertThat(codes(nothing, FREE))
        .containsExactly(
            "achievement.recognition.document-needed",
            "achievement.recognition.order-needed",
            "achievement.recognition.source-needed");
    RecognitionWish tomorrow =
        new RecognitionWish(
            RecognitionKind.MOBILITY,
            "Calculus",
            5,
            "A",
            96,
            "T-7",
            EARLIER,
            "KazNU",
            "12-c",
            TODAY.plusDays(1));
    assertThat(codes(tomorrow, FREE)).containsExactly("achievement.recognition.order-future");
    assertThat(wish(RecognitionKind.MOBILITY, 5, "A", 96).basis())
        .isEqualTo("№ T-7, 2176-06-20, KazNU; № 12-c, 2176-10-01");
  }

  @Test
  @DisplayName("REC-6 what is passed, or asked for already, is not recognised again")
  void once() {
    RecognitionWish wish = wish(RecognitionKind.MOBILITY, 5, "A", 96);
    assertThat(codes(wish, new RecognitionFacts("MAT1", 5, true, false, 0, 240)))
        .containsExactly("achievement.recognition.passed");
    assertThat(codes(wish, new RecognitionFacts("MAT1", 5, false, true, 0, 240)))
        .containsExactly("achievement.recognition.open");
  }

  @Test
  @DisplayName("REC-2 non-formal results earn at most a fifth of the programme")
  void share() {
    RecognitionFacts full = new RecognitionFacts("MAT1", 5, false, false, 44, 240);
    for (RecognitionKind kind : RecognitionKind.values()) {
      assertThat(codes(wish(kind, 5, "A", 96), full))
          .as(kind.name())
          .isEqualTo(kind.isNonFormal() ? List.of("achievement.recognition.share") : List.of());
      assertThat(codes(wish(kind, 5, "A", 96), new RecognitionFacts("M", 5, false, false, 43, 240)))
          .isEmpty();
    }
  }

  @Test
  @DisplayName("REC-8 who asked does not decide; a rejection says why")
  void twoPeople() {
    assertThat(RecognitionPolicy.decides("dir", "spe", true, null).isAllowed()).isTrue();
    assertThat(RecognitionPolicy.decides("spe", "spe", true, null).refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.recognition.own");
    assertThat(RecognitionPolicy.decides("dir", "spe", false, " ").refusals())
        .extracting(Refusal::code)
        .containsExactly("achievement.recognition.note-needed");
  }
}
