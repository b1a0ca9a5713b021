package kz.miras.registrar.registration.rule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.WindowKind;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-6. A student registers inside a window of the calendar, from the moment of the own time
 * ticket; in the late window only with a written explanation. The office is not bound by windows.
 */
final class WindowOpen implements PlanRule {

  @Override
  public String number() {
    return "REG-6";
  }

  @Override
  public boolean waivable() {
    return true;
  }

  @Override
  public Verdict judge(List<WantedLine> lines, PlanFacts facts, RuleSet rules) {
    WindowFact window = facts.window();
    if (facts.office()) {
      return Verdict.allowed();
    }
    if (window.open()) {
      boolean late = WindowKind.LATE.name().equals(window.kind());
      return !late || lines.stream().allMatch(WantedLine::explained)
          ? Verdict.allowed()
          : Verdict.refused(Refusal.of("registration.window-explain", number()).at("explanation"));
    }
    Instant now = facts.now().toInstant();
    if (window.opensAt() != null && now.isBefore(window.opensAt())) {
      return Verdict.refused(
          Refusal.of("registration.window-ahead", number(), local(window.opensAt(), facts)));
    }
    if (window.closesAt() != null) {
      return Verdict.refused(
          Refusal.of("registration.window-over", number(), local(window.closesAt(), facts)));
    }
    return Verdict.refused(Refusal.of("registration.window-none", number()));
  }

  private static LocalDateTime local(Instant moment, PlanFacts facts) {
    return LocalDateTime.ofInstant(moment, facts.now().getZone());
  }
}
