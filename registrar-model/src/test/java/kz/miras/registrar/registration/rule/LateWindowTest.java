package kz.miras.registrar.registration.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LateWindowTest {

  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-09-09T10:00:00+05:00");
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));

  private static List<String> codes(WindowKind kind, boolean explained, boolean office) {
    Instant opens = NOW.minusDays(1).toInstant();
    PlanFacts facts =
        PlanFacts.of(Level.BACHELOR, NOW)
            .office(office)
            .window(new WindowFact(true, kind, opens, NOW.plusDays(1).toInstant()))
            .build();
    WantedLine early = WantedLine.of("A", 5).explained(true).build();
    WantedLine line = WantedLine.of("B", 5).explained(explained).build();
    return RegistrationRules.judge(List.of(early, line), facts, RULES).whole().refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  @ParameterizedTest
  @EnumSource(WindowKind.class)
  @DisplayName("REG-6 in the late window every line is explained in writing, in no other one")
  void explained(WindowKind kind) {
    assertThat(codes(kind, true, false)).isEmpty();
    assertThat(codes(kind, false, true)).isEmpty();
    assertThat(codes(kind, false, false))
        .isEqualTo(kind == WindowKind.LATE ? List.of("registration.window-explain") : List.of());
  }
}
