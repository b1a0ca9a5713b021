package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.service.PlanWishes.Wishes;
import kz.miras.registrar.registration.service.Registering.Outcome;
import kz.miras.registrar.shared.Verdict;

/** Words outcomes the way screens and services show them. */
@ApplicationScoped
class PlanAnswers {

  /**
   * The answer of a request.
   *
   * @param plan the plan after it; null where nothing was submitted
   */
  PlanAnswer answer(Wishes wanted, List<Outcome> outcomes, Verdict whole, StudyPlan plan) {
    List<PlanAnswer.Line> lines = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      Wish wish = outcome.wish();
      Discipline discipline = wanted.disciplines().get(wish.discipline());
      lines.add(
          new PlanAnswer.Line(
              wish.isOnlyChosen() ? null : wish.offering().getUuid(),
              wish.isOnlyChosen() ? discipline.getCode() : wish.offering().getCode(),
              discipline.getCode(),
              discipline.getName(),
              discipline.getCredits(),
              wish.type(),
              wish.isOnlyChosen() ? null : outcome.status(),
              outcome.link(),
              outcome.sections().stream().map(Section::getCode).toList(),
              outcome.verdict()));
    }
    return new PlanAnswer(
        null, null, null, null, plan == null ? null : plan.status(), whole, lines);
  }
}
