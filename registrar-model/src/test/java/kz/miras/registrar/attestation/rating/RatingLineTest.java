package kz.miras.registrar.attestation.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.SheetStatus;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.curriculum.ControlForm;
import kz.miras.registrar.curriculum.ExcusedPeriod;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RatingLineTest {

  private static final LocalDate DAY = LocalDate.of(2025, 12, 1);
  private static final RatingPeriod PERIOD =
      new RatingPeriod(1, 1, 8, LocalDate.of(2025, 9, 1), LocalDate.of(2025, 11, 3));

  private final RatingFormula formula =
      RatingFormula.of(RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1)));
  private final SheetRow row =
      new SheetRow(new Sheet("A-1-R", SheetKind.RATING, 1, 2, 3L, "R"), 7, 8L, 1, null);
  private final RatingLine line = new RatingLine(row, List.of(), null);

  private static RatingCell cell(String column, String text, String before) {
    return new RatingCell(1, column, text, before);
  }

  private static RatingCell cell(String column, String text) {
    return cell(column, text, "");
  }

  private String code(RatingCell cell) {
    return line.refusal(cell, true, 0).map(Refusal::code).orElse("");
  }

  private void typed(RatingCell cell, String by) {
    assertThat(line.refusal(cell, true, 0)).isEmpty();
    line.store(cell, by);
  }

  private static RatingExcuse excuse(Integer score) {
    RatingExcuse excuse =
        new RatingExcuse(
            7,
            2,
            1,
            1,
            new RatingExcuse.Basis("12", DAY, DAY.plusDays(14), "illness"),
            "director",
            Instant.EPOCH);
    if (score != null) {
      excuse.rate(score, "teacher", DAY);
    }
    return excuse;
  }

  @Test
  @DisplayName("CTL-1 only whose journal it is types in it")
  void isSomebodys() {
    assertThat(line.refusal(cell("w1", "70"), false, 0).orElseThrow().code())
        .isEqualTo("attestation.cell.not-yours");
  }

  @Test
  @DisplayName("SHT-2 points have two decimals, the control none or AB, absences are whole")
  void whatACellHolds() {
    for (String good : new String[] {"", "0", "100", "49,5", "49.25", "AB", "ае"}) {
      assertThat(code(cell("w1", good))).as(good).isEmpty();
    }
    for (String bad : new String[] {"101", "100.01", "4.555", "NA", "W", "x", "-1"}) {
      assertThat(code(cell("w1", bad))).as(bad).isEqualTo("attestation.rating.unreadable");
    }
    for (String good : new String[] {"", "0", "100", "AB", "ав"}) {
      assertThat(code(cell("rk", good))).as(good).isEmpty();
    }
    for (String bad : new String[] {"101", "49.5", "AE", "NA", "W"}) {
      assertThat(code(cell("rk", bad))).as(bad).isEqualTo("attestation.rating.unreadable");
    }
    assertThat(code(cell("total", "2.5"))).isEqualTo("attestation.rating.unreadable");
    assertThat(cell("w8", "1").isKnown(PERIOD)).isTrue();
    for (String column : new String[] {"w9", "w0", "w", "first", "score", "", null}) {
      assertThat(cell(column, "1").isKnown(PERIOD)).as(column).isFalse();
    }
  }

  @Test
  @DisplayName("SHT-1 what somebody else typed meanwhile is not overwritten, cell by cell")
  void nothingIsOverwritten() {
    typed(cell("w1", "70.00"), "substitute");
    Refusal refusal = line.refusal(cell("w1", "80"), true, 0).orElseThrow();
    assertThat(refusal.code()).isEqualTo("attestation.cell.conflict");
    assertThat(refusal.args()).containsExactly("substitute", "70");
    assertThat(refusal.field()).isEqualTo("w1");
    assertThat(code(cell("w1", "80", "70"))).as("who saw it may").isEmpty();
    assertThat(code(cell("w1", "70,0"))).as("the same is none").isEmpty();
    assertThat(code(cell("w2", "80"))).as("another week is none").isEmpty();
  }

  @Test
  @DisplayName("RAT-5 absences for a reason are not more than all, all not more than lessons")
  void absencesAgree() {
    assertThat(code(cell("valid", "1"))).isEqualTo("attestation.rating.absences");
    typed(cell("total", "4"), "teacher");
    typed(cell("valid", "4"), "teacher");
    assertThat(code(cell("total", "3", "4"))).isEqualTo("attestation.rating.absences");
    assertThat(line.refusal(cell("total", "17", "4"), true, 16).orElseThrow().code())
        .isEqualTo("attestation.rating.lessons");
    assertThat(line.refusal(cell("total", "16", "4"), true, 16)).isEmpty();
    assertThat(row.getAbsencesTotal()).isEqualTo((short) 4);
    assertThat(row.getAbsencesValid()).isEqualTo((short) 4);
  }

  @Test
  @DisplayName("RAT-4 a line is open until it has points and control; AB is a zero somebody typed")
  void openLinesStopIt() {
    assertThat(RatingComplete.judge(formula, List.of(line)).isAllowed()).isFalse();
    typed(cell("w1", "70"), "teacher");
    assertThat(RatingComplete.judge(formula, List.of(line)).refusals())
        .extracting(Refusal::code)
        .containsExactly("attestation.rating.incomplete");
    typed(cell("rk", "AB"), "teacher");
    assertThat(RatingComplete.judge(formula, List.of(line)).isAllowed()).isTrue();
    assertThat(formula.rating(line.scores()).orElseThrow()).isEqualByComparingTo("35");
    typed(cell("w1", "", "70"), "teacher");
    assertThat(RatingComplete.isOpen(formula, line)).isTrue();
  }

  @Test
  @DisplayName("RAT-4 who has left the discipline is not waited for")
  void whoLeftIsNot() {
    row.withdraw("order 5");
    assertThat(RatingComplete.judge(formula, List.of(line)).isAllowed()).isTrue();
    assertThat(code(cell("w1", "70"))).isEqualTo("attestation.cell.withdrawn");
  }

  @Test
  @DisplayName("RAT-3 who takes the control alone does not stop the others; its score is the one")
  void aloneStopsNobody() {
    RatingLine alone = new RatingLine(row, List.of(), excuse(null));
    assertThat(RatingComplete.judge(formula, List.of(alone)).isAllowed()).isTrue();
    assertThat(formula.rating(alone.scores())).isEmpty();
    assertThat(alone.refusal(cell("rk", "60"), true, 0).orElseThrow().code())
        .isEqualTo("attestation.rating.individual");
    assertThat(alone.refusal(cell("w1", "60"), true, 0)).isEmpty();
    RatingLine taken = new RatingLine(row, List.of(), excuse(70));
    assertThat(formula.rating(taken.scores()).orElseThrow()).isEqualByComparingTo("70");
    assertThat(taken.typists()).containsExactly("teacher");
  }

  @Test
  @DisplayName("RAT-3 an absence typed as AB is no rating for who brings the reason later")
  void anAbsenceMayStillBeExcused() {
    BigDecimal written = BigDecimal.valueOf(35);
    assertThat(line.isRated(formula, null)).isFalse();
    assertThat(line.isRated(formula, written)).isTrue();
    typed(cell("w1", "70"), "teacher");
    typed(cell("rk", "AB"), "teacher");
    assertThat(line.isRated(formula, null)).isFalse();
    assertThat(line.isRated(formula, written)).as("closed already").isFalse();
    assertThat(new RatingLine(row, List.of(), excuse(70)).isRated(formula, null))
        .as("taken alone")
        .isTrue();
    typed(cell("rk", "60", "AB"), "teacher");
    assertThat(line.isRated(formula, null)).isTrue();
  }

  @Test
  @DisplayName("RAT-3 where the rules leave the missed period out, the other one stands for both")
  void leftOut() {
    RuleSet rules = RuleSet.defaults(Level.BACHELOR, DAY);
    assertThat(rules.excusedPeriod()).isEqualTo(ExcusedPeriod.INDIVIDUAL);
    SheetRow late = new SheetRow(new Sheet("A-1", SheetKind.MAIN, 1, 2, 3L, "R"), 7, 8L, 1, null);
    late.leaveOut(1);
    assertThat(late.scores().admissionRating(rules)).isEmpty();
    late.rateFrom(2, BigDecimal.valueOf(90), "teacher");
    assertThat(late.scores().admissionRating(rules)).contains(90);
    late.rateFrom(2, BigDecimal.valueOf(91), "teacher");
    assertThat(late.scores().admissionRating(rules)).contains(91);
    new TypedCell(1, "second", "92", 0, "91").storeIn(late, "teacher");
    assertThat(late.scores().admissionRating(rules)).contains(92);
    late.rateFrom(1, BigDecimal.valueOf(70), "teacher");
    assertThat(late.scores().admissionRating(rules)).as("taken alone all the same").contains(81);
  }

  @Test
  @DisplayName("RAT-3 a period left out is no rating, and of two periods one has to be taken")
  void oneRemains() {
    RuleSet rules = RuleSet.defaults(Level.BACHELOR, DAY);
    SheetRow late = new SheetRow(new Sheet("A-1", SheetKind.MAIN, 1, 2, 3L, "R"), 7, 8L, 1, null);
    late.leaveOut(1);
    late.leaveOut(2);
    late.rateFrom(2, BigDecimal.valueOf(90), "teacher");
    assertThat(late.scores().admissionRating(rules)).as("the first is still left out").contains(90);
    assertThat(late.rating(1)).as("so its disposition may be renewed").isNull();
    assertThat(late.rating(2)).isEqualByComparingTo("90");
    late.rateFrom(1, BigDecimal.valueOf(70), "teacher");
    late.rateFrom(2, null, "teacher");
    late.leaveOut(2);
    assertThat(late.scores().admissionRating(rules)).as("the first was taken").contains(70);
  }

  @Test
  @DisplayName("SOD-1 everybody who typed is known, also whose points somebody changed")
  void typistsAreKnown() {
    typed(cell("w1", "60"), "substitute");
    typed(cell("w2", "61"), "teacher");
    typed(cell("rk", "62"), "other");
    assertThat(line.typists()).containsExactly("other", "substitute", "teacher");
  }

  @Test
  @DisplayName(
      "RAT-6 a rating sheet gives no final result, and none is written where all is handed over")
  void postsNothing() {
    assertThat(SheetKind.RATING.entryForm(ControlForm.EXAM).givesFinalResult()).isFalse();
    for (EntryForm form : EntryForm.values()) {
      assertThat(form.givesFinalResult()).isEqualTo(form != EntryForm.RATING_ONLY);
    }
    for (SheetStatus status : SheetStatus.values()) {
      assertThat(RatingComplete.fixes("A-1", status).isAllowed())
          .as(status.name())
          .isEqualTo(!status.isPosted() && status != SheetStatus.SUBMITTED);
    }
  }

  @Test
  @DisplayName("RAT-6 a period that has a journal takes its rating from there only")
  void theJournalDecides() {
    Sheet main = new Sheet("A-1", SheetKind.MAIN, 1, 2, 3L, "R");
    SheetRow rated = new SheetRow(main, 7, 8L, 1, null);
    main.keepJournal(1);
    assertThat(new TypedCell(1, "first", "80", 0, "").refusal(true, 0, rated).orElseThrow().code())
        .isEqualTo("attestation.cell.journal");
    assertThat(new TypedCell(1, "second", "80", 0, "").refusal(true, 0, rated)).isEmpty();
    assertThat(new TypedCell(1, "score", "80", 0, "").refusal(true, 0, rated)).isEmpty();
    rated.rateFrom(1, new BigDecimal("49.166666667"), "teacher");
    rated.rateFrom(2, new BigDecimal("66"), "other");
    assertThat(rated.scores().first()).isEqualByComparingTo("49.166666667");
    assertThat(rated.scores().second()).isEqualByComparingTo("66");
    assertThat(rated.getTypedBy()).isEqualTo("other");
    main.keepJournal(2);
    assertThat(new TypedCell(1, "second", "80", 0, "").refusal(true, 0, rated)).isPresent();
  }

  @Test
  @DisplayName("RAT-7 a row goes to the sheet of another group with all that is typed in it")
  void ratingsGoWithTheStudent() {
    Sheet other = new Sheet("A-2", SheetKind.MAIN, 1, 2, 4L, "R");
    SheetRow moved = new SheetRow(new Sheet("A-1", SheetKind.MAIN, 1, 2, 3L, "R"), 7, 8L, 1, null);
    assertThat(moved.isTyped()).isFalse();
    moved.rate(BigDecimal.valueOf(78), null, "teacher");
    assertThat(moved.isTyped()).isTrue();
    moved.moveTo(other, 9L, 5);
    assertThat(moved.getSheet()).isSameAs(other);
    assertThat(moved.getEnrolmentId()).isEqualTo(9L);
    assertThat(moved.getPosition()).isEqualTo(5);
    assertThat(moved.scores().first()).isEqualByComparingTo("78");
    assertThat(moved.getTypedBy()).isEqualTo("teacher");
  }

  @Test
  @DisplayName("RAT-10 a week others have points for is open until something is said of it")
  void weeksAreSaidOf() {
    RatingLine beside = new RatingLine(row, List.of(), null, Set.of(1, 2));
    beside.store(cell("w1", "90"), "teacher");
    beside.store(cell("rk", "90"), "teacher");
    assertThat(RatingComplete.isOpen(formula, beside)).isTrue();
    assertThat(beside.with(List.of(cell("w2", "AE"))).unmarked()).isEmpty();
    beside.store(cell("w2", "AB"), "teacher");
    assertThat(RatingComplete.isOpen(formula, beside)).isFalse();
    assertThat(formula.rating(beside.scores()).orElseThrow()).isEqualByComparingTo("67.5");
    assertThat(beside.typedWeeks()).containsExactly(Map.entry(1, "90"), Map.entry(2, "AB"));
    assertThat(beside.standing(cell("w2", ""))).isEqualTo("AB");
    beside.store(cell("w2", "50"), "teacher");
    assertThat(beside.scores().marks()).isEmpty();
    assertThat(formula.rating(beside.scores()).orElseThrow()).isEqualByComparingTo("80");
    RatingLine alone = new RatingLine(row, List.of(), excuse(70), Set.of(1, 2));
    assertThat(alone.scores().unmarked()).as("who takes the control alone").isEmpty();
  }
}
