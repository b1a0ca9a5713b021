package kz.miras.registrar.curriculum.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.Month;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.curriculum.Curriculum;
import kz.miras.registrar.curriculum.CurriculumItem;
import kz.miras.registrar.curriculum.CurriculumSound;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.curriculum.PlanLine;
import kz.miras.registrar.curriculum.PrerequisitesOrdered;
import kz.miras.registrar.curriculum.Programme;
import kz.miras.registrar.shared.Verdict;

/** Judges a stored curriculum by the rules in force when its students are admitted. */
@ApplicationScoped
public class PlanJudge {

  @Inject private RuleBook rules;

  /**
   * All findings of a curriculum.
   *
   * @param items its items with their disciplines and prerequisites
   */
  public Verdict judge(Curriculum curriculum, List<CurriculumItem> items) {
    Programme programme = curriculum.getProgramme();
    LocalDate admission = LocalDate.of(curriculum.getAdmissionYear(), Month.SEPTEMBER, 1);
    List<PlanLine> lines = items.stream().map(PlanLine::of).toList();
    Map<String, Collection<String>> needed = new HashMap<>();
    for (CurriculumItem item : items) {
      needed.put(
          item.getDiscipline().getCode(),
          item.getDiscipline().getPrerequisites().stream().map(Discipline::getCode).toList());
    }
    return CurriculumSound.judge(
            programme.getLevel(),
            programme.getCredits(),
            programme.getYears(),
            lines,
            rules.inForce(programme.getLevel(), admission))
        .and(PrerequisitesOrdered.placed(lines, code -> needed.getOrDefault(code, List.of())));
  }
}
