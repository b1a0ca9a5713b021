package kz.miras.registrar.registration.service;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.EnumSet;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.curriculum.Level;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.service.RuleBook;
import kz.miras.registrar.shared.service.UniversityTime;

/** Whether the dean signs study plans between adviser and office, by the level of the students. */
@ApplicationScoped
class DeanStep {

  @Inject private RuleBook rules;
  @Inject private UniversityTime time;

  /** Levels whose plans the dean signs today. */
  Set<Level> levels() {
    Set<Level> levels = EnumSet.noneOf(Level.class);
    for (Level level : Level.values()) {
      if (rules.inForce(level, time.today()).flag(RuleParameter.REG_DEAN_SIGNS)) {
        levels.add(level);
      }
    }
    return levels;
  }

  /** Condition for plans the dean signs; {@code p} is the programme. */
  String signs() {
    Set<Level> levels = levels();
    return levels.isEmpty()
        ? "FALSE"
        : levels.stream()
            .map(level -> "'" + level + "'")
            .collect(Collectors.joining(", ", "p.level IN (", ")"));
  }
}
