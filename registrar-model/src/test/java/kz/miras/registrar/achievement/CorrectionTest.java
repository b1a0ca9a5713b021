package kz.miras.registrar.achievement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.LeavePeriod;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CorrectionTest {

  private static final LocalDate DAY = LocalDate.of(2026, 1, 12);
  private static final Instant NOW = Instant.parse("2026-01-20T09:00:00Z");
  private static final FinalGradePolicy POLICY =
      FinalGradePolicy.of(RuleSet.defaults(Level.BACHELOR, DAY), DAY);

  private final LedgerEntry.Outcome posted = outcome(60, 49, Grade.of(49, GradeScale.on(DAY)));

  @Test
  @DisplayName("COR-1 a mistyped 49 that was 94 becomes 74 C+ on a memo with number and date")
  void mistypedScore() {
    CorrectionPolicy.Wish wish = wish(CorrectionKind.ERROR, 60, 94, null);
    FinalOutcome now = given(wish).orElseThrow();
    assertThat(now.grade().percent()).isEqualTo(74);
    assertThat(now.grade().sign()).isEqualTo("C+");
    assertThat(judge(wish).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("COR-1 reason, document and a changed figure are asked for, all at once")
  void everythingIsAskedFor() {
    CorrectionPolicy.Wish empty =
        new CorrectionPolicy.Wish(CorrectionKind.ERROR, 60, 49, null, " ", null, "", null);
    assertThat(codes(judge(empty)))
        .containsExactly(
            "achievement.correction.reason-needed",
            "achievement.correction.document-needed",
            "achievement.correction.nothing");
    CorrectionPolicy.Wish tomorrow =
        new CorrectionPolicy.Wish(
            CorrectionKind.ERROR,
            60,
            null,
            null,
            "r",
            CorrectionDocument.MEMO,
            "1",
            LocalDate.of(2026, 1, 21));
    assertThat(codes(judge(tomorrow)))
        .containsExactly(
            "achievement.correction.document-future", "achievement.correction.incomplete");
  }

  @Test
  @DisplayName("COR-2 what another entry corrects already is not corrected again; W stays W")
  void onceOnly() {
    CorrectionPolicy.Wish wish = wish(CorrectionKind.ERROR, 60, 94, null);
    assertThat(codes(CorrectionPolicy.judge(wish, posted, true, null, given(wish), LocalDate.MAX)))
        .containsExactly("achievement.correction.corrected");
    LedgerEntry.Outcome withdrawn = outcome(null, null, Grade.of(Mark.W));
    assertThat(
            codes(CorrectionPolicy.judge(wish, withdrawn, false, null, given(wish), LocalDate.MAX)))
        .containsExactly("achievement.correction.withdrawn");
  }

  @Test
  @DisplayName("COR-4 an appeal neither lowers the score nor touches the rating")
  void appealsRaiseOnly() {
    assertThat(judge(wish(CorrectionKind.APPEAL, 60, 55, null)).isAllowed()).isTrue();
    assertThat(codes(judge(wish(CorrectionKind.APPEAL, 60, 48, null))))
        .containsExactly("achievement.correction.lowered");
    assertThat(codes(judge(wish(CorrectionKind.APPEAL, 61, 55, null))))
        .containsExactly("achievement.correction.lowered");
    assertThat(judge(wish(CorrectionKind.ERROR, 60, 48, null)).isAllowed()).isTrue();
  }

  @Test
  @DisplayName("CTL-16 EXM-8 annulment and an expired I need no figures and end with F")
  void withoutFigures() {
    FinalOutcome annulled = given(wish(CorrectionKind.ANNULMENT, null, null, null)).orElseThrow();
    assertThat(annulled.grade().percent()).isZero();
    assertThat(annulled.grade().sign()).isEqualTo("F");
    assertThat(codes(judge(wish(CorrectionKind.ANNULMENT, null, null, null))))
        .as("an act decides, within its term")
        .containsExactly("achievement.correction.by-act");
    assertThat(CorrectionKind.values())
        .filteredOn(CorrectionKind::isAskedFor)
        .containsExactly(CorrectionKind.ERROR, CorrectionKind.EXPIRED, CorrectionKind.EXEMPTION);
    CorrectionPolicy.Wish expired = wish(CorrectionKind.EXPIRED, null, null, null);
    assertThat(codes(judge(expired))).containsExactly("achievement.correction.not-pending");
    LedgerEntry.Outcome pending = outcome(60, null, Grade.of(Mark.I));
    assertThat(
            CorrectionPolicy.outcome(expired, pending, ControlForm.EXAM, POLICY, 0)
                .orElseThrow()
                .grade()
                .sign())
        .isEqualTo("F");
  }

  @Test
  @DisplayName("ACH-10 COR-1 a document that came later makes an exemption of a result, and back")
  void exemption() {
    CorrectionPolicy.Wish wish = wish(CorrectionKind.EXEMPTION, null, null, null);
    FinalOutcome exempt = given(wish).orElseThrow();
    assertThat(exempt.grade()).isEqualTo(Grade.of(Mark.EX));
    assertThat(exempt.admissionRating()).isEqualTo(60);
    assertThat(wish.kind().score(49)).as("no score stands with it").isNull();
    assertThat(judge(wish).isAllowed()).isTrue();
    LedgerEntry.Outcome was = outcome(60, null, Grade.of(Mark.EX));
    Optional<FinalOutcome> again = CorrectionPolicy.outcome(wish, was, ControlForm.EXAM, POLICY, 0);
    assertThat(codes(CorrectionPolicy.judge(wish, was, false, null, again, LocalDate.MAX)))
        .containsExactly("achievement.correction.nothing");
    CorrectionPolicy.Wish back = wish(CorrectionKind.ERROR, 60, 94, null);
    Optional<FinalOutcome> result =
        CorrectionPolicy.outcome(back, was, ControlForm.EXAM, POLICY, 0);
    assertThat(result.orElseThrow().grade().sign()).isEqualTo("C+");
    assertThat(CorrectionPolicy.judge(back, was, false, null, result, LocalDate.MAX).isAllowed())
        .isTrue();
    assertThat(CorrectionKind.ANNULMENT.score(null)).isZero();
    assertThat(CorrectionKind.ERROR.score(94)).isEqualTo(94);
  }

  @Test
  @DisplayName("INC-1 INC-2 an I is failed only when its clock has run out")
  void onlyExpired() {
    LocalDate today = LocalDate.of(2026, 3, 2);
    LedgerEntry.Outcome pending = outcome(60, null, Grade.of(Mark.I));
    CorrectionPolicy.Wish wish = wish(CorrectionKind.EXPIRED, null, null, null);
    Optional<FinalOutcome> failed =
        CorrectionPolicy.outcome(wish, pending, ControlForm.EXAM, POLICY, 0);
    List<LeavePeriod> leave = List.of(new LeavePeriod(DAY.plusDays(1), DAY.plusDays(8)));
    IncompleteClock over = IncompleteClock.of(DAY, today.minusDays(8), leave);
    assertThat(CorrectionPolicy.judge(wish, pending, false, over, failed, today).isAllowed())
        .isTrue();
    IncompleteClock running = IncompleteClock.of(DAY, today.minusDays(7), leave);
    assertThat(codes(CorrectionPolicy.judge(wish, pending, false, running, failed, today)))
        .containsExactly("achievement.incomplete.early");
  }

  @Test
  @DisplayName("COR-3 who asks does not decide; a decision is made once, a rejection says why")
  void twoPeople() {
    GradeCorrection request =
        new GradeCorrection(
            5L, entry(posted), wish(CorrectionKind.ERROR, 60, 94, null), "teacher", NOW);
    refused("COR-3", () -> request.decide(true, null, "teacher", NOW));
    refused("COR-1", () -> request.decide(false, " ", "deputy", NOW));
    request.decide(true, null, "deputy", NOW);
    assertThat(request.getStatus()).isEqualTo(CorrectionStatus.APPROVED);
    assertThat(request.wish().score()).isEqualTo(94);
    refused("COR-2", () -> request.decide(false, "late", "director", NOW));
  }

  private static void refused(
      String rule, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act)
        .isInstanceOfSatisfying(
            RegistrarException.Refused.class,
            refused -> assertThat(refused.refusals()).extracting("rule").containsExactly(rule));
  }

  private Optional<FinalOutcome> given(CorrectionPolicy.Wish wish) {
    return CorrectionPolicy.outcome(wish, posted, ControlForm.EXAM, POLICY, 0);
  }

  @ParameterizedTest(name = "«{0}» and «{1}»: {2}")
  @CsvSource(
      nullValues = "-",
      delimiter = '|',
      value = {
        "70 | 0 | 70/0/-",
        "0 | 100 | 0/100/-",
        "' 70 ' | ' 49 ' | 70/49/-",
        "- | 50 | -/50/-",
        "'' | '' | -/-/-",
        "70 | AB | 70/-/AB",
        "70 | ab | 70/-/AB",
        "70 | 101 | score",
        "70 | 5O | score",
        "70 | -1 | score",
        "101 | 50 | rating",
        "49.5 | 50 | rating"
      })
  @DisplayName("COR-1 SHT-2 what is typed is a whole number of 0 to 100 or a mark, or is refused")
  void typed(String rating, String score, String expected) {
    CorrectionPolicy.Words words =
        new CorrectionPolicy.Words(
            CorrectionKind.ERROR, "mistyped", CorrectionDocument.MEMO, "12", DAY);
    String given;
    try {
      CorrectionPolicy.Wish wish = words.of(rating, score);
      given = shown(wish.rating()) + "/" + shown(wish.score()) + "/" + shown(wish.mark());
      assertThat(wish.words()).isEqualTo(words);
    } catch (RegistrarException.Refused refused) {
      given = refused.refusals().get(0).field();
    }
    assertThat(given).isEqualTo(expected);
  }

  private static String shown(Object value) {
    return value == null ? "-" : String.valueOf(value);
  }

  private Verdict judge(CorrectionPolicy.Wish wish) {
    return CorrectionPolicy.judge(
        wish, posted, false, null, given(wish), LocalDate.of(2026, 1, 20));
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static CorrectionPolicy.Wish wish(
      CorrectionKind kind, Integer rating, Integer score, Mark mark) {
    return new CorrectionPolicy.Wish(
        kind, rating, score, mark, "mistyped", CorrectionDocument.MEMO, "12", DAY);
  }

  private static LedgerEntry.Outcome outcome(Integer rating, Integer score, Grade grade) {
    return new LedgerEntry.Outcome(
        1, TermRef.autumn(2025), ResultKind.MAIN, 1, rating, score, grade, DAY, "B-2025");
  }

  private static LedgerEntry entry(LedgerEntry.Outcome outcome) {
    return new LedgerEntry(
        UUID.randomUUID(),
        7,
        3,
        new LedgerEntry.Studied(
            2L, "MAT101", LocalizedText.of("М", "М", "M"), 5, null, null, false, false, false),
        outcome,
        new LedgerEntry.Source(4L, SheetKind.MAIN, "No 1", null, null, false, "office", NOW),
        new byte[0]);
  }
}
