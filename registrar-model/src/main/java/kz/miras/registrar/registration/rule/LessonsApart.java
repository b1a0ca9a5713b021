package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/** REG-11. Lessons of a student do not overlap in any week of the term. */
final class LessonsApart implements RegistrationRule {

  @Override
  public String number() {
    return LessonTime.APART;
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    List<LessonTime> mine = line.lessons();
    Verdict verdict = Verdict.allowed();
    if (mine.isEmpty()) {
      return verdict;
    }
    for (TakenLine other : facts.taken()) {
      if (!other.discipline().equals(line.replaces())) {
        for (Refusal clash : LessonTime.clashes(other.discipline(), other.lessons(), mine)) {
          verdict = verdict.and(Verdict.refused(clash));
        }
      }
    }
    return verdict;
  }
}
