package kz.miras.registrar.registration.rehearsal;

import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Cause;
import kz.miras.registrar.registration.rehearsal.RehearsalReport.Lost;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Option;
import kz.miras.registrar.registration.rehearsal.RehearsalStudent.Wish;
import kz.miras.registrar.registration.rule.HoldFact;
import kz.miras.registrar.registration.rule.PlanVerdict;
import kz.miras.registrar.registration.rule.RegistrationRules;
import kz.miras.registrar.registration.rule.WantedLine;
import kz.miras.registrar.shared.Verdict;

/**
 * The wishes of a student that the rules allow together: a refused option gives way to the next
 * one; where the whole plan is refused, the least important wish is given up, and where a hold
 * stands, every wish.
 */
final class Wishes {

  /** Code of the refusal of REG-15. */
  private static final String HELD = "registration.hold";

  private final RehearsalStudent student;
  private final RuleSet rules;
  private final List<Wish> kept;
  private final List<Integer> options = new ArrayList<>();
  private final List<Lost> lost = new ArrayList<>();
  private List<HoldFact> stoppedBy = List.of();

  Wishes(RehearsalStudent student, RuleSet rules) {
    this.student = student;
    this.rules = rules;
    this.kept = new ArrayList<>(student.wishes());
    kept.forEach(wish -> options.add(0));
    boolean settled = false;
    while (!kept.isEmpty() && !settled) {
      settled = settle(RegistrationRules.judge(lines(), student.facts(), rules));
    }
  }

  private boolean settle(PlanVerdict verdict) {
    if (verdict.whole().refusals().stream().anyMatch(refusal -> refusal.code().equals(HELD))) {
      stop();
      return true;
    }
    if (!verdict.whole().isAllowed()) {
      giveUp(kept.size() - 1, verdict.whole());
      return false;
    }
    // one change at a time: of two that exclude each other the more important one stays
    for (int i = kept.size() - 1; i >= 0; i--) {
      Verdict said = verdict.lines().get(i).verdict();
      if (!said.isAllowed()) {
        if (options.get(i) + 1 < kept.get(i).options().size()) {
          options.set(i, options.get(i) + 1);
        } else {
          giveUp(i, said);
        }
        return false;
      }
    }
    return true;
  }

  /** A hold asks for no seat at all: nothing that is left can be fulfilled. */
  private void stop() {
    stoppedBy = student.facts().holds().stream().filter(hold -> hold.kind().binds(rules)).toList();
    kept.forEach(wish -> lost.add(lost(wish, Cause.HOLD, HELD)));
    kept.clear();
    options.clear();
  }

  private void giveUp(int wish, Verdict because) {
    lost.add(lost(kept.get(wish), Cause.RULE, because.refusals().get(0).code()));
    kept.remove(wish);
    options.remove(wish);
  }

  private List<WantedLine> lines() {
    List<WantedLine> lines = new ArrayList<>();
    for (int i = 0; i < kept.size(); i++) {
      lines.add(kept.get(i).options().get(options.get(i)).line());
    }
    return lines;
  }

  /** What is wanted of a wish that was not fulfilled. */
  static Lost lost(Wish wish, Cause cause, String code) {
    WantedLine line = wish.options().get(0).line();
    return new Lost(line.discipline(), line.language(), cause, code);
  }

  int size() {
    return kept.size();
  }

  Wish wish(int at) {
    return kept.get(at);
  }

  /** The most wanted option of a wish that the rules allow. */
  Option first(int wish) {
    return kept.get(wish).options().get(options.get(wish));
  }

  boolean haveAlternatives() {
    return kept.stream().anyMatch(wish -> wish.options().size() > 1);
  }

  /** The options of a wish the rules allow, the most wanted first. */
  List<Option> allowed(int wish) {
    List<Option> all = kept.get(wish).options();
    int first = options.get(wish);
    if (first + 1 == all.size()) {
      return List.of(all.get(first));
    }
    List<Option> allowed = new ArrayList<>(List.of(all.get(first)));
    List<WantedLine> lines = lines();
    for (Option option : all.subList(first + 1, all.size())) {
      lines.set(wish, option.line());
      PlanVerdict verdict = RegistrationRules.judge(lines, student.facts(), rules);
      if (verdict.whole().isAllowed() && verdict.lines().get(wish).verdict().isAllowed()) {
        allowed.add(option);
      }
    }
    return allowed;
  }

  /** Holds that stop the student; none where nothing does. */
  List<HoldFact> stoppedBy() {
    return stoppedBy;
  }

  /** Wishes the rules refused. */
  List<Lost> lost() {
    return lost;
  }
}
