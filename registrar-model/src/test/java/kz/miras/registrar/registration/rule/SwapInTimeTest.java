package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** What a request may give up. */
class SwapInTimeTest {

  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final PlanFacts FACTS =
      PlanFacts.of(Level.BACHELOR, ZonedDateTime.of(2025, 8, 15, 12, 0, 0, 0, ZoneId.of("UTC")))
          .window(new WindowFact(true, WindowKind.REGISTRATION, null, null))
          .taken(List.of(TakenLine.enrolled("BIO", 5, EnrolmentType.MAIN, List.of())))
          .build();

  private static List<String> refusals(Set<String> together) {
    WantedLine line =
        WantedLine.of("MAT", 5)
            .at(List.of(new SectionFact("G-1", List.of())))
            .insteadOf("BIO")
            .build();
    PlanFacts facts = FACTS.copy().together(together).build();
    return RegistrationRules.judge(List.of(line), facts, RULES).together().refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @Test
  @DisplayName("REG-5 what a request asks for it does not give up too: both would be there")
  void notBoth() {
    assertThat(refusals(Set.of("MAT"))).isEmpty();
    assertThat(refusals(Set.of("MAT", "BIO"))).containsExactly("registration.swap-both");
  }

  @Test
  @DisplayName("REG-5 a seat is given up for a seat alone, a choice for a mere choice too")
  void seatForASeat() {
    WantedLine choice = WantedLine.of("MAT", 5).insteadOf("BIO").build();
    PlanFacts chosen =
        FACTS.copy().taken(List.of(TakenLine.chosen("BIO", 5, EnrolmentType.MAIN, null))).build();

    assertThat(new SwapInTime().judge(choice, FACTS, RULES).refusals())
        .extracting(Refusal::code)
        .containsExactly("registration.swap-seat");
    assertThat(new SwapInTime().judge(choice, chosen, RULES).isAllowed()).isTrue();
  }
}
