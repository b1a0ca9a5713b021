package kz.miras.registrar.registration.summer;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.miras.registrar.registration.summer.ClosingReport.Act;
import kz.miras.registrar.registration.summer.ClosingReport.Figures;
import kz.miras.registrar.registration.summer.ClosingReport.Line;
import kz.miras.registrar.shared.Checksum;
import kz.miras.registrar.shared.LocalizedText;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClosingReportTest {

  private static final Act ACT =
      new Act("director", "Сейітова А.", Instant.parse("2027-08-09T05:10:00.123456Z"));

  private static Figures figures(int applications, String income, String cost, int checks) {
    return new Figures(
        applications,
        applications - 2,
        1,
        applications - 2,
        5 * (applications - 2),
        new BigDecimal(income),
        cost == null ? null : new BigDecimal(cost),
        applications - 4,
        1,
        checks,
        new AttendanceTally(10 * checks, checks, 0),
        3);
  }

  private static Line line(String code, String reason, Figures figures) {
    return new Line(
        code,
        LocalizedText.of(code + " қаз", code + " рус", code + " eng"),
        "kk",
        reason == null ? SummerGroupStatus.OPENED : SummerGroupStatus.REFUSED,
        reason,
        figures);
  }

  private static ClosingReport report(Act act, List<Line> lines) {
    return new ClosingReport(
        "2026-3", LocalDate.of(2027, 6, 21), LocalDate.of(2027, 8, 5), 6, "№ 31", act, lines);
  }

  private static ClosingReport report() {
    return report(
        ACT,
        List.of(
            line("ART", null, figures(12, "750000.00", "400000", 10)),
            line("LAW", null, figures(20, "1350000", null, 0)),
            line("MED", "too few", Figures.NONE)));
  }

  @Test
  @DisplayName("SUM-14 the report tells what all disciplines come to")
  void total() {
    Figures total = report().total();
    assertThat(total.applications()).isEqualTo(32);
    assertThat(total.paid()).isEqualTo(28);
    assertThat(total.credits()).isEqualTo(140);
    assertThat(total.income()).isEqualByComparingTo("2100000");
    assertThat(total.cost()).as("as far as it is known").isEqualByComparingTo("400000");
    assertThat(total.withoutResult()).isEqualTo(28 - 24 - 2);
    assertThat(total.attendedPercent()).isEqualTo(90);
    assertThat(Figures.NONE.attendedPercent()).as("nothing was checked").isNull();
    assertThat(Figures.NONE.plus(Figures.NONE).cost()).as("nothing is known").isNull();
  }

  @Test
  @DisplayName("SUM-14 the checksum is that of the facts, however the database writes a sum")
  void checksumOfTheSameFacts() {
    ClosingReport again =
        report(
            ACT,
            List.of(
                line("ART", null, figures(12, "750000", "400000.00", 10)),
                line("LAW", null, figures(20, "1350000.00", null, 0)),
                line("MED", "too few", Figures.NONE)));
    assertThat(again.checksum()).hasSize(32).isEqualTo(report().checksum());
  }

  @Test
  @DisplayName("SUM-14 another figure, line, word, person or moment is another checksum")
  void checksumOfOtherFacts() {
    List<ClosingReport> others = new ArrayList<>();
    others.add(changed(lines -> lines.subList(0, 2)));
    others.add(changed(lines -> List.of(lines.get(1), lines.get(0), lines.get(2))));
    others.add(with(line("ART", null, figures(12, "750001", "400000", 10))));
    others.add(with(line("ART", null, figures(12, "750000", "400001", 10))));
    others.add(with(line("ART", null, figures(12, "750000", null, 10))));
    others.add(with(line("ART", null, figures(12, "750000", "400000", 11))));
    others.add(with(line("ART", null, figures(13, "750000", "400000", 10))));
    others.add(with(line("ARC", null, figures(12, "750000", "400000", 10))));
    others.add(with(line("ART", "nobody", figures(12, "750000", "400000", 10))));
    others.add(report(new Act("deputy", ACT.name(), ACT.at()), report().lines()));
    others.add(report(new Act(ACT.by(), "Сейітова Б.", ACT.at()), report().lines()));
    others.add(report(new Act(ACT.by(), ACT.name(), ACT.at().plusNanos(1000)), report().lines()));
    others.add(report(null, report().lines()));
    assertThat(others)
        .allSatisfy(one -> assertThat(one.checksum()).isNotEqualTo(report().checksum()));
    assertThat(others.stream().map(ClosingReportTest::bytes).distinct()).hasSize(others.size());
  }

  private static String bytes(ClosingReport report) {
    return Checksum.shown(report.checksum());
  }

  private static ClosingReport with(Line first) {
    return changed(lines -> List.of(first, lines.get(1), lines.get(2)));
  }

  private static ClosingReport changed(UnaryOperator<List<Line>> change) {
    return report(ACT, change.apply(report().lines()));
  }
}
