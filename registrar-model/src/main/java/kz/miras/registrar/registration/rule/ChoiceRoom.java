package kz.miras.registrar.registration.rule;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * REG-19. What still fits into a choice block, and what a choice in it closes: the others of the
 * block that have no room beside it.
 */
public final class ChoiceRoom {

  private final int required;
  private final Map<String, Integer> credits;
  private final Set<String> chosen;

  /**
   * A block as it is chosen from.
   *
   * @param required credits to be chosen
   * @param credits of each discipline of the block, by code, in the order it is shown
   * @param chosen codes of those chosen, taken or passed
   */
  public ChoiceRoom(int required, Map<String, Integer> credits, Set<String> chosen) {
    this.required = required;
    this.credits = credits;
    this.chosen = Set.copyOf(chosen);
  }

  /** Credits chosen, taken or passed of the block. */
  public int taken() {
    return chosen.stream().mapToInt(code -> credits.getOrDefault(code, 0)).sum();
  }

  /** Whether exactly what is required is chosen. */
  public boolean isFull() {
    return taken() == required;
  }

  /** Whether a discipline is chosen or has room beside what is. */
  public boolean fits(String code) {
    return chosen.contains(code) || taken() + credits.getOrDefault(code, 0) <= required;
  }

  /** Codes of the others that have room now, or had but for it, and have none beside this one. */
  public List<String> closedBy(String code) {
    int own = credits.getOrDefault(code, 0);
    int others = taken() - (chosen.contains(code) ? own : 0);
    return credits.keySet().stream()
        .filter(other -> !other.equals(code) && !chosen.contains(other))
        .filter(other -> others + credits.get(other) <= required)
        .filter(other -> others + own + credits.get(other) > required)
        .toList();
  }
}
