package kz.miras.registrar.access.subsystem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.access.Permissions;
import kz.miras.registrar.access.subsystem.SubsystemSound.Description;
import kz.miras.registrar.shared.Refusal;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubsystemSoundTest {

  private static final Set<ApiScope> COURSES = EnumSet.of(ApiScope.COURSES_READ);

  @Test
  @DisplayName("SUB-1 a subsystem has names, somebody who answers for it, an account and a scope")
  void description() {
    assertThat(SubsystemSound.description(typed("LMS", "a@b.kz", COURSES)).isAllowed()).isTrue();
    assertThat(SubsystemSound.description(typed(" ", "a@b", Set.of())).refusals())
        .extracting(Refusal::field)
        .containsExactly("name_kk", "name_ru", "name_en", "contact_email", "scopes");
    assertThat(SubsystemSound.account(true, false).isAllowed()).isTrue();
    assertThat(SubsystemSound.account(false, false).isAllowed()).isFalse();
    assertThat(SubsystemSound.account(true, true).isAllowed()).isFalse();
  }

  @Test
  @DisplayName("SUB-2 a token is left what both it and the register name, personal data apart")
  void scopes() {
    RegisteredSubsystem lms =
        new RegisteredSubsystem(
            1,
            "lms",
            SubsystemState.ACTIVE,
            EnumSet.of(ApiScope.COURSES_READ, ApiScope.STUDENTS_READ));
    assertThat(lms.left(null)).isEqualTo(lms.scopes());
    assertThat(lms.left("students.read students.read.personal nonsense"))
        .containsExactly(ApiScope.STUDENTS_READ);
    assertThat(lms.left("")).isEmpty();
    assertThat(ApiScope.permissions(lms.left("students.read")))
        .containsExactlyInAnyOrder(Permissions.API_USE, Permissions.STUDENT_READ);
    for (ApiScope scope : ApiScope.values()) {
      assertThat(ApiScope.permissions(Set.of(scope)).contains(Permissions.STUDENT_READ_IDENTITY))
          .as(scope.code())
          .isEqualTo(scope == ApiScope.STUDENTS_READ_PERSONAL);
      assertThat(ApiScope.read(ApiScope.write(Set.of(scope)))).containsExactly(scope);
    }
  }

  @Test
  @DisplayName("SUB-3 a subsystem is blocked and let in again with a reason")
  void reason() {
    assertThat(SubsystemSound.reason("its server was broken into").isAllowed()).isTrue();
    assertThat(SubsystemSound.reason(" ").isAllowed()).isFalse();
    assertThat(SubsystemSound.reason("x".repeat(501)).isAllowed()).isFalse();
  }

  private static Description typed(String name, String email, Set<ApiScope> scopes) {
    return new Description(name, name, name, "Somebody", email, scopes);
  }
}
