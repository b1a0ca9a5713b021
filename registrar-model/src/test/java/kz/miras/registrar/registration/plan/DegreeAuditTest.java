package kz.miras.registrar.registration.plan;

import static kz.miras.registrar.registration.plan.DegreeState.DONE;
import static kz.miras.registrar.registration.plan.DegreeState.EXEMPT;
import static kz.miras.registrar.registration.plan.DegreeState.FAILED;
import static kz.miras.registrar.registration.plan.DegreeState.IN_PROGRESS;
import static kz.miras.registrar.registration.plan.DegreeState.OPEN;
import static kz.miras.registrar.registration.plan.DegreeState.PLANNED;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.registration.AcademicRecord.Past;
import kz.miras.registrar.registration.AcademicRecord.Standing;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DegreeAuditTest {

  private final Study study =
      new Study()
          .line("HIS", 5, 1, Cycle.GENERAL, Component.COMPULSORY)
          .line("LNG", 10, 1, Cycle.GENERAL, Component.COMPULSORY)
          .line("MAT", 5, 2)
          .line("PHY", 5, 3)
          .line("INF", 6, 3)
          .choice("A", 10, "WEB", 5, 5)
          .choice("A", 10, "NET", 5, 5)
          .choice("A", 10, "GEO", 5, 5)
          .line("MIL", 4, 4, Cycle.ADDITIONAL, null)
          .line("DIP", 8, 8, Cycle.FINAL_ATTESTATION, null);

  @Test
  @DisplayName("CRD-6 credits by cycle and component: required, passed, studied, planned, missing")
  void volumes() {
    study.is(DONE, "HIS", "MAT", "WEB").is(IN_PROGRESS, "PHY").is(PLANNED, "NET").is(FAILED, "INF");
    DegreeAudit audit = study.audit();
    assertThat(audit.total()).isEqualTo(new DegreeVolume(49, 15, 5, 5));
    assertThat(audit.total().missing()).isEqualTo(24);
    assertThat(audit.volume(Cycle.GENERAL)).isEqualTo(new DegreeVolume(15, 5, 0, 0));
    assertThat(audit.volume(Cycle.BASIC, Component.UNIVERSITY))
        .isEqualTo(new DegreeVolume(16, 5, 5, 0));
    assertThat(audit.volume(Cycle.PROFILE, Component.ELECTIVE))
        .isEqualTo(new DegreeVolume(10, 5, 0, 5));
    assertThat(audit.volume(Cycle.FINAL_ATTESTATION, null)).isEqualTo(new DegreeVolume(8, 0, 0, 0));
    assertThat(audit.cycles().keySet())
        .containsExactly(
            Cycle.GENERAL, Cycle.BASIC, Cycle.PROFILE, Cycle.ADDITIONAL, Cycle.FINAL_ATTESTATION);
    assertThat(audit.isDone()).isFalse();
  }

  @Test
  @DisplayName("additional types of study lie over the plan: the degree is done without them")
  void additionalStudyIsNotAsked() {
    study.is(DONE, "HIS", "LNG", "MAT", "PHY", "INF", "WEB", "GEO", "DIP");
    assertThat(study.audit().isDone()).isTrue();
    assertThat(study.audit().total().missing()).isZero();
    assertThat(study.audit().volume(Cycle.ADDITIONAL).missing()).isEqualTo(4);
  }

  @Test
  @DisplayName("a choice block counts no more than it asks for, and what is passed first")
  void blocksCountWhatTheyAskFor() {
    DegreeBlock block =
        study.is(DONE, "WEB").is(IN_PROGRESS, "NET").is(PLANNED, "GEO").audit().blocks().get(0);
    assertThat(block.volume()).isEqualTo(new DegreeVolume(10, 5, 5, 0));
    assertThat(block.isSatisfied()).isTrue();
    assertThat(block.termNo()).isEqualTo(5);
    DegreeBlock open = study.is(OPEN, "NET", "GEO").audit().blocks().get(0);
    assertThat(open.isSatisfied()).isFalse();
    assertThat(open.volume().missing()).isEqualTo(5);
  }

  @Test
  @DisplayName("REG-7 a minor counts inside the electives, choice blocks first, never on top")
  void minorsCountInsideTheElectives() {
    study.is(DONE, "HIS", "LNG", "MAT", "PHY", "WEB", "DIP").minor(DONE, "MKT", 5);
    DegreeAudit audit = study.audit();
    assertThat(audit.blocks().get(0).volume()).isEqualTo(new DegreeVolume(10, 10, 0, 0));
    assertThat(audit.total()).isEqualTo(new DegreeVolume(49, 43, 0, 0));
    assertThat(audit.isCovered("INF")).isFalse();
    assertThat(audit.minorsWithin()).isEqualTo(5);
    assertThat(audit.isDone()).isFalse();

    study.minor(IN_PROGRESS, "LAW", 5).minor(FAILED, "ART", 5);
    assertThat(study.audit().volume(Cycle.BASIC)).isEqualTo(new DegreeVolume(16, 10, 5, 0));
    assertThat(study.audit().isCovered("INF")).as("five of six credits").isFalse();

    audit = study.minor(DONE, "ETH", 5).audit();
    assertThat(audit.volume(Cycle.BASIC)).isEqualTo(new DegreeVolume(16, 15, 1, 0));
    assertThat(audit.isCovered("INF")).isTrue();
    assertThat(audit.minorsWithin()).isEqualTo(11);
    assertThat(audit.minorsOver()).isEqualTo(4);
    assertThat(audit.volume(Cycle.ADDITIONAL)).isEqualTo(new DegreeVolume(4, 0, 0, 0));
  }

  @Test
  @DisplayName("REG-7 what is chosen of a block goes before a minor, which then lies over the plan")
  void electivesGoFirst() {
    study.is(DONE, "WEB", "NET", "MAT", "PHY", "INF").minor(DONE, "MKT", 5);
    assertThat(study.audit().minorsWithin()).isZero();
    assertThat(study.audit().minorsOver()).isEqualTo(5);
    assertThat(study.audit().total()).isEqualTo(new DegreeVolume(49, 26, 0, 0));
  }

  @Test
  @DisplayName("REG-7 the way to the degree does not ask for what a minor fills, passed or planned")
  void theWayKnowsMinors() {
    study.is(DONE, "HIS", "LNG", "MAT", "PHY", "MIL", "DIP").minor(PLANNED, "MKT", 10);
    assertThat(Study.told(study.way(TermRef.autumn(2025), 30)))
        .containsExactly("2025/2026 AUTUMN: INF");
    study.minor(DONE, "LAW", 6);
    assertThat(study.way(TermRef.autumn(2025), 30).terms()).isEmpty();
  }

  @Test
  @DisplayName("every discipline tells how it stands; studied again counts as studied")
  void states() {
    assertThat(DegreeState.of(new Past(Standing.PASSED, 1), false, false)).isEqualTo(DONE);
    assertThat(DegreeState.of(new Past(Standing.PASSED, 1), true, true)).isEqualTo(DONE);
    assertThat(DegreeState.of(new Past(Standing.FAILED, 1), true, false)).isEqualTo(IN_PROGRESS);
    assertThat(DegreeState.of(new Past(Standing.FAILED, 1), false, true)).isEqualTo(PLANNED);
    assertThat(DegreeState.of(new Past(Standing.FAILED, 1), false, false)).isEqualTo(FAILED);
    assertThat(DegreeState.of(Past.NOTHING, false, false)).isEqualTo(OPEN);
    assertThat(study.is(FAILED, "INF").audit().state("INF")).contains(FAILED);
    assertThat(study.audit().state("XYZ")).isEmpty();
    assertThat(Set.of(DegreeState.values()).stream().filter(DegreeState::isBehind))
        .containsExactlyInAnyOrder(DONE, EXEMPT, IN_PROGRESS);
  }

  @Test
  @DisplayName("ACH-10 what a student is exempt from is asked no more and counts as no credits")
  void exempt() {
    Past exempt = new Past(Standing.PASSED, 0, false, false, true);
    assertThat(DegreeState.of(exempt, false, false)).isEqualTo(EXEMPT);
    DegreeVolume before = study.audit().total();
    DegreeVolume after = study.is(EXEMPT, "INF").audit().total();
    assertThat(after.done()).isEqualTo(before.done());
    assertThat(after.required()).isLessThan(before.required());
    assertThat(Study.told(study.way(TermRef.autumn(2025), 30))).noneMatch(t -> t.contains("INF"));
  }
}
