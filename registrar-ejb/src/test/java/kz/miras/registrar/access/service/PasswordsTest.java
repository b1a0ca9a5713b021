package kz.miras.registrar.access.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordsTest {

  private static final String LONGEST = "p".repeat(72);

  @Test
  @DisplayName("a hash is of its password and of no other")
  void match() {
    assertThat(Passwords.match(LONGEST, Passwords.hash(LONGEST))).isTrue();
    assertThat(Passwords.match("other", Passwords.hash(LONGEST))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {73, 5_000})
  @DisplayName("what is longer than any password is wrong, whatever it begins with")
  void tooLong(int length) {
    assertThat(Passwords.match("p".repeat(length), Passwords.hash(LONGEST))).isFalse();
    assertThat(Passwords.match("p".repeat(length), Passwords.hash(""))).isFalse();
  }
}
