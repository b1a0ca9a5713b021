package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GrantSoundTest {

  private static final LocalDate DAY = LocalDate.of(2026, 9, 1);
  private static final Grant DIRECTOR =
      Grant.of(Role.DIR, DAY.minusYears(2), "№ 3-ж от 01.09.2024");

  @Test
  @DisplayName("ACC-5 a grant with a basis and dates in order is sound")
  void completeGrantIsSound() {
    assertThat(codes(DIRECTOR)).isEmpty();
    assertThat(codes(Grant.of(Role.DEAN, DAY, "№ 4-ж").over(2L))).isEmpty();
  }

  @Test
  @DisplayName("ACC-5 no basis, reversed dates and a missing school are refused together")
  void incompleteGrantIsRefusedWithEveryReason() {
    assertThat(codes(Grant.of(Role.DEAN, DAY, " ").until(DAY.minusDays(1))))
        .containsExactly(
            "access.grant.basis-missing",
            "access.grant.dates-reversed",
            "access.grant.target-missing");
  }

  @Test
  @DisplayName("ACC-6 a delegation needs an end and an own appointment of the delegator around it")
  void delegationIsCovered() {
    Grant acting = Grant.of(Role.DIR, DAY, "№ 9-ж").until(DAY.plusDays(14)).delegatedFrom(1);
    assertThat(delegated(acting, DIRECTOR)).isEmpty();
    assertThat(delegated(acting.until(null), DIRECTOR))
        .containsExactly("access.grant.delegation-without-end");
    assertThat(delegated(acting, DIRECTOR.until(DAY.plusDays(13))))
        .containsExactly("access.grant.delegation-uncovered");
    assertThat(delegated(acting, Grant.of(Role.DEP, DAY, "№ 5-ж")))
        .containsExactly("access.grant.delegation-uncovered");
  }

  @Test
  @DisplayName("ACC-6 a delegated role is not passed on, nor widened to another school")
  void delegationIsNotPassedOn() {
    Grant acting = Grant.of(Role.DIR, DAY, "№ 9-ж").until(DAY.plusDays(14)).delegatedFrom(1);
    assertThat(delegated(acting, acting)).containsExactly("access.grant.delegation-uncovered");
    Grant dean = Grant.of(Role.DEAN, DAY, "№ 6-ж").over(2L);
    assertThat(delegated(dean.over(3L).until(DAY).delegatedFrom(1), dean))
        .containsExactly("access.grant.delegation-uncovered");
  }

  @Test
  @DisplayName("SOD-9 administration and audit are not combined with other roles at the same time")
  void administrationAndAuditStandAlone() {
    Grant admin = Grant.of(Role.ADM, DAY, "№ 10-ж");
    assertThat(held(admin, DIRECTOR)).containsExactly("access.grant.roles-clash");
    assertThat(held(admin, DIRECTOR.until(DAY.minusDays(1)))).isEmpty();
    assertThat(held(Grant.of(Role.TCH, DAY, "№ 11-ж"), Grant.of(Role.AUD, DAY, "№ 12-ж")))
        .containsExactly("access.grant.roles-clash");
    assertThat(held(Grant.of(Role.TCH, DAY, "№ 11-ж"), DIRECTOR)).isEmpty();
    assertThat(held(admin, admin)).isEmpty();
  }

  private static List<String> codes(Grant grant) {
    return held(grant);
  }

  private static List<String> held(Grant grant, Grant... held) {
    return GrantSound.judge(grant, List.of(held), List.of()).refusals().stream()
        .map(Refusal::code)
        .toList();
  }

  private static List<String> delegated(Grant grant, Grant delegator) {
    return GrantSound.judge(grant, List.of(), List.of(delegator)).refusals().stream()
        .map(Refusal::code)
        .toList();
  }
}
