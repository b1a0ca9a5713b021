package kz.miras.registrar.registration.rule;

import java.util.List;
import java.util.Objects;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-19. From every choice block exactly the required credits are taken: more is refused at once,
 * less when the whole plan is submitted.
 */
final class ChoicesComplete implements PlanRule {

  @Override
  public String number() {
    return "REG-19";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    Verdict verdict = Verdict.allowed();
    for (ChoiceFact choice : facts.choices()) {
      boolean concerned =
          facts.complete() || lines.stream().anyMatch(l -> choice.block().equals(l.choiceBlock()));
      if (concerned) {
        verdict = verdict.and(judge(choice, chosen(choice, lines, facts), facts.complete()));
      }
    }
    return verdict;
  }

  private Verdict judge(ChoiceFact choice, int chosen, boolean complete) {
    if (chosen == choice.required()) {
      return Verdict.allowed();
    }
    String code =
        chosen > choice.required() ? "registration.choice-over" : "registration.choice-under";
    Refusal reason = Refusal.of(code, number(), choice.block(), chosen, choice.required());
    return chosen > choice.required() || complete
        ? Verdict.refused(reason)
        : Verdict.warning(reason);
  }

  private static int chosen(ChoiceFact choice, List<WantedLine> lines, PlanFacts facts) {
    int chosen = choice.done();
    for (TakenLine line : facts.taken()) {
      boolean stays = lines.stream().noneMatch(l -> line.discipline().equals(l.replaces()));
      boolean replacing =
          line.replaces() != null
              && facts
                  .line(line.replaces())
                  .map(TakenLine::choiceBlock)
                  .filter(choice.block()::equals)
                  .isPresent();
      if (Objects.equals(line.choiceBlock(), choice.block()) && stays && !replacing) {
        chosen += line.credits();
      }
    }
    for (WantedLine line : lines) {
      boolean replacing =
          lines.stream()
              .anyMatch(
                  other ->
                      other != line
                          && other.discipline().equals(line.replaces())
                          && choice.block().equals(other.choiceBlock()));
      if (Objects.equals(line.choiceBlock(), choice.block()) && !replacing) {
        chosen += line.credits();
      }
    }
    return chosen;
  }
}
