package kz.miras.registrar.registration.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Cause;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Lost;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.LessonTime;
import kz.miras.registrar.registration.rule.PlanFacts;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.registration.rule.WindowFact;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class RehearsalRoomTest {

  private static final Instant OPENS = Instant.parse("2025-08-20T04:00:00Z");

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

  private static RehearsalOffering.Part group(int number) {
    return RehearsalOffering.Part.of(
        "G" + number, SectionKind.GROUP, number == 80 ? 2 : 1, List.of());
  }

  private static RehearsalStudent student(int number) {
    PlanFacts facts =
        PlanFacts.of(Level.BACHELOR, OPENS.atZone(ZoneOffset.UTC))
            .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
            .build();
    return new RehearsalStudent(
        "S" + number,
        OPENS.plusSeconds(number),
        Set.of(),
        facts,
        List.of(Wish.of(WantedLine.of("MAT", 5).build())));
  }

  private RehearsalReport run(int students) {
    RehearsalOffering offering =
        new RehearsalOffering(
            "MAT-ru",
            "MAT",
            Language.RU,
            IntStream.rangeClosed(1, 80).mapToObj(RehearsalRoomTest::group).toList());
    return Rehearsal.run(
        List.of(offering),
        IntStream.rangeClosed(1, students).mapToObj(RehearsalRoomTest::student).toList(),
        level -> rules);
  }

  @Test
  @DisplayName("the roomiest group comes first, and every group is filled, however many there are")
  void roomiestFirst() {
    RehearsalReport first = run(1);
    assertThat(first.sections())
        .filteredOn(one -> one.taken() == 1)
        .extracting(RehearsalReport.Filled::section)
        .containsExactly("G80");
    RehearsalReport all = run(82);
    assertThat(all.served()).isEqualTo(81);
    assertThat(all.sections()).allSatisfy(one -> assertThat(one.isFull()).isTrue());
    assertThat(all.demand()).extracting(RehearsalReport.Demand::missing).containsExactly(1);
  }

  @Test
  @DisplayName("what is lost for good does not make the others meet: their groups are still fitted")
  void fittedBesideTheLost() {
    LessonTime nine = LessonTime.weekly(DayOfWeek.MONDAY, LocalTime.of(9, 0), LocalTime.of(9, 50));
    List<RehearsalOffering> offerings =
        List.of(
            offered("MAT", part("1", 9, nine), part("2", 5)),
            offered("WEB", part("1", 5, nine)),
            offered("ART", part("1", 0)));
    PlanFacts facts =
        PlanFacts.of(Level.BACHELOR, OPENS.atZone(ZoneOffset.UTC))
            .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
            .build();
    RehearsalStudent student =
        new RehearsalStudent(
            "S",
            OPENS,
            Set.of(),
            facts,
            Stream.of("MAT", "WEB", "ART")
                .map(code -> Wish.of(WantedLine.of(code, 5).build()))
                .toList());
    assertThat(Rehearsal.run(offerings, List.of(student), level -> rules).left())
        .singleElement()
        .extracting(RehearsalReport.Left::lines)
        .isEqualTo(List.of(new Lost("ART", null, Cause.SEATS, null, List.of(SectionKind.GROUP))));
  }

  private static RehearsalOffering offered(String code, RehearsalOffering.Part... parts) {
    return new RehearsalOffering(code + "-ru", code, Language.RU, List.of(parts));
  }

  private static RehearsalOffering.Part part(String code, int seats, LessonTime... lessons) {
    return RehearsalOffering.Part.of(code, SectionKind.GROUP, seats, List.of(lessons));
  }
}
