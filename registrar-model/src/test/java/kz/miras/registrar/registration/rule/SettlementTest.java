package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettlementTest {

  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 1, 20, 12, 0, 0, 0, ZoneId.of("Asia/Almaty"));

  @ParameterizedTest(
      name = "REG-2 {0}, held until a mark {1}, office asked {2}, changes possible {3}: {4}")
  @CsvSource({
    "PASSED,  true,  false, true,  FIRM",
    "PASSED,  true,  true,  false, FIRM",
    "PASSED,  false, false, true,  KEPT",
    "STUDIED, true,  false, true,  KEPT",
    "STUDIED, false, false, true,  OPEN",
    "FAILED,  true,  false, true,  ENDS",
    "FAILED,  true,  false, false, TO_DECIDE",
    "FAILED,  false, false, true,  TO_DECIDE",
    "FAILED,  false, false, false, TO_DECIDE",
    "FAILED,  true,  true,  true,  KEPT",
    "NONE,    true,  false, true,  ENDS",
    "NONE,    false, false, false, TO_DECIDE",
  })
  void settled(
      NeededStanding standing,
      boolean provisional,
      boolean asked,
      boolean changeable,
      Settlement outcome) {
    Verdict said = prerequisites(standing, List.of());
    assertThat(Settlement.of(said, provisional, asked, changeable)).isEqualTo(outcome);
  }

  @Test
  @DisplayName("REG-2 what the office enrolled beside its prerequisite is not ended by itself")
  void besideItsPrerequisite() {
    TakenLine beside = new TakenLine("MAT", 5, EnrolmentType.MAIN, false, null, null, List.of());
    Verdict said = prerequisites(NeededStanding.NONE, List.of(beside));
    assertThat(Settlement.of(said, true, false, true)).isEqualTo(Settlement.KEPT);
  }

  @Test
  @DisplayName("REG-2 the refusal names the prerequisite, whatever else speaks against the line")
  void namesThePrerequisite() {
    assertThat(prerequisites(NeededStanding.FAILED, List.of()).refusals())
        .containsExactly(Refusal.of("registration.prerequisite", "REG-2", "MAT"));
  }

  @Test
  @DisplayName("REG-2 a decision that sets the rule aside makes the seat firm")
  void waived() {
    WantedLine line =
        WantedLine.of("PHY", 5).needs("MAT", NeededStanding.FAILED).waived(Set.of("REG-2")).build();
    Verdict said = RegistrationRules.prerequisites(line, facts(List.of()), RULES);
    assertThat(Settlement.of(said, true, false, false)).isEqualTo(Settlement.FIRM);
  }

  @ParameterizedTest(
      name =
          "REG-17 {0} beside a corequisite {1}, REG-2 set aside {2}, REG-17 set aside {3}: firm {4}")
  @CsvSource({
    "PASSED,  NONE,    false, true,  true",
    "PASSED,  NONE,    false, false, false",
    "PASSED,  NONE,    true,  false, false",
    "STUDIED, NONE,    false, true,  false",
    "STUDIED, PASSED,  false, false, false",
    "FAILED,  NONE,    false, true,  false",
    "FAILED,  NONE,    true,  true,  true",
    "FAILED,  PASSED,  true,  false, true",
  })
  void aWaiverLiftsItsOwnRule(
      NeededStanding needed, NeededStanding beside, boolean two, boolean seventeen, boolean firm) {
    Set<String> waived = new TreeSet<>();
    if (two) {
      waived.add("REG-2");
    }
    if (seventeen) {
      waived.add("REG-17");
    }
    WantedLine line =
        WantedLine.of("PHY", 5).needs("MAT", needed).together("LAB", beside).waived(waived).build();
    PlanFacts facts = facts(List.of());
    assertThat(
            Settlement.isFirm(
                RegistrationRules.prerequisites(line, facts, RULES),
                RegistrationRules.corequisites(line, facts, RULES)))
        .isEqualTo(firm);
  }

  private static Verdict prerequisites(NeededStanding standing, List<TakenLine> taken) {
    // nothing but the prerequisite is looked at: the line is taken twice and its offering closed
    WantedLine line = WantedLine.of("PHY", 5).needs("MAT", standing).open(false).build();
    return RegistrationRules.prerequisites(line, facts(taken), RULES);
  }

  private static PlanFacts facts(List<TakenLine> taken) {
    return PlanFacts.of(Level.BACHELOR, NOW).office(true).taken(taken).build();
  }
}
