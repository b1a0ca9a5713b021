package kz.miras.registrar.registration.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Language;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PlanApprovalTest {

  private static final LocalDate FRIDAY = LocalDate.of(2026, 9, 4);
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2026, 9, 1));
  private static final RuleSet SIGNING = RULES.with(RuleParameter.REG_DEAN_SIGNS, "true");
  private static final Refusal SOMETHING = Refusal.of("registration.twice", "REG-10", "D1");

  /** A plan with one line in each of these states; keys from 1. */
  private static StudyPlan plan(PlanLineStatus... states) {
    StudyPlan plan = StudyPlan.empty(7, UUID.randomUUID(), 1, 2026);
    for (int i = 0; i < states.length; i++) {
      plan =
          plan.add(
              new StudyPlanLine(
                  i + 1L,
                  1,
                  100 + i,
                  EnrolmentType.MAIN,
                  Language.KK,
                  200L + i,
                  null,
                  null,
                  300L + i,
                  states[i],
                  1,
                  null,
                  null,
                  null));
    }
    return plan;
  }

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  @ParameterizedTest
  @EnumSource(PlanLineStatus.class)
  @DisplayName(
      "IUP-1 the adviser approves what was submitted, the office confirms what is approved")
  void eachInTurn(PlanLineStatus now) {
    assertThat(
            PlanApproval.passes(plan(now), PlanLineStatus.APPROVED, Set.of(1L), RULES).isAllowed())
        .isEqualTo(now == PlanLineStatus.SUBMITTED);
    assertThat(
            PlanApproval.passes(plan(now), PlanLineStatus.REGISTERED, Set.of(1L), RULES)
                .isAllowed())
        .isEqualTo(now == PlanLineStatus.APPROVED);
  }

  @Test
  @DisplayName("IUP-1 nobody decides about a plan that changed after it was shown")
  void onlyAsSeen() {
    StudyPlan shown = plan(PlanLineStatus.SUBMITTED);
    StudyPlan stored =
        new StudyPlan(
            7,
            shown.link(),
            1,
            2026,
            shown.status(),
            1,
            6,
            shown.submittedVersion() + 1,
            false,
            shown.lines());
    StudyPlan drafted =
        new StudyPlan(
            7,
            shown.link(),
            1,
            2026,
            shown.status(),
            1,
            6,
            shown.submittedVersion(),
            false,
            shown.lines());

    assertThat(PlanApproval.asSeen(shown, shown.submittedVersion())).isEqualTo(Verdict.allowed());
    assertThat(PlanApproval.asSeen(drafted, shown.submittedVersion()))
        .as("only drafts were stored since")
        .isEqualTo(Verdict.allowed());
    assertThat(codes(PlanApproval.asSeen(stored, shown.submittedVersion())))
        .containsExactly("registration.plan.changed");
  }

  @Test
  @DisplayName("IUP-6 where the dean signs, the office confirms only what is signed; else at once")
  void theDeanSignsFirst() {
    StudyPlan approved = plan(PlanLineStatus.APPROVED);
    StudyPlan signed = approved.sign();

    assertThat(codes(confirmed(approved, SIGNING))).containsExactly("registration.plan.unsigned");
    assertThat(confirmed(signed, SIGNING)).isEqualTo(Verdict.allowed());
    assertThat(confirmed(approved, RULES)).isEqualTo(Verdict.allowed());
    assertThat(
            PlanApproval.passes(
                plan(PlanLineStatus.SUBMITTED), PlanLineStatus.APPROVED, Set.of(1L), SIGNING))
        .as("the adviser waits for nobody")
        .isEqualTo(Verdict.allowed());
    assertThat(codes(confirmed(signed.submission(), SIGNING)))
        .as("a further submission is signed anew")
        .containsExactly("registration.plan.unsigned");
  }

  private static Verdict confirmed(StudyPlan plan, RuleSet rules) {
    return PlanApproval.passes(plan, PlanLineStatus.REGISTERED, Set.of(1L), rules);
  }

  @Test
  @DisplayName("IUP-6 the dean signs only where the rules of the level ask for it, and only once")
  void onlyWhereAskedFor() {
    StudyPlan approved = plan(PlanLineStatus.APPROVED);

    assertThat(codes(PlanApproval.signs(approved, RULES)))
        .containsExactly("registration.plan.no-signature");
    assertThat(PlanApproval.signs(approved, SIGNING)).isEqualTo(Verdict.allowed());
    assertThat(PlanApproval.signs(approved.sign(), SIGNING).isAllowed()).isFalse();
    assertThat(PlanApproval.signs(plan(PlanLineStatus.SUBMITTED), SIGNING).isAllowed()).isFalse();
  }

  @Test
  @DisplayName(
      "IUP-5 IUP-6 a dean gives back with a remark what waits for the signature, and nothing else")
  void theDeanGivesBack() {
    StudyPlan approved = plan(PlanLineStatus.APPROVED);
    Map<Long, String> remark = Map.of(1L, "take the other group");

    assertThat(PlanApproval.givesBackUnsigned(approved, remark, SIGNING))
        .isEqualTo(Verdict.allowed());
    assertThat(codes(PlanApproval.givesBackUnsigned(approved, Map.of(1L, " "), SIGNING)))
        .containsExactly("registration.plan.remark");
    assertThat(codes(PlanApproval.givesBackUnsigned(approved, remark, RULES)))
        .as("where the dean signs nothing")
        .containsExactly("registration.plan.no-signature");
    assertThat(codes(PlanApproval.givesBackUnsigned(approved.sign(), remark, SIGNING)))
        .as("what is signed lies with the office")
        .containsExactly("registration.plan.not-approved");
    assertThat(
            codes(PlanApproval.givesBackUnsigned(plan(PlanLineStatus.SUBMITTED), remark, SIGNING)))
        .as("what lies with the adviser")
        .containsExactly("registration.plan.not-approved");
  }

  @Test
  @DisplayName(
      "IUP-7 many plans at once: a refused or provisional one is looked at by itself, and what only"
          + " the office may approve")
  void manyAtOnce() {
    assertThat(PlanApproval.together(Verdict.allowed(), Verdict.allowed()))
        .isEqualTo(Verdict.allowed());
    assertThat(PlanApproval.together(Verdict.warning(SOMETHING), Verdict.allowed()).isAllowed())
        .as("a warning is no rule that is not satisfied")
        .isTrue();
    assertThat(PlanApproval.together(Verdict.refused(SOMETHING), Verdict.allowed()).refusals())
        .as("the reasons of the rules, and no other")
        .containsExactly(SOMETHING);
    Verdict open = PlanApproval.together(Verdict.provisional(SOMETHING), Verdict.allowed());
    assertThat(open.refusals())
        .containsExactly(Refusal.of("registration.plan.one-by-one", "IUP-7"));
    assertThat(open.warnings()).as("what is open is still said").containsExactly(SOMETHING);
    Verdict office = PlanApproval.together(Verdict.warning(SOMETHING), Verdict.refused(SOMETHING));
    assertThat(office.refusals())
        .containsExactly(Refusal.of("registration.plan.one-by-one", "IUP-7"));
    assertThat(office.warnings()).containsExactly(SOMETHING);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "CHOSEN,registration.plan.not-now",
    "SUBMITTED,''",
    "APPROVED,''",
    "REGISTERED,registration.plan.not-now",
    "RETURNED,registration.plan.not-now",
    "REMOVED,registration.plan.not-now"
  })
  @DisplayName("IUP-5 what lies with adviser or office is given back, what is confirmed is not")
  void givenBack(PlanLineStatus now, String code) {
    assertThat(codes(PlanApproval.givesBack(plan(now), Map.of(1L, "take the other group"))))
        .isEqualTo(code.isEmpty() ? List.of() : List.of(code));
  }

  @Test
  @DisplayName("IUP-5 each line that is given back has a remark of its own")
  void eachWithItsRemark() {
    StudyPlan plan = plan(PlanLineStatus.SUBMITTED, PlanLineStatus.SUBMITTED);
    Map<Long, String> half = new HashMap<>(Map.of(1L, "too many credits"));
    half.put(2L, null);

    Refusal without = Refusal.of("registration.plan.remark", "IUP-5").at("remark");
    assertThat(PlanApproval.givesBack(plan, half).refusals()).containsExactly(without);
    assertThat(PlanApproval.givesBack(plan, Map.of(1L, " ")).refusals()).containsExactly(without);
    assertThat(PlanApproval.givesBack(plan, Map.of()).refusals()).containsExactly(without);
    half.put(2L, "this one too");
    assertThat(PlanApproval.givesBack(plan, half)).isEqualTo(Verdict.allowed());
  }

  @ParameterizedTest(name = "{0} working days: {1}")
  @CsvSource({"1,2026-09-07", "2,2026-09-09", "5,2026-09-14"})
  @DisplayName("IUP-5 a seat is kept for the working days of the rules, holidays not counted")
  void seatsAreKept(String days, LocalDate last) {
    WorkingDays calendar = new WorkingDays(List.of(LocalDate.of(2026, 9, 8)), List.of());
    RuleSet rules = RULES.with(RuleParameter.REG_RETURNED_SEAT_WORKING_DAYS, days);

    assertThat(PlanApproval.seatsKept(FRIDAY, calendar, rules).lastDay()).isEqualTo(last);
  }

  @ParameterizedTest(name = "{0} working days on {1}: {2}")
  @CsvSource({
    "1,2026-09-07,2026-09-04",
    "3,2026-09-04,2026-09-01",
    "3,2026-09-07,2026-09-02",
    "3,2026-09-06,2026-09-02"
  })
  @DisplayName("IUP-8 an adviser is late after the working days of the rules, weekends not counted")
  void lateAdvisers(String days, LocalDate today, LocalDate before) {
    RuleSet rules = RULES.with(RuleParameter.REG_ADVISER_WORKING_DAYS, days);

    assertThat(PlanApproval.lateBefore(today, WorkingDays.weekendsOnly(), rules)).isEqualTo(before);
  }
}
