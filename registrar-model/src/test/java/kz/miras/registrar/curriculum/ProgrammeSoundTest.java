package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ProgrammeSoundTest {

  @Test
  @DisplayName("CRD-12 the code says level and direction; look-alike Cyrillic letters are forgiven")
  void codeSaysLevelAndDirection() {
    assertThat(warnings("6B06101", "6B061", Level.BACHELOR, 240, 4)).isEmpty();
    assertThat(warnings("6В06101", "6B061", Level.BACHELOR, 240, 4)).isEmpty();
    assertThat(warnings("6B06101", "6B061", Level.MASTER, 120, 2))
        .containsExactly("curriculum.programme.code-level");
    assertThat(warnings("7M04102", "7M061", Level.MASTER, 120, 2))
        .containsExactly("curriculum.programme.code-direction");
  }

  @Test
  @DisplayName("CRD-7 the volume of a programme fits its years")
  void volumeFitsYears() {
    assertThat(warnings("7M04102", "7M041", Level.MASTER, 90, 2)).isEmpty();
    assertThat(warnings("6B06101", "6B061", Level.BACHELOR, 250, 4))
        .containsExactly("curriculum.programme.volume");
    assertThat(warnings("6B06101", "6B061", Level.BACHELOR, 180, 4))
        .containsExactly("curriculum.programme.volume");
  }

  @Test
  @DisplayName("CRD-2 fewer credits than usual warn, fewer than allowed are refused")
  void fewCreditsWarn() {
    RuleSet rules =
        RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1))
            .with(RuleParameter.MIN_CREDITS, "2");
    assertThat(CreditsUsual.judge(5, rules).warnings()).isEmpty();
    assertThat(CreditsUsual.judge(4, rules).warnings())
        .containsExactly(Refusal.of("curriculum.credits.few", "CRD-2", 5).at("credits"));
    assertThat(CreditsUsual.judge(1, rules).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("CRD-11 an approved plan is closed until it is reopened")
  void approvedPlanIsClosed() {
    OrgUnit school = new OrgUnit("IT", OrgUnitKind.SCHOOL, null, LocalizedText.of("М", "Ш", "S"));
    Programme programme =
        new Programme(
            "6B06101",
            "6B061",
            null,
            Level.BACHELOR,
            LocalizedText.of("И", "И", "I"),
            240,
            4,
            "kk ru",
            school);
    Curriculum plan = new Curriculum(programme, 2026, null);
    assertThat(plan.isApproved()).isFalse();
    plan.approve("УМС, протокол 5");
    assertThat(plan.isApproved()).isTrue();
    assertThat(plan.getApprovedBy()).isEqualTo("УМС, протокол 5");
    plan.reopen();
    assertThat(plan.isApproved()).isFalse();
  }

  private static List<String> warnings(
      String code, String direction, Level level, int credits, int years) {
    return ProgrammeSound.judge(code, direction, level, credits, years, 60).warnings().stream()
        .map(Refusal::code)
        .toList();
  }
}
