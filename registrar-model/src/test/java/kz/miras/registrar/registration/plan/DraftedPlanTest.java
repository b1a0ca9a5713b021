package kz.miras.registrar.registration.plan;

import static kz.miras.registrar.registration.plan.StudyPlanTest.line;
import static kz.miras.registrar.registration.plan.StudyPlanTest.plan;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DraftedPlanTest {

  @Test
  @DisplayName("IUP-1 a draft makes no other plan for whoever decides; what is submitted does")
  void draftsMakeNoOtherPlan() {
    StudyPlan plan = plan(PlanLineStatus.SUBMITTED, PlanLineStatus.REGISTERED);
    StudyPlanLine draft = line(3, PlanLineStatus.CHOSEN).seated(null, null, null);
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
      assertThat(seated.seated(null, null, null).counts())
          .isEqualTo(asked && status != PlanLineStatus.RETURNED);
    }
  }
}
