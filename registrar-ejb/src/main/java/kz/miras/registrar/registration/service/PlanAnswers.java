package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import kz.miras.registrar.curriculum.Discipline;
import kz.miras.registrar.registration.Section;
import kz.miras.registrar.registration.plan.StudyPlan;
import kz.miras.registrar.registration.service.PlanWishes.Wishes;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.shared.service.Json;
import kz.miras.registrar.shared.service.MessageArguments;

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

  /** The answer with something more said of each of its lines. */
  static PlanAnswer noted(PlanAnswer answer, List<Verdict> more) {
    List<PlanAnswer.Line> lines = new ArrayList<>();
    for (PlanAnswer.Line line : answer.lines()) {
      lines.add(line.with(line.verdict().and(more.get(lines.size()))));
    }
    return answer.with(answer.whole(), lines);
  }

  /** The answer as it is stored: figures keep what they are, so that they are worded when read. */
  static PlanAnswer packed(PlanAnswer answer) {
    return with(answer, refusal -> args(refusal, List.of(MessageArguments.write(refusal.args()))));
  }

  /** Refusals as they are stored. */
  static String packed(List<Refusal> refusals) {
    return Json.write(
        refusals.stream()
            .map(one -> args(one, List.of(MessageArguments.write(one.args()))))
            .toList());
  }

  /** Stored refusals as they were. */
  static List<Refusal> unpacked(String stored) {
    return Arrays.stream(Json.read(stored, Refusal[].class)).map(PlanAnswers::unpacked).toList();
  }

  private static Refusal unpacked(Refusal refusal) {
    return args(refusal, MessageArguments.read(String.valueOf(refusal.args().get(0))));
  }

  /** A stored answer as it was. */
  static PlanAnswer unpacked(PlanAnswer answer) {
    return with(answer, PlanAnswers::unpacked);
  }

  private static Refusal args(Refusal refusal, List<Serializable> args) {
    return new Refusal(refusal.code(), refusal.rule(), refusal.field(), args);
  }

  private static PlanAnswer with(PlanAnswer answer, UnaryOperator<Refusal> change) {
    return answer.with(
        verdict(answer.whole(), change),
        answer.lines().stream().map(line -> line.with(verdict(line.verdict(), change))).toList());
  }

  private static Verdict verdict(Verdict verdict, UnaryOperator<Refusal> change) {
    return new Verdict(
        verdict.refusals().stream().map(change).toList(),
        verdict.warnings().stream().map(change).toList(),
        verdict.provisional());
  }
}
