package kz.miras.registrar.curriculum;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.shared.LocalizedText;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class CurriculumSoundTest {

  private final RuleSet rules = RuleSet.defaults(Level.BACHELOR, LocalDate.of(2025, 9, 1));
  private final List<PlanLine> lines = new ArrayList<>();

  @Test
  @DisplayName("CRD-7 CRD-8 a plan of 240 credits as the standard lays it out has no findings")
  void standardPlanHasNoFindings() {
    lines.addAll(standardPlan());
    Verdict verdict = judge();
    assertThat(verdict.refusals()).isEmpty();
    assertThat(verdict.warnings()).isEmpty();
  }

  @Test
  @DisplayName("CRD-7 each volume that differs from the standard is named with both figures")
  void volumesThatDifferAreNamed() {
    lines.addAll(standardPlan());
    lines.removeIf(line -> line.cycle() == Cycle.FINAL_ATTESTATION);
    Verdict verdict = judge();
    assertThat(verdict.isAllowed()).isTrue();
    assertThat(verdict.warnings())
        .contains(
            Refusal.of("curriculum.plan.total", "CRD-7", 232, 240),
            Refusal.of("curriculum.plan.attestation", "CRD-7", 0, 8));
  }

  @Test
  @DisplayName("CRD-7 the standard volumes of ООД are asked of bachelors only")
  void masterPlanIsNotMeasuredByBachelors() {
    lines.add(line("M1", 60, 1, Cycle.PROFILE, Component.UNIVERSITY));
    Verdict verdict = CurriculumSound.judge(Level.MASTER, 60, 1, lines, rules);
    assertThat(verdict.warnings())
        .extracting(Refusal::code)
        .doesNotContain("curriculum.plan.general", "curriculum.plan.major");
  }

  @Test
  @DisplayName("CRD-8 a term and a year off the usual load are warned of")
  void unusualLoadIsWarnedOf() {
    lines.add(line("A", 33, 1, Cycle.BASIC, Component.UNIVERSITY));
    lines.add(line("B", 30, 2, Cycle.BASIC, Component.UNIVERSITY));
    assertThat(judge().warnings())
        .contains(
            Refusal.of("curriculum.plan.term", "CRD-8", 1, 33, 30),
            Refusal.of("curriculum.plan.year", "CRD-8", 1, 63, 60));
  }

  @Test
  @DisplayName("CRD-8 a plan with more than two terms a year is one of trimesters")
  void trimestersAreRecognised() {
    assertThat(CurriculumSound.termsPerYear(List.of(1, 8), 4)).isEqualTo(2);
    assertThat(CurriculumSound.termsPerYear(List.of(1, 12), 4)).isEqualTo(3);
  }

  @Test
  @DisplayName("CRD-5 a repeated name is refused, physical education and languages excepted")
  void repeatedNameIsRefused() {
    lines.add(named("MAT1", "Математика", false));
    lines.add(named("MAT2", " математика ", false));
    lines.add(named("PE1", "Физическая культура", true));
    lines.add(named("PE2", "Физическая культура", true));
    assertThat(NamesUnique.judge(lines).refusals())
        .extracting(Refusal::code, refusal -> refusal.args().get(1))
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("curriculum.item.name-repeats", "MAT2"));
  }

  @Test
  @DisplayName(
      "CRD-9 ОК exists only in ООД, additional studies have no component, КВ needs a block")
  void componentFitsItsCycle() {
    assertThat(component(Cycle.BASIC, Component.COMPULSORY, null))
        .containsExactly("curriculum.item.component");
    assertThat(component(Cycle.GENERAL, Component.COMPULSORY, null)).isEmpty();
    assertThat(component(Cycle.ADDITIONAL, Component.UNIVERSITY, null))
        .containsExactly("curriculum.item.component");
    assertThat(component(Cycle.FINAL_ATTESTATION, null, null)).isEmpty();
    assertThat(component(Cycle.PROFILE, Component.ELECTIVE, null))
        .containsExactly("curriculum.item.block");
    assertThat(component(Cycle.PROFILE, Component.ELECTIVE, "КВ-1")).isEmpty();
    assertThat(component(Cycle.PROFILE, Component.UNIVERSITY, "КВ-1"))
        .containsExactly("curriculum.item.no-block");
  }

  @Test
  @DisplayName("CRD-9 a block lies in one term, agrees on its credits and offers a choice")
  void blockIsAChoice() {
    assertThat(blocks(choice("A", 5, 5, 5), choice("B", 5, 5, 5)).refusals()).isEmpty();
    assertThat(blocks(choice("A", 5, 5, 5), choice("B", 5, 6, 5)).refusals())
        .extracting(Refusal::code)
        .containsExactly("curriculum.block.spread");
    assertThat(blocks(choice("A", 5, 5, 5), choice("B", 5, 5, 10)).refusals())
        .extracting(Refusal::code)
        .containsExactly("curriculum.block.credits-differ");
    assertThat(blocks(choice("A", 5, 5, 15), choice("B", 5, 5, 15)).refusals())
        .containsExactly(
            Refusal.of("curriculum.block.too-little", "CRD-9", "КВ-1", 10, 15).at("choice_block"));
    assertThat(blocks(choice("A", 5, 5, 5)).warnings())
        .extracting(Refusal::code)
        .containsExactly("curriculum.block.no-choice");
  }

  @Test
  @DisplayName("CRD-9 a block counts once, additional studies count beside the plan")
  void blockCountsOnce() {
    lines.add(choice("A", 5, 5, 10));
    lines.add(choice("B", 5, 5, 10));
    lines.add(choice("C", 5, 5, 10));
    lines.add(line("MIL", 4, 5, Cycle.ADDITIONAL, null));
    PlanVolume volume = PlanVolume.of(lines);
    assertThat(volume.total()).isEqualTo(10);
    assertThat(volume.terms()).isEqualTo(Map.of(5, 10));
    assertThat(volume.cycles()).isEqualTo(Map.of(Cycle.PROFILE, 10, Cycle.ADDITIONAL, 4));
  }

  @Test
  @DisplayName("CRD-10 prerequisites do not go in circles")
  void prerequisitesDoNotGoInCircles() {
    Map<String, Set<String>> stored = Map.of("C", Set.of("B"), "B", Set.of("A"));
    assertThat(
            PrerequisitesOrdered.judge(
                    "A", List.of("C"), code -> stored.getOrDefault(code, Set.of()))
                .refusals())
        .extracting(Refusal::code)
        .containsExactly("curriculum.prerequisite.circle");
    assertThat(
            PrerequisitesOrdered.judge(
                    "D", List.of("C", "B"), code -> stored.getOrDefault(code, Set.of()))
                .isAllowed())
        .isTrue();
  }

  @Test
  @DisplayName("CRD-10 a prerequisite in the same term or later is warned of")
  void latePrerequisiteIsWarnedOf() {
    lines.add(line("A", 5, 3, Cycle.BASIC, Component.UNIVERSITY));
    lines.add(line("B", 5, 3, Cycle.BASIC, Component.UNIVERSITY));
    lines.add(line("C", 5, 4, Cycle.BASIC, Component.UNIVERSITY));
    Map<String, Set<String>> needed = Map.of("B", Set.of("A"), "C", Set.of("A", "OUTSIDE"));
    assertThat(
            PrerequisitesOrdered.placed(lines, code -> needed.getOrDefault(code, Set.of()))
                .warnings())
        .containsExactly(Refusal.of("curriculum.prerequisite.late", "CRD-10", "A", 3, "B", 3));
  }

  private Verdict judge() {
    return CurriculumSound.judge(Level.BACHELOR, 240, 4, lines, rules);
  }

  private static List<PlanLine> standardPlan() {
    List<PlanLine> plan = new ArrayList<>();
    plan.add(line("OK1", 30, 1, Cycle.GENERAL, Component.COMPULSORY));
    plan.add(line("OK2", 21, 2, Cycle.GENERAL, Component.COMPULSORY));
    plan.add(line("VK", 5, 2, Cycle.GENERAL, Component.UNIVERSITY));
    plan.add(line("BD0", 4, 2, Cycle.BASIC, Component.UNIVERSITY));
    for (int term = 3; term <= 7; term++) {
      plan.add(line("BD" + term, 30, term, Cycle.BASIC, Component.UNIVERSITY));
    }
    plan.add(line("PD", 22, 8, Cycle.PROFILE, Component.UNIVERSITY));
    plan.add(line("IA", 8, 8, Cycle.FINAL_ATTESTATION, null));
    return plan;
  }

  private static List<String> component(Cycle cycle, Component component, String block) {
    PlanLine line = new PlanLine("X", name("Пән"), false, 5, 1, cycle, component, block, null);
    return CurriculumSound.component(line).refusals().stream().map(Refusal::code).toList();
  }

  private static Verdict blocks(PlanLine... lines) {
    return ChoiceBlocks.judge(List.of(lines));
  }

  private static PlanLine choice(String code, int credits, int term, Integer wanted) {
    return new PlanLine(
        code, name(code), false, credits, term, Cycle.PROFILE, Component.ELECTIVE, "КВ-1", wanted);
  }

  private static PlanLine line(
      String code, int credits, int term, Cycle cycle, Component component) {
    return new PlanLine(code, name(code), false, credits, term, cycle, component, null, null);
  }

  private static PlanLine named(String code, String name, boolean repeats) {
    return new PlanLine(
        code,
        LocalizedText.of(code, name, name),
        repeats,
        5,
        1,
        Cycle.GENERAL,
        Component.COMPULSORY,
        null,
        null);
  }

  private static LocalizedText name(String text) {
    return LocalizedText.of(text, text, text);
  }
}
