package kz.miras.registrar.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TypedCellTest {

  private final Sheet sheet = new Sheet("A-1", SheetKind.MAIN, 1, 2, 3L, "R");
  private final SheetRow row = new SheetRow(sheet, 7, 8L, 1, null);

  @Test
  @DisplayName("CTL-1 who teaches types no scores, who examines types no ratings")
  void columnsHaveOwners() {
    assertThat(code(cell("score", "80"), false)).isEqualTo("attestation.cell.not-yours");
    assertThat(code(cell("first", "80"), false)).isEqualTo("attestation.cell.not-yours");
    assertThat(code(cell("score", "80"), true)).isNull();
  }

  @Test
  @DisplayName("SHT-1 a row somebody else has typed in meanwhile is not overwritten")
  void nothingIsOverwritten() {
    row.grade(75, null, "teacher2");
    Refusal refusal = cell("score", "80").refusal(true, 5, row).orElseThrow();
    assertThat(refusal.code()).isEqualTo("attestation.cell.conflict");
    assertThat(refusal.rule()).isEqualTo("SHT-1");
    assertThat(refusal.args()).containsExactly("teacher2", "75");
    assertThat(refusal.field()).isEqualTo("score");
    TypedCell sawIt = new TypedCell(1, "score", "80", 4, "75.0");
    assertThat(sawIt.refusal(true, 5, row)).isEmpty();
    assertThat(cell("score", "75").refusal(true, 5, row)).isEmpty();
    TypedCell sawNothing = new TypedCell(1, "score", "80", 4, "");
    assertThat(sawNothing.refusal(true, 5, row)).isPresent();
    TypedCell otherColumn = new TypedCell(1, "first", "60", 4, "");
    assertThat(otherColumn.refusal(true, 5, row)).isEmpty();
  }

  @Test
  @DisplayName("SHT-1 the mark that stands is no conflict, whatever alphabet it is typed in")
  void sameMarkIsNoConflict() {
    row.grade(null, Mark.AB, "examiner");
    assertThat(cell("score", "AB").refusal(true, 5, row)).isEmpty();
    assertThat(cell("score", "ав").refusal(true, 5, row)).isEmpty();
    assertThat(new TypedCell(1, "score", "80", 4, "АВ").refusal(true, 5, row)).isEmpty();
    assertThat(cell("score", "АЕ").refusal(true, 5, row)).isPresent();
  }

  @Test
  @DisplayName("ATT-1 a withdrawn row takes no mark")
  void withdrawnStays() {
    row.grade(null, Mark.W, "system");
    assertThat(code(cell("score", "80"), true)).isEqualTo("attestation.cell.withdrawn");
    assertThat(code(cell("first", "80"), true)).isEqualTo("attestation.cell.withdrawn");
  }

  @Test
  @DisplayName("SHT-25 an exempt row takes no mark; taken off, what was typed stands again")
  void exemptStays() {
    row.rate(new BigDecimal("70"), null, "teacher");
    row.grade(80, null, "examiner");
    row.exempt(7L);
    for (String column : List.of("first", "second", "score")) {
      assertThat(code(cell(column, "80"), true)).isEqualTo("attestation.cell.exempt");
    }
    assertThat(row.scores().mark()).isEqualTo(Mark.EX);
    assertThat(row.scores().score()).isNull();
    assertThat(cell("score", "").standing(row)).isEqualTo("EX");
    assertThat(row.isScored()).isFalse();
    assertThat(row.takes(1, BigDecimal.TEN)).isFalse();
    row.lift();
    assertThat(row.scores().score()).isEqualTo(80);
    assertThat(row.scores().mark()).isNull();
    assertThat(code(cell("score", "81"), true)).isNull();
    row.exempt(8L);
    row.withdraw("order");
    assertThat(row.isExempt()).as("who leaves is not exempt").isFalse();
    assertThat(row.scores().mark()).isEqualTo(Mark.W);
  }

  @Test
  @DisplayName("SHT-25 nobody types EX into a cell")
  void exemptionIsNotTyped() {
    assertThat(code(cell("score", "EX"), true)).isEqualTo("attestation.cell.unreadable");
    assertThat(code(cell("score", "ЕХ"), true)).isEqualTo("attestation.cell.unreadable");
  }

  @Test
  @DisplayName("SHT-2 every score from 0 to 100 is read, and no other number")
  void everyScoreIsRead() {
    for (int score = 0; score <= 999; score++) {
      TypedCell cell = cell("score", String.valueOf(score));
      assertThat(code(cell, true) == null).as(cell.text()).isEqualTo(score <= 100);
      if (score <= 100) {
        cell.storeIn(row, "examiner");
        assertThat(row.scores().score()).isEqualTo(score);
      }
    }
  }

  @Test
  @DisplayName("SHT-2 every rating from 0 to 100 in steps of 0.01 is read with comma or point")
  void everyRatingIsRead() {
    for (int hundredths = 0; hundredths <= 10_000; hundredths++) {
      BigDecimal rating = BigDecimal.valueOf(hundredths, 2);
      TypedCell cell = cell("second", rating.toPlainString().replace('.', ','));
      assertThat(code(cell, true)).as(cell.text()).isNull();
      cell.storeIn(row, "teacher");
      assertThat(row.scores().second()).isEqualByComparingTo(rating);
    }
    assertThat(row.scores().first()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-1",
        "+5",
        "101",
        "100.01",
        "1e9",
        "1e999999999",
        "0x10",
        "80.555",
        "NaN",
        "eighty",
        "٥٠",
        "80 %",
        "1,2,3",
        "999999999999"
      })
  @DisplayName("SHT-2 what is no number of 0 to 100 is named and stored nowhere")
  void otherTextIsRefused(String text) {
    for (String column : new String[] {"first", "second", "score"}) {
      assertThat(code(cell(column, text), true)).isEqualTo("attestation.cell.unreadable");
    }
  }

  @Test
  @DisplayName("SHT-2 a score has no decimals but may be written with them")
  void scoresAreWhole() {
    assertThat(code(cell("score", "80.5"), true)).isEqualTo("attestation.cell.unreadable");
    assertThat(code(cell("score", "80.0"), true)).isNull();
    cell("score", "80.0").storeIn(row, "examiner");
    assertThat(row.scores().score()).isEqualTo(80);
  }

  @ParameterizedTest
  @CsvSource({"AB,AB", "на,", "АВ,AB", "W,", "P,", "I,", "TR,", "NP,"})
  @DisplayName("SHT-2 CTL-13 an examiner writes AB; W comes from an order only")
  void onlyExamMarks(String text, Mark mark) {
    TypedCell cell = cell("score", text);
    if (mark == null) {
      assertThat(code(cell, true)).isEqualTo("attestation.cell.unreadable");
    } else {
      assertThat(code(cell, true)).isNull();
      cell.storeIn(row, "examiner");
      assertThat(row.scores().mark()).isEqualTo(mark);
      assertThat(row.scores().score()).isNull();
    }
    assertThat(code(cell("first", text), true)).isEqualTo("attestation.cell.unreadable");
  }

  @Test
  @DisplayName("EXC-1 EXM-10 AE and NA are typed by nobody, and what stands is no news")
  void decidedMarksAreNotTyped() {
    assertThat(cell("score", "ae").refusal(true, 4, row).orElseThrow().rule()).isEqualTo("EXC-1");
    assertThat(cell("score", "NA").refusal(true, 4, row).orElseThrow().rule()).isEqualTo("EXM-10");
    row.grade(null, Mark.NA, "deputy");
    assertThat(code(cell("score", "NA"), true)).isNull();
    assertThat(code(cell("score", "AE"), true)).isEqualTo("attestation.cell.decided");
  }

  @Test
  @DisplayName("SHT-30 a cell whose row has left the sheet is refused by itself, at its column")
  void goneRowsAreTold() {
    Refusal refusal = TypedCell.goneRefused(true, "second").orElseThrow();
    assertThat(refusal.code()).isEqualTo("attestation.cell.gone");
    assertThat(refusal.rule()).isEqualTo("SHT-30");
    assertThat(refusal.field()).isEqualTo("second");
    assertThat(TypedCell.goneRefused(false, "second")).isEmpty();
  }

  @Test
  @DisplayName("SHT-2 an empty cell clears what was typed")
  void emptyClears() {
    cell("score", "AB").storeIn(row, "examiner");
    cell("first", "77").storeIn(row, "teacher");
    for (String column : new String[] {"first", "score"}) {
      assertThat(code(cell(column, "  "), true)).isNull();
      cell(column, "  ").storeIn(row, "examiner");
    }
    assertThat(row.scores()).isEqualTo(new RowScores(null, null, null, null));
  }

  @Test
  void otherColumnsDoNotExist() {
    assertThat(cell("sql", "1").isOf(EntryForm.RATING_AND_EXAM)).isFalse();
    assertThatThrownBy(() -> cell("sql", "1").storeIn(row, "x"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static TypedCell cell(String column, String text) {
    return new TypedCell(1, column, text, 4, null);
  }

  private String code(TypedCell cell, boolean mayType) {
    return cell.refusal(mayType, 4, row).map(Refusal::code).orElse(null);
  }
}
