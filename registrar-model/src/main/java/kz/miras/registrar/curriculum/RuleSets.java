package kz.miras.registrar.curriculum;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** PAR-4. Chooses the rule set in force for a level on a day. */
public final class RuleSets {

  private static final Comparator<RuleSet> LATEST =
      Comparator.comparing(RuleSet::validFrom).thenComparingInt(RuleSet::version);

  private final List<RuleSet> all;

  public RuleSets(Collection<RuleSet> all) {
    this.all = List.copyOf(all);
  }

  /**
   * The set with the latest start not after the day; of two with the same start, the higher
   * version.
   *
   * @return empty where no set of the level had begun by that day
   */
  public Optional<RuleSet> inForce(Level level, LocalDate day) {
    return all.stream()
        .filter(set -> set.level() == level && !set.validFrom().isAfter(day))
        .max(LATEST);
  }
}
