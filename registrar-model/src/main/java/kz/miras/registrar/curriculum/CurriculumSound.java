package kz.miras.registrar.curriculum;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * CRD-5, CRD-7 to CRD-9. What the state standard and the Rules of the credit technology ask of a
 * working curriculum as a whole. Volumes only warn (CRD-7, CRD-8): a university may differ with
 * reason; names, components and blocks are refused.
 */
public final class CurriculumSound {

  private CurriculumSound() {}

  /**
   * Judges a curriculum.
   *
   * @param level level of the programme
   * @param credits volume of the programme in credits
   * @param years standard duration in years
   * @param lines its lines
   * @param rules parameters in force at admission
   */
  public static Verdict judge(
      Level level, int credits, int years, List<PlanLine> lines, RuleSet rules) {
    Verdict verdict = NamesUnique.judge(lines);
    for (PlanLine line : lines) {
      verdict = verdict.and(component(line));
    }
    verdict = verdict.and(ChoiceBlocks.judge(lines));
    if (lines.isEmpty()) {
      return verdict;
    }
    PlanVolume volume = PlanVolume.of(lines);
    return verdict
        .and(total(volume, credits))
        .and(level == Level.BACHELOR ? standard(volume, credits, rules) : Verdict.allowed())
        .and(load(volume, years, rules));
  }

  /**
   * Judges one line among the others. A block in the middle of a change only warns; the plan as a
   * whole is judged when it is approved.
   */
  public static Verdict joins(PlanLine line, List<PlanLine> others) {
    Verdict verdict = component(line).and(NamesUnique.joins(line, others));
    if (line.isChoice()) {
      List<PlanLine> block = new ArrayList<>(List.of(line));
      others.stream().filter(it -> line.choiceBlock().equals(it.choiceBlock())).forEach(block::add);
      List<Refusal> disagreement = ChoiceBlocks.agree(block).refusals();
      verdict = verdict.and(new Verdict(List.of(), disagreement, false));
    }
    return verdict;
  }

  /** CRD-9 for one line: ОК only in ООД, ДВО and ИА without a component, КВ in a block. */
  public static Verdict component(PlanLine line) {
    if (!line.cycle().admits(line.component())) {
      return Verdict.refused(
          Refusal.of(
                  "curriculum.item.component",
                  "CRD-9",
                  line.cycle().code(),
                  line.component() == null ? "—" : line.component().code(),
                  line.code())
              .at("component"));
    }
    if (line.component() == Component.ELECTIVE && !line.isChoice()) {
      return Verdict.refused(
          Refusal.of("curriculum.item.block", "CRD-9", line.code()).at("choice_block"));
    }
    return line.component() != Component.ELECTIVE && line.isChoice()
        ? Verdict.refused(
            Refusal.of("curriculum.item.no-block", "CRD-9", line.code()).at("choice_block"))
        : Verdict.allowed();
  }

  private static Verdict total(PlanVolume volume, int credits) {
    return volume.total() == credits
        ? Verdict.allowed()
        : warning("curriculum.plan.total", "CRD-7", volume.total(), credits);
  }

  private static Verdict standard(PlanVolume volume, int credits, RuleSet rules) {
    int general = rules.integer(RuleParameter.PLAN_GENERAL_CREDITS);
    int compulsory = rules.integer(RuleParameter.PLAN_COMPULSORY_CREDITS);
    int attestation = rules.integer(RuleParameter.PLAN_ATTESTATION_CREDITS);
    Verdict verdict = Verdict.allowed();
    if (volume.cycle(Cycle.GENERAL) != general) {
      verdict = warning("curriculum.plan.general", "CRD-7", volume.cycle(Cycle.GENERAL), general);
    }
    if (volume.component(Component.COMPULSORY) != compulsory) {
      verdict =
          verdict.and(
              warning(
                  "curriculum.plan.compulsory",
                  "CRD-7",
                  volume.component(Component.COMPULSORY),
                  compulsory));
    }
    if (volume.cycle(Cycle.FINAL_ATTESTATION) < attestation) {
      verdict =
          verdict.and(
              warning(
                  "curriculum.plan.attestation",
                  "CRD-7",
                  volume.cycle(Cycle.FINAL_ATTESTATION),
                  attestation));
    }
    int major = volume.cycle(Cycle.BASIC) + volume.cycle(Cycle.PROFILE);
    int least = credits - general - attestation;
    return major < least
        ? verdict.and(warning("curriculum.plan.major", "CRD-7", major, least))
        : verdict;
  }

  private static Verdict load(PlanVolume volume, int years, RuleSet rules) {
    int perYear = termsPerYear(volume.terms().keySet(), years);
    Map<Integer, Integer> courses = new TreeMap<>();
    Verdict verdict = Verdict.allowed();
    int termCredits = rules.integer(RuleParameter.PLAN_TERM_CREDITS);
    for (Map.Entry<Integer, Integer> term : volume.terms().entrySet()) {
      courses.merge((term.getKey() - 1) / perYear + 1, term.getValue(), Integer::sum);
      if (perYear == 2 && term.getValue() != termCredits) {
        verdict =
            verdict.and(
                warning(
                    "curriculum.plan.term", "CRD-8", term.getKey(), term.getValue(), termCredits));
      }
    }
    int yearCredits = rules.integer(RuleParameter.PLAN_YEAR_CREDITS);
    for (Map.Entry<Integer, Integer> course : courses.entrySet()) {
      if (course.getValue() != yearCredits) {
        verdict =
            verdict.and(
                warning(
                    "curriculum.plan.year",
                    "CRD-8",
                    course.getKey(),
                    course.getValue(),
                    yearCredits));
      }
    }
    return verdict;
  }

  /** Two semesters a year, unless the plan has more terms than that: then it is in trimesters. */
  public static int termsPerYear(Iterable<Integer> terms, int years) {
    for (int term : terms) {
      if (term > years * 2) {
        return 3;
      }
    }
    return 2;
  }

  private static Verdict warning(String code, String rule, Serializable... args) {
    return Verdict.warning(Refusal.of(code, rule, args));
  }
}
