package kz.miras.registrar.curriculum;

import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Credits of a curriculum by term, cycle and component. A choice block counts once, with the
 * credits to be chosen from it; additional types of study lie over the plan and are counted apart.
 *
 * <p>Immutable.
 */
public final class PlanVolume {

  /** One thing that counts: a line outside blocks, or a block as a whole. */
  private record Part(int termNo, Cycle cycle, Component component, int credits) {}

  private final List<Part> parts;

  private PlanVolume(List<Part> parts) {
    this.parts = parts;
  }

  public static PlanVolume of(List<PlanLine> lines) {
    Map<String, Part> parts = new LinkedHashMap<>();
    for (PlanLine line : lines) {
      String key = line.isChoice() ? "block " + line.choiceBlock() : "line " + line.code();
      int credits = line.isChoice() ? line.blockCredits() : line.credits();
      parts.putIfAbsent(key, new Part(line.termNo(), line.cycle(), line.component(), credits));
    }
    return new PlanVolume(List.copyOf(parts.values()));
  }

  /** Credits of the plan without additional types of study. */
  public int total() {
    return sum(part -> part.cycle() != Cycle.ADDITIONAL);
  }

  public int cycle(Cycle cycle) {
    return sum(part -> part.cycle() == cycle);
  }

  public int component(Component component) {
    return sum(part -> part.component() == component);
  }

  /** Credits by term number, without additional types of study. */
  public Map<Integer, Integer> terms() {
    Map<Integer, Integer> terms = new TreeMap<>();
    for (Part part : parts) {
      terms.merge(
          part.termNo(), part.cycle() == Cycle.ADDITIONAL ? 0 : part.credits(), Integer::sum);
    }
    return Collections.unmodifiableMap(terms);
  }

  /** Credits by cycle; a cycle without any is absent. */
  public Map<Cycle, Integer> cycles() {
    Map<Cycle, Integer> cycles = new EnumMap<>(Cycle.class);
    parts.forEach(part -> cycles.merge(part.cycle(), part.credits(), Integer::sum));
    return Collections.unmodifiableMap(cycles);
  }

  private int sum(Predicate<Part> of) {
    return parts.stream().filter(of).mapToInt(Part::credits).sum();
  }
}
