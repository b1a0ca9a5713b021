package kz.miras.registrar.registration.rule;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.registration.EnrolmentType;
import kz.miras.registrar.registration.rule.ElectiveRoom.Filled;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-7. A minor is taken inside the components ВК and КВ: it is no discipline of ОК, and all
 * minors together have room in what the electives of the curriculum leave (O152 п.34).
 */
final class MinorWithinElectives implements RegistrationRule {

  @Override
  public String number() {
    return "REG-7";
  }

  @Override
  public Verdict judge(WantedLine line, PlanFacts facts, RuleSet rules) {
    ElectiveRoom room = line.room();
    if (line.type() != EnrolmentType.MINOR || room == null) {
      return Verdict.allowed();
    }
    if (room.compulsory().contains(line.discipline())) {
      return Verdict.refused(
          Refusal.of("registration.minor-compulsory", number(), line.discipline()));
    }
    if (room.part(line.discipline(), line.choiceBlock()) != null) {
      return Verdict.allowed();
    }
    Collection<Filled> counted = counted(line, room, facts);
    int minors =
        line.credits()
            + counted.stream().filter(one -> one.part() == null).mapToInt(Filled::credits).sum();
    int electives = electives(counted, room);
    int left = room.asked() - electives;
    return minors <= left
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of(
                "registration.minor-room",
                number(),
                line.discipline(),
                minors,
                left,
                room.asked(),
                electives));
  }

  /**
   * Everything that counts beside the line, each discipline once; what the term says goes first.
   */
  private static Collection<Filled> counted(WantedLine line, ElectiveRoom room, PlanFacts facts) {
    Map<String, Filled> counted = new LinkedHashMap<>();
    room.filled().forEach(one -> counted.put(one.discipline(), one));
    // while it waits to replace another of the term, that one counts, whatever the plan has
    facts.taken().stream()
        .filter(taken -> isLater(taken, line, facts))
        .forEach(taken -> counted.remove(taken.discipline()));
    for (TakenLine taken : facts.taken()) {
      String part = room.part(taken.discipline(), taken.choiceBlock());
      boolean counts = part != null || taken.type() == EnrolmentType.MINOR;
      if (counts && !isLater(taken, line, facts)) {
        counted.put(taken.discipline(), new Filled(taken.discipline(), part, taken.credits()));
      } else if (!counts) {
        counted.remove(taken.discipline());
      }
    }
    counted.remove(line.discipline());
    if (line.replaces() != null) {
      counted.remove(line.replaces());
    }
    return counted.values();
  }

  /** Whether it comes only in the place of another discipline that is there. */
  private static boolean isLater(TakenLine taken, WantedLine line, PlanFacts facts) {
    String old = taken.replaces();
    return old != null
        && (taken.waiting()
            || old.equals(line.discipline())
            || !old.equals(taken.discipline()) && facts.line(old).isPresent());
  }

  /** Credits of ВК and КВ that are filled; a block counts no more than it asks for. */
  private static int electives(Collection<Filled> counted, ElectiveRoom room) {
    Map<String, Integer> filled = new HashMap<>();
    for (Filled one : counted) {
      if (one.part() != null) {
        filled.merge(one.part(), one.credits(), Integer::sum);
      }
    }
    return filled.entrySet().stream()
        .mapToInt(part -> Math.min(room.parts().getOrDefault(part.getKey(), 0), part.getValue()))
        .sum();
  }
}
