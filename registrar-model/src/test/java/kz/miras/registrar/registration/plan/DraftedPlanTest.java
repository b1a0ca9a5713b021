package kz.miras.registrar.registration.plan;

import static kz.miras.registrar.registration.plan.StudyPlanTest.line;
import static kz.miras.registrar.registration.plan.StudyPlanTest.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.shared.Language;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DraftedPlanTest {

  @Test
  @DisplayName("IUP-1 a draft makes no other plan for whoever decides; what is submitted does")
  void draftsMakeNoOtherPlan() {
    StudyPlan plan = plan(PlanLineStatus.SUBMITTED, PlanLineStatus.REGISTERED);
    StudyPlanLine draft = line(3, PlanLineStatus.CHOSEN).seated(null, null, null, null);
    StudyPlan drafted = plan.add(draft);

    assertThat(drafted.differsInDraftsOnly(plan)).isTrue();
    assertThat(drafted.become(PlanLineStatus.REMOVED, Set.of(3L)).differsInDraftsOnly(drafted))
        .as("a draft is thrown away")
        .isTrue();
    assertThat(drafted.become(PlanLineStatus.SUBMITTED, Set.of(3L)).differsInDraftsOnly(drafted))
        .isFalse();
    assertThat(plan.become(PlanLineStatus.REMOVED, Set.of(2L)).differsInDraftsOnly(plan)).isFalse();
    assertThat(plan.submission().differsInDraftsOnly(plan)).isFalse();
    assertThat(plan.sign().differsInDraftsOnly(plan)).isFalse();
    assertThat(plan.close().differsInDraftsOnly(plan)).isFalse();
  }

  @Test
  @DisplayName(
      "IUP-7 what lies with the student alone counts for nobody who decides: drafts, and what was"
          + " given back without a seat")
  void whatCounts() {
    for (PlanLineStatus status : PlanLineStatus.values()) {
      StudyPlanLine seated = line(1, status);
      boolean asked = status != PlanLineStatus.REMOVED && status != PlanLineStatus.CHOSEN;
      assertThat(seated.counts()).isEqualTo(status != PlanLineStatus.REMOVED);
      assertThat(seated.seated(null, null, null, null).counts())
          .isEqualTo(asked && status != PlanLineStatus.RETURNED);
    }
  }

  @Test
  @DisplayName(
      "REG-33 a draft remembers what it is to take the place of while that counts in its term; what"
          + " waits, while that has no seat of its own; whatever else remembers nothing")
  void whatIsReplaced() {
    StudyPlan plan = plan(PlanLineStatus.APPROVED, PlanLineStatus.SUBMITTED);
    long seated = 101;
    long unseated = 102;
    StudyPlan mixed = plan.with(Set.of(2L), line -> line.seated(null, null, null, null));
    StudyPlanLine draft =
        StudyPlanLine.chosen(1, 103, EnrolmentType.MAIN, Language.RU, null, null, null);

    assertThat(replaced(mixed.choose(draft.insteadOf(seated)))).isEqualTo(seated);
    assertThat(replaced(mixed.choose(draft.insteadOf(unseated)))).isEqualTo(unseated);
    assertThat(replaced(mixed.choose(draft.insteadOf(109L)))).as("it is not there").isNull();
    StudyPlan kept = mixed.choose(draft.insteadOf(unseated));
    assertThat(replaced(kept.choose(draft.insteadOf(seated)))).as("kept anew").isEqualTo(seated);
    assertThat(replaced(kept.choose(draft))).as("kept anew, beside it").isNull();
    assertThat(replaced(kept.become(PlanLineStatus.REMOVED, Set.of(2L)))).isNull();
    assertThat(replaced(kept.become(PlanLineStatus.SUBMITTED, Set.of(0L)))).isNull();

    StudyPlan waiting = kept.with(Set.of(0L), line -> line.seated(203L, 33L, null, 303L));
    assertThat(replaced(waiting.become(PlanLineStatus.SUBMITTED, Set.of(0L)))).isEqualTo(unseated);
    StudyPlan both =
        waiting
            .become(PlanLineStatus.SUBMITTED, Set.of(0L))
            .with(Set.of(2L), line -> line.seated(202L, 32L, null, 302L));
    assertThat(replaced(both)).as("both have what they need").isNull();
  }

  /** What the line of the third discipline is to take the place of. */
  private static Long replaced(StudyPlan plan) {
    return plan.line(1, 103).orElseThrow().insteadOf();
  }

  @Test
  @DisplayName(
      "IUP-1 what is approved stands when it gets its first group; another group, offering, reason"
          + " or language is decided about anew")
  void whatIsDecidedAnew() {
    for (PlanLineStatus status : PlanLineStatus.values()) {
      StudyPlanLine chosen = line(1, status).seated(null, null, null, null);
      StudyPlanLine seated = chosen.seated(201L, 31L, null, 301L);
      boolean approved = status == PlanLineStatus.APPROVED || status == PlanLineStatus.REGISTERED;

      assertThat(chosen.isApproved()).isEqualTo(approved);
      assertThat(chosen.standsAs(seated)).as("its first group").isTrue();
      assertThat(seated.standsAs(seated.seated(201L, 31L, null, 302L)))
          .as("the same group")
          .isTrue();
      assertThat(seated.standsAs(seated.seated(201L, 32L, null, 302L))).isEqualTo(!approved);
      StudyPlanLine heard = seated.seated(201L, 31L, 41L, 301L);
      assertThat(seated.standsAs(heard)).as("no stream was named").isTrue();
      assertThat(heard.standsAs(heard.seated(201L, 31L, 41L, 302L))).isTrue();
      assertThat(heard.standsAs(heard.seated(201L, 31L, 42L, 302L))).isEqualTo(!approved);
      assertThat(heard.differs(seated)).as("any stream will do").isFalse();
      assertThat(seated.differs(heard)).isTrue();
      assertThat(seated.standsAs(seated.seated(202L, 31L, null, 302L))).isEqualTo(!approved);
      assertThat(chosen.standsAs(seated.as(EnrolmentType.MAIN, Language.KK))).isFalse();
      assertThat(chosen.standsAs(seated.as(EnrolmentType.ADDITIONAL, Language.RU))).isFalse();
    }
  }
}
