package kz.miras.registrar.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.StudentStatus;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class EnrolmentRulesTest {

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final Wish wish = new Wish();

  @Test
  void anOrdinaryWishIsGranted() {
    Verdict verdict = EnrolmentRules.judge(wish.made(), rules);
    assertThat(verdict).isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest
  @EnumSource(StudentStatus.class)
  @DisplayName("REG-9 only who studies registers: not on leave, expelled or graduated")
  void onlyWhoStudies(StudentStatus status) {
    wish.status = status;
    assertThat(codes().contains("registration.not-studying"))
        .isEqualTo(status != StudentStatus.STUDYING);
  }

  @Test
  @DisplayName("REG-4 a cancelled or closed offering takes nobody")
  void onlyOpenOfferings() {
    wish.open = false;
    assertThat(codes()).containsExactly("registration.offering-closed");
  }

  @Test
  @DisplayName("REG-10 a discipline is taken once in a term")
  void onceInATerm() {
    wish.takenAlready = true;
    assertThat(codes()).containsExactly("registration.twice");
  }

  @ParameterizedTest
  @EnumSource(EnrolmentType.class)
  @DisplayName("CTL-9 a passed discipline is taken again only to raise the GPA, with a warning")
  void passedIsRaisedOnly(EnrolmentType type) {
    wish.type = type;
    wish.standing = Standing.PASSED;
    if (type == EnrolmentType.GPA_RAISE) {
      assertThat(codes()).isEmpty();
      assertThat(warnings()).contains("registration.gpa-raise");
    } else {
      assertThat(codes()).containsExactly("registration.passed-before");
    }
    wish.standing = Standing.FAILED;
    assertThat(codes()).isEmpty();
  }

  @Test
  @DisplayName("REG-2 B needs A: A = FX is refused, A = D or recognised lets in")
  void prerequisites() {
    wish.prerequisites = Map.of("A", Standing.FAILED);
    assertThat(codes()).containsExactly("registration.prerequisite");
    wish.prerequisites = Map.of("A", Standing.NONE);
    assertThat(codes()).containsExactly("registration.prerequisite");
    wish.prerequisites = Map.of("A", Standing.PASSED);
    assertThat(codes()).isEmpty();
  }

  @Test
  @DisplayName(
      "REG-2 a prerequisite being studied lets in provisionally; each missing one is named")
  void prerequisitesBeingStudied() {
    wish.prerequisites = Map.of("A", Standing.NONE, "B", Standing.NONE, "C", Standing.PASSED);
    wish.studiedNow = List.of("A", "B");
    Verdict verdict = EnrolmentRules.judge(wish.made(), rules);
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.provisional()).isTrue();
    assertThat(verdict.warnings()).hasSize(2);
    wish.studiedNow = List.of("A");
    assertThat(EnrolmentRules.judge(wish.made(), rules).refusals())
        .extracting(Refusal::args)
        .containsExactly(List.of("B"));
  }

  @Test
  @DisplayName("REG-8 28 credits and 5 more need consent, 10 more are refused")
  void workedExample() {
    wish.creditsInTerm = 28;
    wish.credits = 5;
    assertThat(codes()).isEmpty();
    assertThat(warnings()).containsExactly("registration.credit-approval");
    wish.credits = 10;
    assertThat(EnrolmentRules.judge(wish.made(), rules).refusals())
        .containsExactly(Refusal.of("registration.credit-limit", "REG-8", 38, 36));
  }

  @Test
  @DisplayName("REG-8 over the whole space of credits, kinds and limits")
  void creditLimits() {
    for (EnrolmentType type : EnrolmentType.values()) {
      for (int before = 0; before <= 45; before++) {
        for (int credits = 1; credits <= 12; credits++) {
          wish.type = type;
          wish.creditsInTerm = before;
          wish.credits = credits;
          int total = before + credits;
          boolean own = type.hasOwnLimit();
          assertThat(codes().isEmpty()).isEqualTo(total <= (own ? 15 : 36));
          assertThat(warnings().contains("registration.credit-approval"))
              .isEqualTo(!own && total > 30 && total <= 36);
        }
      }
    }
  }

  @Test
  @DisplayName("REG-11 lessons do not overlap")
  void noClash() {
    wish.clashes = List.of("MONDAY 09:00", "FRIDAY 11:00");
    Verdict verdict = EnrolmentRules.judge(wish.made(), rules);
    assertThat(verdict.refusals())
        .containsExactly(Refusal.of("registration.clash", "REG-11", "MONDAY 09:00, FRIDAY 11:00"));
  }

  @Test
  @DisplayName("CTL-10 without a limit the third attempt is warned of, with one it may be refused")
  void attempts() {
    for (int attempt = 1; attempt <= 6; attempt++) {
      wish.attemptNo = attempt;
      assertThat(codes()).isEmpty();
      assertThat(warnings().contains("registration.attempts.many")).isEqualTo(attempt >= 3);
      RuleSet three = rules.with(RuleParameter.MAX_ATTEMPTS, "3");
      assertThat(EnrolmentRules.judge(wish.made(), three).isAllowed()).isEqualTo(attempt <= 3);
    }
  }

  @Test
  @DisplayName("REG-2 REG-4 REG-8 REG-9 REG-10 REG-11 every reason is told at once")
  void everyReasonAtOnce() {
    wish.status = StudentStatus.ON_LEAVE;
    wish.open = false;
    wish.takenAlready = true;
    wish.standing = Standing.PASSED;
    wish.prerequisites = Map.of("A", Standing.NONE);
    wish.creditsInTerm = 40;
    wish.clashes = List.of("MONDAY 09:00");
    assertThat(codes())
        .containsExactly(
            "registration.not-studying",
            "registration.offering-closed",
            "registration.twice",
            "registration.passed-before",
            "registration.prerequisite",
            "registration.credit-limit",
            "registration.clash");
  }

  private List<String> codes() {
    return EnrolmentRules.judge(wish.made(), rules).refusals().stream().map(Refusal::code).toList();
  }

  private List<String> warnings() {
    return EnrolmentRules.judge(wish.made(), rules).warnings().stream().map(Refusal::code).toList();
  }

  /** A wish nothing speaks against, until a test says otherwise. */
  private static final class Wish {
    private StudentStatus status = StudentStatus.STUDYING;
    private int credits = 5;
    private EnrolmentType type = EnrolmentType.MAIN;
    private boolean open = true;
    private boolean takenAlready;
    private Standing standing = Standing.NONE;
    private Map<String, Standing> prerequisites = Map.of();
    private List<String> studiedNow = List.of();
    private int creditsInTerm;
    private List<String> clashes = List.of();
    private int attemptNo = 1;

    EnrolmentRequest made() {
      return new EnrolmentRequest(
          status,
          "MAT101",
          credits,
          type,
          open,
          takenAlready,
          standing,
          prerequisites,
          studiedNow,
          creditsInTerm,
          clashes,
          attemptNo);
    }
  }
}
