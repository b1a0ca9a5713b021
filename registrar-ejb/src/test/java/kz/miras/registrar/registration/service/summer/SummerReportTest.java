package kz.miras.registrar.registration.service.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.registration.summer.AttendanceTally;
import kz.miras.registrar.registration.summer.BreakEven;
import kz.miras.registrar.registration.summer.SummerGroupStatus;
import kz.miras.registrar.registration.summer.SummerStatus;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.LocalizedText;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SummerReportTest {

  private static SummerView.Line line(
      String code, SummerGroupStatus status, int applications, int paid, int groups) {
    BigDecimal price = new BigDecimal("15000");
    return new SummerView.Line(
        code,
        code,
        LocalizedText.of(code + " қаз", code + " рус", code + " eng"),
        "kk",
        5,
        10,
        price,
        null,
        new BigDecimal("400000"),
        false,
        status,
        groups,
        applications,
        0,
        paid,
        paid,
        BreakEven.of(
                Map.of(Level.BACHELOR, price),
                Map.of(Level.BACHELOR, applications),
                5,
                new BigDecimal("400000"),
                Math.max(1, groups))
            .earning(price.multiply(BigDecimal.valueOf(5L * paid))),
        null,
        null,
        false,
        false);
  }

  /** 21 students in 10 checks, of which they missed 24 and 18 with a valid reason. */
  private static final AttendanceFigures.Figures CHECKED =
      new AttendanceFigures.Figures(10, new AttendanceTally(210, 24, 18), 3);

  private static final List<SummerReport.Line> LINES =
      List.of(
          new SummerReport.Line(line("ART", SummerGroupStatus.OPENED, 24, 21, 2), 15, 4, CHECKED),
          new SummerReport.Line(
              line("LAW", SummerGroupStatus.REFUSED, 3, 0, 0),
              0,
              0,
              AttendanceFigures.Figures.NONE));

  private static SummerView view() {
    return new SummerView(
        "id",
        "2026-3",
        LocalDate.of(2027, 6, 21),
        LocalDate.of(2027, 8, 5),
        6,
        SummerStatus.CLOSED,
        LocalDate.of(2027, 5, 10),
        LocalDate.of(2027, 6, 4),
        null,
        null,
        null,
        "№ 31",
        null,
        null,
        null,
        false,
        List.of(),
        LINES.stream().map(SummerReport.Line::of).toList(),
        List.of());
  }

  @ParameterizedTest
  @EnumSource(Language.class)
  @DisplayName(
      "the report counts applications, payments, groups, credits, money, results and attendance")
  void reportCounts(Language language) throws IOException {
    byte[] report = SummerReport.write(view(), LINES, language);
    try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(report))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows.get(0).getCellText(0)).contains("2026-3").doesNotContain("??");
      assertThat(rows.get(1).getCellText(0)).contains("21.06.2027", "№ 31");
      Row headings = rows.get(2);
      for (int i = 0; i < 17; i++) {
        assertThat(headings.getCellText(i)).isNotBlank().doesNotContain("??");
      }
      Row art = rows.get(3);
      assertThat(art.getCellText(1)).isEqualTo(LINES.get(0).of().name().in(language));
      assertThat(numbers(art))
          .containsExactly(24, 21, 2, 21, 105, 1_575_000, 800_000, 15, 4, 2, 10, 80, 3);
      Row total = rows.get(5);
      assertThat(numbers(total))
          .containsExactly(27, 21, 2, 21, 105, 1_575_000, 800_000, 15, 4, 2, 10, 80, 3);
    }
  }

  private static List<Integer> numbers(Row row) {
    return IntStream.range(4, 17).mapToObj(i -> row.getCell(i).asNumber().intValueExact()).toList();
  }
}
