package kz.miras.registrar.attestation.appeal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import kz.miras.registrar.attestation.SittingClock;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.RegistrarException;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class AppealFilingTest {

  private static final ZoneId ALMATY = ZoneId.of("Asia/Almaty");
  private static final RuleSet RULES = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private static final RuleSet RATED = RULES.with(RuleParameter.APPEAL_RATING_ALLOWED, "true");
  private static final Instant NOW = Instant.parse("2025-12-29T18:59:59Z");
  private static final LocalDate LAST = LocalDate.of(2025, 12, 29);

  private static List<String> codes(Verdict verdict) {
    return verdict.refusals().stream().map(Refusal::code).toList();
  }

  private static List<String> codes(AppealableResult result, String reason) {
    return codes(result.judge(reason, RULES, NOW, ALMATY));
  }

  private static LocalDate lastDay(String published) {
    WorkingDays calendar =
        new WorkingDays(
            Set.of(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 1, 2), LocalDate.of(2026, 1, 7)),
            Set.of());
    return SittingClock.of(null, null, RULES, () -> calendar, ALMATY)
        .appealUntil(Instant.parse(published))
        .lastDay();
  }

  @Test
  @DisplayName("APL-1 the day of an appeal is counted in working days of Almaty from publication")
  void lastDays() {
    assertThat(lastDay("2025-12-26T12:00:00Z")).as("Friday 17:00").isEqualTo("2025-12-29");
    assertThat(lastDay("2025-12-31T12:00:00Z")).as("over the New Year").isEqualTo("2026-01-05");
    assertThat(lastDay("2025-12-29T20:00:00Z"))
        .as("30 December, 01:00 in Almaty")
        .isEqualTo("2025-12-31");
  }

  @Test
  @DisplayName("APL-1 until the end of the last day, with a reason; never before publication")
  void untilTheEnd() {
    AppealableResult result = new AppealableResult(LAST, true, true, false);
    assertThat(codes(result, "question 3")).isEmpty();
    assertThat(codes(result, " ")).containsExactly("attestation.appeal.reason");
    assertThat(codes(result, null)).containsExactly("attestation.appeal.reason");
    assertThat(codes(result.judge(RULES, NOW.plusSeconds(1), ALMATY)))
        .containsExactly("attestation.appeal.late");
    assertThat(codes(new AppealableResult(null, true, true, false), "question 3"))
        .containsExactly("attestation.appeal.not-published");
  }

  @Test
  @DisplayName("APL-6 a score is appealed; who has none only where the rules let ratings be")
  void aScoreIsAppealed() {
    AppealableResult without = new AppealableResult(LAST, false, true, false);
    assertThat(codes(without, "why")).containsExactly("attestation.appeal.no-score");
    assertThat(without.judge("why", RATED, NOW, ALMATY).isAllowed()).isTrue();
    assertThat(codes(new AppealableResult(LAST, true, false, false), "why"))
        .as("an I")
        .containsExactly("attestation.appeal.no-result");
  }

  @Test
  @DisplayName("APL-8 a result is appealed once")
  void once() {
    assertThat(codes(new AppealableResult(LAST, true, true, true), "why"))
        .containsExactly("attestation.appeal.twice");
  }

  private static Appeal filed() {
    Appeal.Term term = new Appeal.Term(NOW, LAST, LAST.plusDays(1));
    return new Appeal("2025-0001", 1, 2, term, " question 3 ", NOW);
  }

  private static AppealCommission commission() {
    return new AppealCommission(CommissionTest.order(), "office", NOW);
  }

  @Test
  @DisplayName("APL-9 it is accepted or refused once, refused with a reason only")
  void answered() {
    Appeal refused = filed();
    assertThat(refused.getReason()).isEqualTo("question 3");
    assertThatThrownBy(() -> refused.reject(" ", "spe", NOW))
        .isInstanceOf(RegistrarException.Refused.class)
        .hasMessageContaining("attestation.appeal.refusal-reason");
    refused.reject("not signed", "spe", NOW);
    assertThat(refused.getStatus()).isEqualTo(AppealStatus.REJECTED);
    assertThatThrownBy(() -> refused.accept(3, "spe", NOW))
        .hasMessageContaining("attestation.appeal.wrong-state");
    Appeal accepted = filed();
    accepted.accept(3, "spe", NOW);
    assertThatThrownBy(() -> accepted.reject("late thought", "spe", NOW))
        .hasMessageContaining("attestation.appeal.wrong-state");
    assertThatThrownBy(() -> accepted.decide(AppealOutcome.KEPT, "sec", NOW))
        .as("unheard")
        .hasMessageContaining("attestation.appeal.wrong-state");
  }

  @Test
  @DisplayName("APL-9 the applicant takes no step of the own appeal, whatever else the person may")
  void applicant() {
    assertThat(codes(filed().judgeActor(1L))).containsExactly("attestation.appeal.own-step");
    assertThat(filed().judgeActor(2L).isAllowed()).as("another student").isTrue();
    assertThat(filed().judgeActor(null).isAllowed()).as("no student").isTrue();
  }

  @Test
  @DisplayName("APL-3 APL-9 a hearing lies ahead, has a place and a commission in force")
  void hearing() {
    Appeal appeal = filed();
    appeal.accept(3, "spe", NOW);
    Instant hour = NOW.plusSeconds(3600);
    LocalDate day = LocalDate.of(2026, 1, 5);
    assertThat(appeal.judgeHearing(commission(), hour, day, "101", NOW, false).isAllowed())
        .isTrue();
    assertThat(codes(appeal.judgeHearing(commission(), NOW, day, " ", NOW, false)))
        .containsExactly("attestation.appeal.hearing-ahead", "attestation.appeal.place");
    assertThat(codes(appeal.judgeHearing(commission(), null, null, "101", NOW, false)))
        .containsExactly("attestation.appeal.hearing-ahead");
    assertThat(
            codes(
                appeal.judgeHearing(
                    commission(), hour, LocalDate.of(2026, 2, 1), "101", NOW, false)))
        .containsExactly("attestation.commission.not-in-force");
    appeal.schedule(3, hour, "101");
    assertThat(codes(appeal.judgeDecision(hour.minusSeconds(1))))
        .containsExactly("attestation.appeal.hearing-not-yet");
    assertThat(appeal.judgeDecision(hour).isAllowed()).isTrue();
  }

  private static Appeal decided(AppealOutcome outcome) {
    Appeal appeal = filed();
    appeal.accept(3, "spe", NOW);
    appeal.schedule(3, NOW.plusSeconds(1), "101");
    appeal.decide(outcome, "sec", NOW.plusSeconds(2));
    return appeal;
  }

  @Test
  @DisplayName("APL-7 another person enters the decision, while the result it was about stands")
  void applied() {
    Appeal raised = decided(AppealOutcome.RAISED);
    assertThat(raised.judgeApplication("dir", false, false).isAllowed()).isTrue();
    assertThat(codes(raised.judgeApplication("sec", false, false)))
        .containsExactly("attestation.appeal.own");
    assertThat(codes(raised.judgeApplication("dir", true, false)))
        .as("a member of the commission")
        .containsExactly("attestation.appeal.own");
    assertThat(codes(raised.judgeApplication("dir", false, true)))
        .containsExactly("attestation.appeal.moved");
    raised.apply("dir", NOW.plusSeconds(3));
    assertThat(codes(raised.judgeApplication("dir", false, false)))
        .containsExactly("attestation.appeal.nothing");
    assertThat(codes(decided(AppealOutcome.KEPT).judgeApplication("dir", false, false)))
        .containsExactly("attestation.appeal.nothing");
  }

  @Test
  @DisplayName("APL-3 what was decided is heard again only where another result stands by now")
  void heardAgain() {
    Instant hour = NOW.plusSeconds(3600);
    LocalDate day = LocalDate.of(2026, 1, 5);
    Appeal raised = decided(AppealOutcome.RAISED);
    assertThat(codes(raised.judgeHearing(commission(), hour, day, "101", NOW, false)))
        .containsExactly("attestation.appeal.decided");
    assertThat(raised.judgeHearing(commission(), hour, day, "101", NOW, true).isAllowed()).isTrue();
    raised.schedule(3, hour, "101");
    assertThat(raised.getOutcome()).isNull();
    assertThat(
            codes(
                decided(AppealOutcome.KEPT)
                    .judgeHearing(commission(), hour, day, "101", NOW, true)))
        .containsExactly("attestation.appeal.decided");
  }
}
