package kz.miras.registrar.registration.plan;

import static kz.miras.registrar.registration.plan.DegreeState.DONE;
import static kz.miras.registrar.registration.plan.DegreeState.IN_PROGRESS;
import static kz.miras.registrar.registration.plan.DegreeState.PLANNED;
import static kz.miras.registrar.registration.plan.Study.told;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.calendar.TermType;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class GraduationWayTest {

  private static final TermRef AUTUMN = TermRef.autumn(2025);

  private final Study study = new Study();

  @Test
  @DisplayName(
      "what is taught in autumn is taken in an autumn, what is taught in spring in a spring")
  void parity() {
    study.line("A", 5, 1).line("B", 5, 2).line("C", 5, 3).line("D", 5, 4);
    assertThat(told(study.way(AUTUMN, 30)))
        .containsExactly("2025/2026 AUTUMN: A, C", "2025/2026 SPRING: B, D");
    assertThat(told(study.way(TermRef.spring(2025), 30)))
        .containsExactly("2025/2026 SPRING: B, D", "2026/2027 AUTUMN: A, C");
  }

  @Test
  @DisplayName("a prerequisite is taken in an earlier term, over as many terms as that needs")
  void prerequisitesFirst() {
    study.line("A", 5, 1).line("B", 5, 1).line("C", 5, 2).needs("B", "A").needs("C", "B");
    assertThat(told(study.way(AUTUMN, 30)))
        .containsExactly("2025/2026 AUTUMN: A", "2026/2027 AUTUMN: B", "2026/2027 SPRING: C");
  }

  @Test
  @DisplayName("REG-17 a corequisite is taken in the same term or before, however terms fill")
  void corequisitesNoLater() {
    // by the order of the curriculum LAB would fill the first autumn, and PHY the second
    study.line("LAB", 5, 1).line("PHY", 10, 3).line("X", 5, 1).goesWith("LAB", "PHY");
    assertThat(told(study.way(AUTUMN, 15)))
        .containsExactly("2025/2026 AUTUMN: LAB, PHY", "2026/2027 AUTUMN: X");
    assertThat(told(study.way(AUTUMN, 10)))
        .containsExactly("2025/2026 AUTUMN: PHY", "2026/2027 AUTUMN: LAB, X");
    assertThat(told(study.way(AUTUMN, 20))).containsExactly("2025/2026 AUTUMN: LAB, X, PHY");
  }

  @Test
  @DisplayName("REG-17 two that go with one another are taken together; what lacks one is blocked")
  void corequisitesTogether() {
    study.line("A", 5, 1).line("B", 5, 1).line("C", 5, 1).goesWith("A", "B").goesWith("B", "A");
    study.line("D", 5, 1).goesWith("D", "Z");
    GraduationWay way = study.way(AUTUMN, 10);
    assertThat(told(way)).containsExactly("2025/2026 AUTUMN: A, B", "2026/2027 AUTUMN: C");
    assertThat(way.blocked())
        .extracting(one -> one.line().code() + " " + one.needs())
        .containsExactly("D Z");
  }

  @Test
  @DisplayName("REG-17 two that go with one another in different terms are told by the rest alone")
  void corequisitesOfOtherTerms() {
    study.line("A", 5, 1).line("B", 5, 2).goesWith("A", "B").goesWith("B", "A");
    assertThat(told(study.way(AUTUMN, 30)))
        .containsExactly("2025/2026 AUTUMN: A", "2025/2026 SPRING: B");
  }

  @Test
  @DisplayName("what is studied now counts as passed for what needs it")
  void studiedNow() {
    study.line("A", 5, 1).line("B", 5, 2).needs("B", "A").is(IN_PROGRESS, "A");
    assertThat(told(study.way(TermRef.spring(2025), 30))).containsExactly("2025/2026 SPRING: B");
  }

  @Test
  @DisplayName("no term exceeds the credits; what opens a long chain is not put off")
  void creditsOfATerm() {
    // X and Y fill the first autumn unless the chain A-B-C, one autumn each, is begun in it
    study.line("X", 10, 1).line("Y", 10, 1).line("A", 10, 3).line("B", 10, 5).line("C", 10, 7);
    study.needs("B", "A").needs("C", "B");
    GraduationWay way = study.way(AUTUMN, 20);
    assertThat(way.length()).isEqualTo(3);
    assertThat(way.terms()).allSatisfy(step -> assertThat(step.credits()).isLessThanOrEqualTo(20));
    assertThat(told(way).get(0)).contains("A");
  }

  @Test
  @DisplayName("terms are filled so that none is wasted: 12 + 8, 12 + 8 instead of 12, 12, 8 + 8")
  void packing() {
    study.line("A", 8, 1).line("B", 8, 1).line("C", 12, 3).line("D", 12, 3);
    assertThat(study.way(AUTUMN, 20).length()).isEqualTo(2);
  }

  @Test
  @DisplayName("of a choice block the disciplines are taken that fill it exactly and need least")
  void choosesFromBlocks() {
    study.line("A", 5, 1);
    study.choice("K", 5, "X", 6, 3).choice("K", 5, "Y", 5, 3).choice("K", 5, "Z", 5, 3);
    study.needs("Y", "A");
    assertThat(told(study.way(AUTUMN, 30))).containsExactly("2025/2026 AUTUMN: A, Z");
  }

  @Test
  @DisplayName("what the student has planned of a block is taken, and first")
  void keepsWhatIsPlanned() {
    study.line("A", 5, 1).choice("K", 5, "Y", 5, 3).choice("K", 5, "Z", 5, 3).is(PLANNED, "Z");
    assertThat(told(study.way(AUTUMN, 5)))
        .containsExactly("2025/2026 AUTUMN: Z", "2026/2027 AUTUMN: A");
  }

  @Test
  @DisplayName("two of a block of which one needs the other are taken in two terms")
  void aBlockWithAPrerequisiteInside() {
    study.choice("K", 10, "X", 5, 3).choice("K", 10, "Y", 5, 3).choice("K", 10, "Z", 10, 3);
    study.needs("Y", "X").needs("Z", "ABROAD");
    assertThat(told(study.way(AUTUMN, 30)))
        .containsExactly("2025/2026 AUTUMN: X", "2026/2027 AUTUMN: Y");
  }

  @Test
  @DisplayName("the final attestation stands at the end, beside the last disciplines or after them")
  void attestationIsLast() {
    study.line("A", 5, 1).line("B", 5, 2).line("DIP", 8, 2, Cycle.FINAL_ATTESTATION, null);
    assertThat(told(study.way(TermRef.spring(2025), 30)))
        .containsExactly("2025/2026 SPRING: B", "2026/2027 AUTUMN: A", "2026/2027 SPRING: DIP");
    assertThat(told(study.way(AUTUMN, 30)))
        .containsExactly("2025/2026 AUTUMN: A", "2025/2026 SPRING: B, DIP");
  }

  @Test
  @DisplayName("what needs something nobody teaches, or itself, is named as blocked")
  void blocked() {
    study.line("A", 5, 1).line("B", 5, 2).line("C", 5, 2).line("D", 5, 1);
    study.needs("A", "ABROAD").needs("B", "C").needs("C", "B");
    GraduationWay way = study.way(AUTUMN, 30);
    assertThat(told(way)).containsExactly("2025/2026 AUTUMN: D");
    assertThat(way.blocked())
        .extracting(blocked -> blocked.line().code() + " needs " + blocked.needs())
        .containsExactlyInAnyOrder("A needs ABROAD", "B needs C", "C needs B");
  }

  @Test
  @DisplayName("a single discipline larger than a term is taken alone")
  void aLargeDiscipline() {
    study.line("A", 5, 1).line("P", 40, 1);
    assertThat(told(study.way(AUTUMN, 30)))
        .containsExactly("2025/2026 AUTUMN: P", "2026/2027 AUTUMN: A");
  }

  @Test
  @DisplayName("trimesters have three terms a year, and a summer is passed over")
  void trimesters() {
    study.line("A", 5, 1).line("B", 5, 3).needs("B", "A");
    assertThat(told(study.way(new TermRef(2025, TermType.TRIMESTER_2), 30)))
        .containsExactly("2026/2027 TRIMESTER_1: A", "2026/2027 TRIMESTER_3: B");
    assertThat(told(study.way(TermRef.summer(2025), 30)))
        .containsExactly("2026/2027 AUTUMN: A", "2027/2028 AUTUMN: B");
  }

  @Test
  @DisplayName("a freshman of a programme of 240 credits graduates in eight terms, found at once")
  void aWholeProgramme() {
    for (int term = 1; term <= 8; term++) {
      int[] credits = term == 8 ? new int[] {5, 5, 12} : new int[] {5, 5, 5, 5, 6, 4};
      for (int i = 0; i < credits.length; i++) {
        study.line("T" + term + "N" + i, credits[i], term);
        if (term > 1 && i < 2) {
          study.needs("T" + term + "N" + i, "T" + (term - 1) + "N" + i);
        }
      }
    }
    study.line("DIP", 8, 8, Cycle.FINAL_ATTESTATION, null);
    GraduationWay way =
        Assertions.assertTimeoutPreemptively(Duration.ofSeconds(5), () -> study.way(AUTUMN, 30));
    assertThat(way.length()).isEqualTo(8);
    assertThat(way.terms()).allSatisfy(step -> assertThat(step.credits()).isEqualTo(30));
    assertThat(study.audit().total().required()).isEqualTo(240);
  }

  @Test
  @DisplayName("who has passed everything has no way before them")
  void nothingLeft() {
    study.line("A", 5, 1, Cycle.GENERAL, Component.COMPULSORY).is(DONE, "A");
    assertThat(study.way(AUTUMN, 30).terms()).isEmpty();
  }
}
