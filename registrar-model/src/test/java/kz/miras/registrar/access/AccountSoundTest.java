package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccountSoundTest {

  @ParameterizedTest
  @ValueSource(strings = {"aigerim", "a.sadykova", "lms-2", "t_01"})
  @DisplayName("ACC-8 a plain login is allowed")
  void aPlainLoginIsAllowed(String login) {
    assertThat(AccountSound.login(login, false).isAllowed()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "ab", "Aigerim", "1abc", "a b c", "әсел", "a'--", "x\u0000yz"})
  @DisplayName("ACC-8 a malformed login is refused")
  void aMalformedLoginIsRefused(String login) {
    assertThat(codes(AccountSound.login(login, false)))
        .containsExactly("access.account.login-form");
  }

  @Test
  @DisplayName("ACC-8 a login that exists is refused")
  void aLoginThatExistsIsRefused() {
    assertThat(codes(AccountSound.login("aigerim", true)))
        .containsExactly("access.account.login-taken");
  }

  @ParameterizedTest
  @CsvSource({
    "ninechars,access.password.short",
    "aaaaaaaaaaaa,access.password.guessable",
    "Aigerim-2026,access.password.guessable"
  })
  @DisplayName("ACC-8 a short or guessable password is refused")
  void aWeakPasswordIsRefused(String password, String code) {
    assertThat(codes(AccountSound.password("aigerim", password))).containsExactly(code);
  }

  @Test
  @DisplayName("ACC-8 a password longer than bcrypt reads is refused, not cut")
  void aPasswordLongerThanBcryptReadsIsRefused() {
    assertThat(
            AccountSound.password("aigerim", "қосымшасөз".repeat(3) + "abcdefghijkl").isAllowed())
        .isTrue();
    assertThat(codes(AccountSound.password("aigerim", "қосымшасөз".repeat(4))))
        .containsExactly("access.password.long");
  }

  @Test
  @DisplayName("ACC-8 a sentence of one's own is allowed")
  void aSentenceIsAllowed() {
    assertThat(AccountSound.password("aigerim", "Төрт түлік мал келді").isAllowed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"SEN", "SPE", "JUN"})
  @DisplayName("ACC-9 a specialist's role waits for the director's approval")
  void aSpecialistsRoleWaitsForApproval(Role role) {
    assertThat(GrantSound.needsApproval(role)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"SEN", "SPE", "JUN"})
  @DisplayName("ACC-9 every other role rests on the order that made the appointment")
  void everyOtherRoleRestsOnAnOrder(Role role) {
    assertThat(GrantSound.needsApproval(role)).isFalse();
  }

  private static java.util.List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }
}
