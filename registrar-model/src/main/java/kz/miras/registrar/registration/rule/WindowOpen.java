package kz.miras.registrar.registration.rule;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-6. A student registers inside a window of the calendar, from the moment of the own time
 * ticket; in the late window only with a written explanation. While disciplines are chosen no seat
 * is given; where registration is switched off, none at all. The office is not bound by windows
 * until the student's changes end; later it needs what the student would need, or a decision.
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
    if (facts.office() && !isLate(facts)) {
      return Verdict.allowed();
    }
    Verdict said = asStudent(lines, facts);
    return said.isAllowed() || !facts.office() || facts.seats().open()
        ? said
        : closed("registration.window-late", facts.changesUntil(), facts);
  }

  private static boolean isLate(PlanFacts facts) {
    return facts.changesUntil() != null && !facts.now().toInstant().isBefore(facts.changesUntil());
  }

  private Verdict asStudent(List<WantedLine> lines, PlanFacts facts) {
    Verdict seats =
        inside(facts.seats(), lines.stream().filter(WantedLine::wantsSeat).toList(), facts);
    Verdict choice =
        inside(facts.window(), lines.stream().filter(line -> !line.wantsSeat()).toList(), facts);
    // closed to both for one reason: it is told once
    return seats.equals(choice) ? seats : seats.and(choice);
  }

  private Verdict inside(WindowFact window, List<WantedLine> lines, PlanFacts facts) {
    if (lines.isEmpty()) {
      return Verdict.allowed();
    }
    if (window.open()) {
      return !window.kind().needsExplanation() || lines.stream().allMatch(WantedLine::explained)
          ? Verdict.allowed()
          : Verdict.refused(Refusal.of("registration.window-explain", number()).at("explanation"));
    }
    Instant now = facts.now().toInstant();
    if (window.opensAt() != null && now.isBefore(window.opensAt())) {
      return closed("registration.window-ahead", window.opensAt(), facts);
    }
    if (window.closesAt() != null) {
      return closed("registration.window-over", window.closesAt(), facts);
    }
    if (window.isOff()) {
      return Verdict.refused(Refusal.of("registration.window-off", number(), window.kind()));
    }
    return facts.window().open()
        ? closed("registration.window-choice", facts.window().closesAt(), facts)
        : Verdict.refused(Refusal.of("registration.window-none", number()));
  }

  private Verdict closed(String code, Instant moment, PlanFacts facts) {
    return Verdict.refused(
        Refusal.of(code, number(), LocalDateTime.ofInstant(moment, facts.now().getZone())));
  }
}
