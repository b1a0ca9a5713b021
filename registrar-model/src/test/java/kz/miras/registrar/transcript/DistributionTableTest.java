package kz.miras.registrar.transcript;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.StudyRecord;
import kz.miras.registrar.calendar.AcademicYear;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DistributionTableTest {

  private static final DistributionWindow WINDOW =
      new DistributionWindow("2021/2022", "2025/2026", List.of());

  /** The sheet of 25 rows of the worked example: 21 of them are positive. */
  private static final Map<Letter, Integer> SHEET =
      new EnumMap<>(
          Map.ofEntries(
              Map.entry(Letter.A, 2),
              Map.entry(Letter.A_MINUS, 3),
              Map.entry(Letter.B_PLUS, 4),
              Map.entry(Letter.B, 3),
              Map.entry(Letter.B_MINUS, 2),
              Map.entry(Letter.C_PLUS, 2),
              Map.entry(Letter.C, 2),
              Map.entry(Letter.C_MINUS, 1),
              Map.entry(Letter.D_PLUS, 1),
              Map.entry(Letter.D, 1),
              Map.entry(Letter.FX, 2),
              Map.entry(Letter.F, 1)));

  private static StudyRecord.Line line(String code, String sign, boolean counts, boolean more) {
    return new StudyRecord.Line(
        1,
        code,
        LocalizedText.of("Пән", "Дисциплина", "Discipline"),
        Cycle.BASIC,
        "UNIVERSITY",
        5,
        70,
        70,
        70,
        sign,
        new BigDecimal("2.33"),
        null,
        ResultKind.MAIN,
        1,
        LocalDate.of(2026, 1, 12),
        null,
        counts,
        "achievement.reason.ONLY_ATTEMPT",
        true,
        "achievement.gpa-part.COUNTED",
        more,
        false,
        false);
  }

  private static DistributionTable table(
      Map<String, Map<Letter, Integer>> counted, StudyRecord.Line... lines) {
    StudyRecord.TermPart term =
        new StudyRecord.TermPart(
            "2025/2026", "AUTUMN", List.of(lines), 30, 30, null, BigDecimal.ZERO, 0);
    return DistributionTable.of(
        new StudyRecord(List.of(term), List.of(), 30, 0, null, BigDecimal.ZERO, 0, List.of()),
        counted,
        WINDOW,
        3);
  }

  @Test
  @DisplayName(
      "DOC-64 the sheet of the worked example: 21 positive results, percent and cumulative percent"
          + " of each letter, the holder's marked")
  void workedExample() {
    DistributionTable table = table(Map.of("MAT", SHEET), line("MAT", "C+", true, false));
    assertThat(table.columns())
        .extracting(DistributionTable.Column::sign)
        .containsExactly("A", "A-", "B+", "B", "B-", "C+", "C", "C-", "D+", "D");
    DistributionTable.Row row = table.rows().get(0);
    assertThat(row.discipline().results()).isEqualTo(21);
    assertThat(row.cells())
        .extracting(cell -> cell.count() + " " + cell.percent() + " " + cell.cumulative())
        .containsExactly(
            "2 9.52 9.52",
            "3 14.29 23.81",
            "4 19.05 42.86",
            "3 14.29 57.14",
            "2 9.52 66.67",
            "2 9.52 76.19",
            "2 9.52 85.71",
            "1 4.76 90.48",
            "1 4.76 95.24",
            "1 4.76 100.00");
    assertThat(row.cells())
        .extracting(DistributionTable.Cell::own)
        .containsExactly(false, false, false, false, false, true, false, false, false, false);
  }

  @Test
  @DisplayName(
      "DOC-64 only what is counted, passed and of the plan is told, and no group so small that"
          + " anybody could tell whose its results are")
  void whatIsTold() {
    Map<String, Map<Letter, Integer>> counted =
        Map.of(
            "MAT", SHEET,
            "FEW", Map.of(Letter.A, 1, Letter.B, 1, Letter.F, 9),
            "OLD", Map.of(Letter.A, 5),
            "OVER", Map.of(Letter.A, 5),
            "FAILED", Map.of(Letter.A, 5),
            "PASS", Map.of(Letter.A, 5));
    DistributionTable table =
        table(
            counted,
            line("OLD", "A", false, false),
            line("OVER", "A", true, true),
            line("FAILED", "F", true, false),
            line("PASS", "P", true, false),
            line("FEW", "A", true, false),
            line("NONE", "A", true, false),
            line("MAT", "A", true, false));
    assertThat(table.disciplines())
        .extracting(DistributionTable.Discipline::code)
        .containsExactly("MAT");
    assertThat(DistributionTable.told(SHEET, 3)).doesNotContainKeys(Letter.FX, Letter.F);
    assertThat(DistributionTable.told(Map.of(Letter.A, 1, Letter.B, 1), 3)).isEmpty();
    assertThat(DistributionTable.told(null, 1)).isEmpty();
  }

  @Test
  @DisplayName("DOC-64 a letter of the old scale has a column where it was given, the rest dashes")
  void oldLetter() {
    DistributionTable table =
        table(Map.of("MAT", Map.of(Letter.A, 3, Letter.D_MINUS, 1)), line("MAT", "A", true, false));
    assertThat(table.columns()).hasSize(11);
    assertThat(table.rows().get(0).cells().get(10).cumulative()).isEqualByComparingTo("100.00");
    assertThat(table.rows().get(0).cells().get(1).count()).isZero();
    assertThat(table.rows().get(0).cells().get(1).percent()).isNull();
  }

  @Test
  @DisplayName("DOC-64 the window is the terms that have ended, of the last years")
  void window() {
    List<Term> calendar = new ArrayList<>();
    for (int year = 2211; year <= 2214; year++) {
      AcademicYear academic =
          new AcademicYear(year, LocalDate.of(year, 9, 1), LocalDate.of(year + 1, 8, 31), "tests");
      calendar.add(term(academic, TermType.AUTUMN, LocalDate.of(year, 9, 1)));
      calendar.add(term(academic, TermType.SPRING, LocalDate.of(year + 1, 1, 20)));
    }
    DistributionWindow window =
        DistributionWindow.of(calendar, LocalDate.of(2214, 7, 1), 2).orElseThrow();
    assertThat(window.from()).isEqualTo("2212/2213");
    assertThat(window.to()).isEqualTo("2213/2214");
    assertThat(window.terms()).hasSize(4);
    assertThat(DistributionWindow.of(calendar, LocalDate.of(2214, 12, 31), 2).orElseThrow().to())
        .as("a term that goes on has no results yet")
        .isEqualTo("2213/2214");
    assertThat(DistributionWindow.of(calendar, LocalDate.of(2211, 9, 1), 5)).isEmpty();
  }

  private static Term term(AcademicYear year, TermType type, LocalDate from) {
    return new Term(year, type, type + "-" + from.getYear(), from, from.plusDays(121), 15);
  }
}
