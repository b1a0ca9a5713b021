package kz.miras.registrar.registration.rule;

import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-11. Lessons of a student do not overlap in any week of the term: neither with those of other
 * disciplines, nor those of the stream with those of the group.
 */
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
    if (mine.isEmpty()) {
      return Verdict.allowed();
    }
    Verdict verdict = itself(line);
    for (TakenLine other : facts.taken()) {
      boolean instead =
          other.discipline().equals(line.replaces()) || line.discipline().equals(other.replaces());
      if (!instead) {
        for (Refusal clash : LessonTime.clashes(other.discipline(), other.lessons(), mine)) {
          verdict = verdict.and(Verdict.refused(clash));
        }
      }
    }
    return verdict;
  }

  /** The sections of a discipline beside one another. */
  private static Verdict itself(WantedLine line) {
    Verdict verdict = Verdict.allowed();
    List<SectionFact> sections = line.sections();
    for (int i = 1; i < sections.size(); i++) {
      List<LessonTime> earlier =
          sections.subList(0, i).stream().flatMap(one -> one.lessons().stream()).toList();
      for (Refusal clash :
          LessonTime.clashes(line.discipline(), sections.get(i).lessons(), earlier)) {
        verdict = verdict.and(Verdict.refused(clash));
      }
    }
    return verdict;
  }
}
