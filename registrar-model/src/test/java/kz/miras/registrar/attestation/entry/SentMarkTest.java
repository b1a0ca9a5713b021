package kz.miras.registrar.attestation.entry;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import kz.miras.registrar.attestation.EntryForm;
import kz.miras.registrar.attestation.Sheet;
import kz.miras.registrar.attestation.SheetKind;
import kz.miras.registrar.attestation.SheetRow;
import kz.miras.registrar.attestation.rating.RatingLine;
import kz.miras.registrar.attestation.rating.RatingPeriod;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SentMarkTest {

  private final SheetRow row =
      new SheetRow(new Sheet("A-1", SheetKind.MAIN, 1, 2, 3L, "R"), 7, 8L, 1, null);

  @Test
  @DisplayName("SHT-20 a key that came with other marks answers nothing")
  void keysAnswerOnce() {
    assertThat(BatchOnce.again(new byte[] {1}, new byte[] {1}).isAllowed()).isTrue();
    Refusal refusal = BatchOnce.again(new byte[] {1}, new byte[] {2}).refusals().get(0);
    assertThat(refusal.code()).isEqualTo("attestation.batch.other-marks");
    assertThat(refusal.rule()).isEqualTo("SHT-20");
  }

  @Test
  @DisplayName("SHT-21 a program sets no mark in place of a score, in whatever alphabet")
  void noMarks() {
    assertThat(code(score("85"))).isNull();
    assertThat(code(score(""))).isNull();
    assertThat(code(score("AB"))).isEqualTo("attestation.batch.mark");
    assertThat(code(score("ав"))).isEqualTo("attestation.batch.mark");
  }

  @Test
  @DisplayName("SHT-21 a program fills a cell of the sheet, and each once")
  void cellsOfTheSheetOnce() {
    SentMark mark = score("85");
    assertThat(mark.refusal(EntryForm.EXAM_ONLY, true, false, Set.of()).orElseThrow().code())
        .isEqualTo("attestation.batch.not-in-sheet");
    assertThat(
            mark.refusal(EntryForm.EXAM_ONLY, true, true, Set.of("S-1 score")).orElseThrow().code())
        .isEqualTo("attestation.batch.twice");
    SentMark rating = new SentMark("S-1", "first", "60", null);
    assertThat(rating.refusal(EntryForm.RATING_AND_EXAM, true, true, Set.of())).isEmpty();
    assertThat(rating.refusal(EntryForm.EXAM_ONLY, true, true, Set.of()).orElseThrow().code())
        .isEqualTo("attestation.batch.no-column");
    assertThat(
            new SentMark("S-1", "typed_by", "x", null)
                .refusal(EntryForm.RATING_AND_EXAM, true, true, Set.of()))
        .isPresent();
  }

  @Test
  @DisplayName("SHT-22 without the right by order a program sends ratings and no exam score")
  void scoresByOrder() {
    Refusal refusal =
        score("85").refusal(EntryForm.RATING_AND_EXAM, false, true, Set.of()).orElseThrow();
    assertThat(refusal.code()).isEqualTo("attestation.batch.exam");
    assertThat(refusal.rule()).isEqualTo("SHT-22");
    assertThat(score("85").refusal(EntryForm.SINGLE_SCORE, false, true, Set.of())).isPresent();
    assertThat(score("85").refusal(EntryForm.RATING_AND_EXAM, true, true, Set.of())).isEmpty();
    assertThat(
            new SentMark("S-1", "first", "60", null)
                .refusal(EntryForm.RATING_AND_EXAM, false, true, Set.of()))
        .isEmpty();
  }

  @Test
  @DisplayName("SHT-1 SHT-21 what stands there is overwritten only by who has read it")
  void overwritesWhatItHasRead() {
    assertThat(score("85").cell(5, null).refusal(true, 3, row)).as("an empty cell").isEmpty();
    row.grade(70, null, "examiner");
    assertThat(score("85").cell(5, null).refusal(true, 3, row)).isPresent();
    assertThat(score("85").cell(5, 3).refusal(true, 3, row)).as("read by version").isEmpty();
    assertThat(new SentMark("S-1", "score", "85", "70").cell(5, null).refusal(true, 3, row))
        .as("read by value")
        .isEmpty();
    assertThat(new SentMark("S-1", "score", "85", "71").cell(5, null).refusal(true, 3, row))
        .isPresent();
  }

  private static final RatingPeriod PERIOD =
      RatingPeriod.of(2, LocalDate.of(2211, 9, 2), 15, null, null, 10);

  @Test
  @DisplayName(
      "SHT-21 a journal is filled by the names it is read by, each cell once; who missed the control"
          + " is said by its teacher alone")
  void cellsOfAJournal() {
    assertThat(SentMark.journalColumns(IntStream.rangeClosed(9, 10)))
        .containsExactly("w9", "w10", "control", "absences", "validAbsences")
        .allSatisfy(column -> assertThat(journal(column, "5", false)).isNull());
    assertThat(journal("w8", "5", false))
        .as("of the other period")
        .isEqualTo("attestation.batch.no-column");
    for (String unknown : List.of("rk", "total", "valid", "first", "score", "w", "")) {
      assertThat(journal(unknown, "5", true)).isEqualTo("attestation.batch.no-column");
    }
    SentMark sent = new SentMark("S-1", "control", "70", null);
    assertThat(sent.refusal(PERIOD, false, false, Set.of()).orElseThrow().code())
        .isEqualTo("attestation.batch.not-in-sheet");
    assertThat(sent.refusal(PERIOD, false, true, Set.of(sent.place())).orElseThrow().code())
        .isEqualTo("attestation.batch.twice");
    assertThat(journal("control", "АВ", false)).isEqualTo("attestation.batch.mark");
    assertThat(journal("control", "АВ", true)).isNull();
  }

  @Test
  @DisplayName("SHT-1 SHT-21 what stands in a journal is overwritten only by who has read it")
  void overwritesAJournal() {
    RatingLine line = new RatingLine(row, List.of(), null);
    line.store(new SentMark("S-1", "control", "60", null).rating(5, null), "teacher");
    SentMark sent = new SentMark("S-1", "control", "70", null);
    assertThat(line.refusal(sent.rating(5, null), true, 0).orElseThrow().rule()).isEqualTo("SHT-1");
    assertThat(line.refusal(sent.rating(5, "60"), true, 0)).as("read whole").isEmpty();
    SentMark told = new SentMark("S-1", "control", "70", "61");
    assertThat(line.refusal(told.rating(5, null), true, 0)).as("read before").isPresent();
    assertThat(line.refusal(new SentMark("S-1", "control", "70", "60").rating(5, null), true, 0))
        .isEmpty();
  }

  private static String journal(String column, String value, boolean marks) {
    return new SentMark("S-1", column, value, null)
        .refusal(PERIOD, marks, true, Set.of())
        .map(Refusal::code)
        .orElse(null);
  }

  private static SentMark score(String value) {
    return new SentMark("S-1", "score", value, null);
  }

  private static String code(SentMark mark) {
    return mark.refusal(EntryForm.RATING_AND_EXAM, true, true, Set.of())
        .map(Refusal::code)
        .orElse(null);
  }
}
