package kz.miras.registrar.transcript.diploma;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;
import kz.miras.registrar.transcript.DocumentReceiver;
import kz.miras.registrar.transcript.diploma.DiplomaTerms.Nearness;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiplomaTest {

  private static final LocalDate DAY = LocalDate.of(2026, 6, 20);
  private static final LocalizedText TEXT = LocalizedText.of("қ", "р", "e");
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

  @Test
  @DisplayName("DIP-1 decided on 20 June, issued by 20 July")
  void termOfAnOriginal() {
    DiplomaTerms terms = DiplomaTerms.original(DAY, RULES);
    assertThat(terms.issueBy()).isEqualTo("2026-07-20");
    assertThat(terms.considerBy()).isNull();
    assertThat(terms.issue(DiplomaStatus.APPROVED, LocalDate.of(2026, 7, 20)))
        .isEqualTo(Nearness.NEAR);
    assertThat(terms.issue(DiplomaStatus.APPROVED, LocalDate.of(2026, 7, 21)))
        .isEqualTo(Nearness.PAST);
  }

  @Test
  @DisplayName(
      "DIP-12 a term is near within a week of its last day and past after it; what is handed out or"
          + " numbered is not watched")
  void nearAndPast() {
    DiplomaTerms terms = DiplomaTerms.original(DAY.minusDays(3), RULES);
    assertThat(terms.ministryBy()).isEqualTo("2026-07-17");
    assertThat(terms.issueBy()).isEqualTo("2026-07-17");
    assertThat(terms.issue(DiplomaStatus.DRAFT, LocalDate.of(2026, 7, 9))).isEqualTo(Nearness.FAR);
    assertThat(terms.issue(DiplomaStatus.NUMBERED, LocalDate.of(2026, 7, 10)))
        .isEqualTo(Nearness.NEAR);
    assertThat(terms.issue(DiplomaStatus.HANDED_OUT, LocalDate.of(2027, 1, 1)))
        .isEqualTo(Nearness.FAR);
    assertThat(terms.issue(DiplomaStatus.ANNULLED, LocalDate.of(2027, 1, 1)))
        .isEqualTo(Nearness.FAR);
    assertThat(terms.ministry(DiplomaStatus.DRAFT, LocalDate.of(2026, 7, 17)))
        .isEqualTo(Nearness.NEAR);
    assertThat(terms.ministry(DiplomaStatus.DRAFT, LocalDate.of(2026, 7, 18)))
        .isEqualTo(Nearness.PAST);
    assertThat(terms.ministry(DiplomaStatus.NUMBERED, LocalDate.of(2026, 7, 18)))
        .as("its number proves that the data are there")
        .isEqualTo(Nearness.FAR);
    assertThat(DiplomaTerms.original(LocalDate.of(2026, 1, 31), RULES).ministryBy())
        .as("a month has no day more than it has")
        .isEqualTo("2026-02-28");
  }

  @Test
  @DisplayName("DIP-4 an application is considered in 5 working days, the duplicate issued in 15")
  void termsOfADuplicate() {
    DiplomaTerms terms =
        DiplomaTerms.duplicate(
            LocalDate.of(2026, 6, 1),
            RULES,
            new WorkingDays(List.of(LocalDate.of(2026, 6, 8)), List.of()));
    assertThat(terms.considerBy()).isEqualTo("2026-06-09");
    assertThat(terms.issueBy()).isEqualTo("2026-06-23");
  }

  @Test
  @DisplayName("DIP-4 a duplicate needs an application, its day, and a diploma that was handed out")
  void duplicateNeeds() {
    assertThat(codes(DiplomaActs.duplicated(DiplomaStatus.HANDED_OUT, "14", DAY, DAY))).isEmpty();
    assertThat(codes(DiplomaActs.duplicated(DiplomaStatus.HANDED_OUT, " ", DAY, DAY)))
        .containsExactly("diploma.duplicate.application");
    assertThat(codes(DiplomaActs.duplicated(DiplomaStatus.HANDED_OUT, "14", null, DAY)))
        .containsExactly("diploma.duplicate.day");
    assertThat(codes(DiplomaActs.duplicated(DiplomaStatus.HANDED_OUT, "14", DAY.plusDays(1), DAY)))
        .containsExactly("diploma.duplicate.day");
    assertThat(codes(DiplomaActs.duplicated(DiplomaStatus.APPROVED, "14", DAY, DAY)))
        .containsExactly("diploma.duplicate.state");
  }

  @Test
  @DisplayName("DIP-2 without number and QR code of the ministry a diploma is not complete")
  void numberOfTheMinistry() {
    assertThat(codes(complete(draft(DiplomaSeries.BD, "BD 00012345678", "https://epvo.kz/d/1"))))
        .isEmpty();
    assertThat(codes(complete(draft(DiplomaSeries.BD, null, null))))
        .containsExactly("diploma.gap.number");
    assertThat(codes(complete(draft(DiplomaSeries.BD, "BD 00012345678", " "))))
        .containsExactly("diploma.gap.qr");
    assertThat(codes(DiplomaActs.numbered(DiplomaSeries.BD, "BD 00012345678", "", "№ 5")))
        .containsExactly("diploma.gap.qr");
  }

  @ParameterizedTest
  @CsvSource({"BD, BACHELOR", "BQ, BACHELOR", "MD, MASTER", "MBA, MASTER", "PHD, PHD", "DBA, PHD"})
  @DisplayName("DIP-3 a series belongs to its level, and numbers begin with it")
  void seriesOfALevel(DiplomaSeries series, Level level) {
    assertThat(series.fits(level).isAllowed()).isTrue();
    assertThat(DiplomaSeries.of(level)).contains(series);
    for (Level other : Level.values()) {
      assertThat(series.fits(other).isAllowed()).isEqualTo(other == level);
    }
    assertThat(series.numbers(series.sign() + " 12345678").isAllowed()).isTrue();
    assertThat(codes(series.numbers("12345678"))).containsExactly("diploma.number.form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "BD", "BD 12345", "MD 12345678", "BD 1234567a", "BD 123456789012345"})
  @DisplayName("DIP-3 what is no number of the series is refused")
  void noNumber(String number) {
    assertThat(codes(DiplomaSeries.BD.numbers(number))).containsExactly("diploma.number.form");
  }

  @Test
  @DisplayName("DIP-5 a number names the order, what is given up names the act")
  void orderAndAct() {
    assertThat(codes(DiplomaActs.numbered(DiplomaSeries.BD, "BD 00012345678", "x", null)))
        .containsExactly("diploma.number.order");
    assertThat(codes(DiplomaActs.numbered(DiplomaSeries.BD, "BD 00012345678", "x", "№ 5")))
        .isEmpty();
    assertThat(codes(DiplomaActs.annulled(""))).containsExactly("diploma.annul.act");
    assertThat(codes(DiplomaActs.annulled("№ 1, 2026"))).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Level.class)
  @DisplayName("DIP-7 a bachelor is of level 6, a master of 7, a doctor of 8")
  void levelOfTheFramework(Level level) {
    assertThat(level.nqfLevel()).isEqualTo(6 + level.ordinal());
  }

  @Test
  @DisplayName("DIP-9 what the supplement prints is known, each gap told where it is mended")
  void whatIsPrinted() {
    Verdict verdict = complete(null);
    assertThat(codes(verdict)).containsExactly("diploma.gap.draft", "diploma.gap.number");
    DiplomaDraft bare =
        new DiplomaDraft(
            DiplomaSeries.MD,
            TEXT,
            "12",
            DAY,
            null,
            null,
            null,
            null,
            0,
            null,
            "MD 12345678",
            "q",
            null);
    assertThat(DiplomaComplete.of(facts(bare, Level.MASTER, 240, List.of(), true)).refusals())
        .extracting(gap -> gap.code() + " " + gap.field())
        .containsExactly(
            "diploma.gap.previous person",
            "diploma.gap.entrance person",
            "diploma.gap.topic draft");
  }

  @Test
  @DisplayName("DIP-10 credits, debts, attestation and status stand against a diploma")
  void studyIsComplete() {
    DiplomaDraft draft = draft(DiplomaSeries.BD, "BD 00012345678", "q");
    assertThat(codes(DiplomaComplete.of(facts(draft, Level.BACHELOR, 239, List.of(TEXT), false))))
        .containsExactly("diploma.gap.credits", "diploma.gap.debt", "diploma.gap.attestation");
    assertThat(
            codes(
                DiplomaComplete.of(
                    new DiplomaFacts(
                        draft,
                        Level.BACHELOR,
                        StudentStatus.EXPELLED,
                        true,
                        240,
                        240,
                        List.of(),
                        true))))
        .containsExactly("diploma.gap.status");
  }

  @Test
  @DisplayName("DIP-11 neither who drafted nor who numbered it approves it")
  void fourEyes() {
    assertThat(codes(DiplomaActs.approved("a", "a", "b"))).containsExactly("diploma.approve.own");
    assertThat(codes(DiplomaActs.approved("b", "a", "b"))).containsExactly("diploma.approve.own");
    assertThat(codes(DiplomaActs.approved("c", "a", "b"))).isEmpty();
  }

  private static Verdict complete(DiplomaDraft draft) {
    return DiplomaComplete.of(facts(draft, Level.BACHELOR, 240, List.of(), true));
  }

  private static DiplomaFacts facts(
      DiplomaDraft draft, Level level, int earned, List<LocalizedText> owed, boolean attested) {
    return new DiplomaFacts(
        draft, level, StudentStatus.GRADUATED, true, earned, 240, owed, attested);
  }

  static DiplomaDraft draft(DiplomaSeries series, String number, String qr) {
    return new DiplomaDraft(
        series, TEXT, "12", DAY, TEXT, null, TEXT, TEXT, 0, null, number, qr, null);
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @Test
  @DisplayName(
      "DOC-48 a diploma is handed out by an identity document, and to another person by a power of"
          + " attorney of a day that has come")
  void handedOut() {
    LocalDate today = LocalDate.of(2206, 7, 1);
    assertThat(codes(DiplomaActs.handedOut(new DocumentReceiver(" ", null, null, null), today)))
        .containsExactly("transcript.receiver.identity");
    assertThat(codes(DiplomaActs.handedOut(new DocumentReceiver("card", "Aunt", "", null), today)))
        .containsExactly("transcript.receiver.proxy");
    assertThat(
            codes(
                DiplomaActs.handedOut(
                    new DocumentReceiver("card", "Aunt", "3", today.plusDays(1)), today)))
        .containsExactly("transcript.receiver.future");
    assertThat(
            codes(DiplomaActs.handedOut(new DocumentReceiver("card", "Aunt", "3", today), today)))
        .isEmpty();
  }
}
