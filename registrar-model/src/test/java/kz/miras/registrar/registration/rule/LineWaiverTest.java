package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class LineWaiverTest {

  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final PlanFacts FACTS =
      PlanFacts.of(Level.BACHELOR, ZonedDateTime.parse("2026-08-20T09:00:00+05:00"))
          .office(true)
          .build();
  private static final LocalTime NINE = LocalTime.of(9, 0);

  private static WantedLine line(String code, int credits, Set<String> waived) {
    return WantedLine.of(code, credits)
        .needs("A", NeededStanding.of(Standing.FAILED, false))
        .waived(waived)
        .build();
  }

  @Test
  @DisplayName("REQ-4 REG-2 a waiver for one line sets the rule aside for that line only")
  void ofOneLine() {
    PlanVerdict verdict =
        RegistrationRules.judge(
            List.of(line("B", 5, Set.of("REG-2")), line("C", 5, Set.of())), FACTS, RULES);
    assertThat(verdict.lines().get(0).verdict().isAllowed()).isTrue();
    assertThat(verdict.lines().get(0).verdict().warnings())
        .extracting(Refusal::code)
        .contains("registration.waived");
    assertThat(verdict.lines().get(1).verdict().refusals())
        .extracting(Refusal::rule)
        .containsExactly("REG-2");
  }

  private static WantedLine at(String code, LessonTime... lessons) {
    return WantedLine.of(code, 5).at(List.of(new SectionFact("X", List.of(lessons)))).build();
  }

  private static List<Object> meets(Set<String> waived, WantedLine more, WantedLine kept) {
    LessonTime old = LessonTime.weekly(DayOfWeek.FRIDAY, NINE, NINE.plusHours(1));
    PlanFacts facts = FACTS.copy().waived(waived).taken(List.of(at("B", old).asTaken())).build();
    return List.copyOf(
        RegistrationRules.apart(more, kept, facts, RULES).refusals().stream()
            .map(refusal -> refusal.args().get(1))
            .toList());
  }

  @Test
  @DisplayName(
      "REG-11 another group of a discipline is held against the stream that stays, not the old one")
  void besideTheStream() {
    LessonTime monday = LessonTime.weekly(DayOfWeek.MONDAY, NINE, NINE.plusHours(1));
    LessonTime friday = LessonTime.weekly(DayOfWeek.FRIDAY, NINE, NINE.plusHours(1));
    assertThat(meets(Set.of(), at("B", monday), at("B", monday))).hasSize(1);
    assertThat(meets(Set.of(), at("B", friday), at("B", monday))).isEmpty();
    assertThat(meets(Set.of("REG-11"), at("B", monday), at("B", monday))).isEmpty();
    assertThat(meets(Set.of(), at("C", friday), at("C", monday))).as("another").hasSize(1);
  }

  @Test
  @DisplayName(
      "REQ-4 REG-8 consent to exceed the limit for a line counts for its plan, REG-14 stays")
  void ofThePlan() {
    List<WantedLine> plan =
        List.of(line("B", 30, Set.of("REG-2", "REG-8")), line("C", 5, Set.of("REG-2")));
    assertThat(RegistrationRules.judge(plan, FACTS, RULES).whole().isAllowed()).isTrue();
    List<WantedLine> without =
        List.of(line("B", 30, Set.of("REG-2")), line("C", 5, Set.of("REG-2")));
    assertThat(RegistrationRules.judge(without, FACTS, RULES).whole().refusals())
        .extracting(Refusal::rule)
        .containsExactly("REG-8");
    List<WantedLine> beyond =
        List.of(line("B", 30, Set.of("REG-2", "REG-8", "REG-14")), line("C", 7, Set.of("REG-2")));
    assertThat(RegistrationRules.judge(beyond, FACTS, RULES).whole().refusals())
        .extracting(Refusal::rule)
        .contains("REG-14");
  }

  @Test
  @DisplayName("REQ-4 REG-8 consent to exceed the limit goes as far as what was decided")
  void upToWhatWasDecided() {
    assertThat(exceeding(33, 33)).isEmpty();
    assertThat(exceeding(34, 33)).containsExactly("REG-8");
    assertThat(exceeding(34, null)).isEmpty();
  }

  @Test
  @DisplayName(
      "REQ-4 REG-11 lessons are asked about alone, beside what the line does not replace, and a"
          + " waiver lets them meet")
  void lessonsAlone() {
    List<LessonTime> hour = List.of(LessonTime.weekly(DayOfWeek.MONDAY, NINE, NINE.plusHours(1)));
    PlanFacts beside =
        FACTS.copy().taken(List.of(TakenLine.enrolled("T", 5, EnrolmentType.MAIN, hour))).build();
    WantedLine.Builder line =
        WantedLine.of("B", 5)
            .open(false)
            .needs("A", NeededStanding.of(Standing.FAILED, false))
            .at(List.of(new SectionFact("B-1", hour)));

    assertThat(RegistrationRules.apart(line.build(), beside, RULES).refusals())
        .extracting(Refusal::code)
        .containsExactly("registration.clash");
    assertThat(RegistrationRules.apart(line.build(), FACTS, RULES).isAllowed()).isTrue();
    WantedLine waived = line.waived(Set.of("REG-11")).build();
    assertThat(RegistrationRules.apart(waived, beside, RULES).isAllowed()).isTrue();
    WantedLine instead = line.waived(Set.of()).insteadOf("T").build();
    assertThat(RegistrationRules.apart(instead, beside, RULES).isAllowed()).isTrue();
  }

  private static List<String> exceeding(int credits, Integer decided) {
    WantedLine line = WantedLine.of("B", credits).waived(Set.of("REG-8")).exceedTo(decided).build();
    return RegistrationRules.judge(List.of(line), FACTS, RULES).whole().refusals().stream()
        .map(Refusal::rule)
        .toList();
  }
}
