package kz.miras.registrar.registration.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.management.ManagementFactory;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.stream.Stream;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Cause;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Demand;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Filled;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Lost;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RehearsalTest extends RehearsalCase {

  @Test
  @DisplayName("who comes first gets the seat, whatever the order of the list")
  void firstComeFirstServed() {
    offer("MAT", group("1", 1));
    come("late", 10, wish("MAT"));
    come("early", 5, wish("MAT"));
    RehearsalReport report = run();
    assertThat(report.left()).extracting(RehearsalReport.Left::student).containsExactly("late");
    assertThat(report.left().get(0).lines())
        .containsExactly(new Lost("MAT", null, Cause.SEATS, null, List.of(SectionKind.GROUP)));
    assertThat(report.sections()).containsExactly(filled("1", 1, 1, OPENS.plusSeconds(5), 1));
    assertThat(report.demand()).containsExactly(demand("MAT", 1, 2, 1, 1));
    assertThat(report.demand().get(0).over()).isEqualTo(1);
  }

  @Test
  @DisplayName("the report says when and after how many arrivals a section was full")
  void whenSectionsFill() {
    offer("MAT", group("1", 2), group("2", 2));
    for (int i = 1; i <= 3; i++) {
      come("S" + i, i, wish("MAT"));
    }
    assertThat(run().sections())
        .containsExactly(filled("1", 2, 2, OPENS.plusSeconds(3), 3), filled("2", 2, 1, null, 0));
  }

  @Test
  @DisplayName("an alternative is taken where the first wish is full; demand is told of the first")
  void alternatives() {
    offer("WEB", group("1", 1));
    offer("NET", group("1", 5));
    come("A", 1, wish("WEB", "NET"));
    come("B", 2, wish("WEB", "NET"));
    RehearsalReport report = run();
    assertThat(report.served()).isEqualTo(2);
    assertThat(report.firstChoices()).isEqualTo(1);
    assertThat(report.demand()).contains(demand("WEB", 1, 2, 1, 0), demand("NET", 5, 0, 1, 0));
  }

  @Test
  @DisplayName(
      "sections are chosen so that all lines fit, even if the first group has to be passed")
  void findsAPlanWithoutOverlap() {
    offer("MAT", group("1", 9, monday(9)), group("2", 9, monday(11)));
    offer("PHY", group("1", 9, monday(9)));
    come("A", 1, wish("MAT"), wish("PHY"));
    RehearsalReport report = run();
    assertThat(report.served()).isEqualTo(1);
    assertThat(report.sections()).extracting(Filled::taken).containsExactly(0, 1, 1);
  }

  @Test
  @DisplayName("lessons that overlap whatever is chosen are told apart from missing seats")
  void overlapOrSeats() {
    offer("MAT", group("1", 9, monday(9)));
    offer("PHY", group("1", 9, monday(9)), group("2", 0, monday(11)));
    offer("BIO", group("1", 9, monday(9)));
    come("seats", 1, wish("MAT"), wish("PHY"));
    come("overlap", 2, wish("MAT"), wish("BIO"));
    RehearsalReport report = run();
    assertThat(report.left())
        .extracting(left -> left.student() + " " + left.lines().get(0).cause())
        .containsExactly("seats SEATS", "overlap LESSONS");
    assertThat(report.withoutClashFreePlan()).isEqualTo(1);
  }

  @Test
  @DisplayName(
      "REG-8 CTL-9 rules are asked: the refused line is named, the least important given up")
  void rulesAreAsked() {
    offer("MAT", group("1", 9));
    offer("PHY", group("1", 9));
    offer("BIO", group("1", 9));
    Wish passed =
        Wish.of(WantedLine.of("MAT", 5).after(Standing.PASSED, 1).in(Language.RU).build());
    come("passed", 1, passed, wish("PHY"));
    come("many", 2, credits("PHY", 20), credits("MAT", 10), credits("BIO", 1));
    come("twice", 3, wish("PHY"), wish("PHY"));
    RehearsalReport report = run();
    assertThat(report.left())
        .extracting(RehearsalReport.Left::lines)
        .containsExactly(
            List.of(new Lost("MAT", Language.RU, Cause.RULE, "registration.passed-before")),
            List.of(new Lost("BIO", null, Cause.RULE, "registration.credit-approval")),
            List.of(new Lost("PHY", null, Cause.RULE, "registration.twice")));
    assertThat(report.lines()).isEqualTo(4);
  }

  @Test
  @DisplayName("a wish in another language than offered, and one nobody offers, are told as such")
  void notOffered() {
    offer("MAT", group("1", 9));
    come("kk", 1, Wish.of(WantedLine.of("MAT", 5).in(Language.KK).build()), wish("XYZ"));
    come("group", 2, new Wish(List.of(new Option(WantedLine.of("MAT", 5).build(), "7", null))));
    assertThat(run().left())
        .flatExtracting(RehearsalReport.Left::lines)
        .extracting(Lost::cause)
        .containsOnly(Cause.NOT_OFFERED)
        .hasSize(3);
  }

  @Test
  @DisplayName("ten thousand students with six lines each are tried out in under two seconds")
  void aWholeMorning() {
    for (int i = 0; i < 200; i++) {
      RehearsalOffering.Part[] groups = new RehearsalOffering.Part[3];
      for (int g = 0; g < 3; g++) {
        groups[g] = group("G" + g, 100, lesson(i * 3 + g), lesson(i * 7 + g * 11 + 1));
      }
      offer("D" + i, groups);
    }
    SyntheticDemand demand = new SyntheticDemand(20250901, 6, 1, 5, OPENS, Duration.ofHours(1));
    students.addAll(demand.students(10_000, offerings, i -> facts()));
    long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    RehearsalReport report = run();
    long spent = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before;
    assertThat(Duration.ofNanos(spent)).isLessThan(Duration.ofSeconds(2));
    assertThat(report.students()).isEqualTo(10_000);
    assertThat(report.sections()).allSatisfy(s -> assertThat(s.taken()).isBetween(0, s.seats()));
    assertThat(report.sections().stream().mapToInt(Filled::taken).sum()).isEqualTo(report.lines());
    int lost = report.left().stream().mapToInt(left -> left.lines().size()).sum();
    assertThat(report.lines() + lost).isEqualTo(60_000);
    assertThat(report.demand().stream().mapToInt(Demand::wanted).sum()).isEqualTo(60_000);
    assertThat(report.demand().get(0).missing()).isPositive();
  }

  @Test
  @DisplayName("the same seed makes the same demand and the same report, another seed another one")
  void theSameSeedTheSameReport() {
    for (int i = 0; i < 30; i++) {
      offer("D" + i, group("1", 20, lesson(i)), group("2", 20, lesson(i + 13)));
    }
    SyntheticDemand demand = new SyntheticDemand(7, 5, 1, 5, OPENS, Duration.ofHours(1));
    List<RehearsalReport> reports =
        Stream.of(demand, demand, new SyntheticDemand(8, 5, 1, 5, OPENS, Duration.ofHours(1)))
            .map(
                d ->
                    Rehearsal.run(
                        offerings, d.students(300, offerings, i -> facts()), level -> rules))
            .toList();
    assertThat(reports.get(0)).isEqualTo(reports.get(1)).isNotEqualTo(reports.get(2));
  }

  @Test
  @DisplayName("half of a made-up demand comes in the first eighth of the time, all of it in time")
  void arrivals() {
    offer("MAT", group("1", 9));
    List<RehearsalStudent> made =
        new SyntheticDemand(1, 1, 0, 5, OPENS, Duration.ofMinutes(80))
            .students(1000, offerings, i -> facts());
    Instant eighth = OPENS.plus(Duration.ofMinutes(10));
    assertThat(made.stream().filter(s -> s.arrives().isBefore(eighth)).count())
        .isBetween(450L, 550L);
    assertThat(made)
        .allSatisfy(
            s -> assertThat(s.arrives()).isBetween(OPENS, OPENS.plus(Duration.ofMinutes(80))));
  }

  private static Filled filled(String group, int seats, int taken, Instant at, int by) {
    return new Filled("MAT-ru", group, SectionKind.GROUP, seats, 0, taken, at, by);
  }

  /** Of a discipline that has groups alone. */
  private static Demand demand(String code, int seats, int wanted, int taken, int missing) {
    return new Demand(
        code,
        Language.RU,
        seats,
        wanted,
        taken,
        missing,
        List.of(new RehearsalReport.Room(SectionKind.GROUP, seats, missing)));
  }

  /** One of thirty lesson times of the week. */
  private static LessonTime lesson(int number) {
    int at = Math.floorMod(number * 31, 30);
    return LessonTime.weekly(
        DayOfWeek.of(1 + at % 5),
        LocalTime.of(8 + at / 5 * 2, 0),
        LocalTime.of(9 + at / 5 * 2, 50));
  }

  private static Wish credits(String code, int credits) {
    return Wish.of(WantedLine.of(code, credits).build());
  }
}
