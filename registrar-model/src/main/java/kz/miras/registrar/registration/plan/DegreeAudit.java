package kz.miras.registrar.registration.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import kz.miras.registrar.curriculum.Component;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.PlanLine;

/**
 * A whole programme held against what a student has done: credits by cycle and component that are
 * required, passed, studied, planned and missing, and which choice blocks are filled. Additional
 * types of study lie over the plan and are no part of the total.
 *
 * <p>Immutable.
 */
public final class DegreeAudit implements Serializable {

  private static final long serialVersionUID = 1L;

  /** A discipline of the curriculum and how it stands. */
  public record Line(PlanLine line, DegreeState state) implements Serializable {}

  /** One thing the degree asks for: a line outside blocks, or a block as a whole. */
  private record Part(Cycle cycle, Component component, DegreeVolume volume)
      implements Serializable {}

  private final ArrayList<Line> lines;
  private final ArrayList<DegreeBlock> blocks = new ArrayList<>();
  private final ArrayList<Part> parts = new ArrayList<>();

  private DegreeAudit(List<Line> lines) {
    this.lines = new ArrayList<>(lines);
    Map<String, List<Line>> chosen = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.line().isChoice()) {
        chosen.computeIfAbsent(line.line().choiceBlock(), name -> new ArrayList<>()).add(line);
      } else {
        PlanLine of = line.line();
        parts.add(
            new Part(of.cycle(), of.component(), DegreeVolume.of(of.credits(), line.state())));
      }
    }
    chosen.forEach(this::block);
  }

  private void block(String name, List<Line> of) {
    PlanLine first = of.get(0).line();
    int required = first.choiceCredits() == null ? first.credits() : first.choiceCredits();
    DegreeVolume volume =
        DegreeVolume.capped(
            required,
            credits(of, DegreeState.DONE),
            credits(of, DegreeState.IN_PROGRESS),
            credits(of, DegreeState.PLANNED));
    blocks.add(new DegreeBlock(name, of.stream().map(Line::line).toList(), volume));
    parts.add(new Part(first.cycle(), first.component(), volume));
  }

  private static int credits(List<Line> lines, DegreeState state) {
    return lines.stream()
        .filter(line -> line.state() == state)
        .mapToInt(line -> line.line().credits())
        .sum();
  }

  /**
   * Holds a curriculum against a student.
   *
   * @param curriculum its lines
   * @param states by code of discipline; a discipline without one is open
   */
  public static DegreeAudit of(List<PlanLine> curriculum, Map<String, DegreeState> states) {
    return new DegreeAudit(
        curriculum.stream()
            .map(line -> new Line(line, states.getOrDefault(line.code(), DegreeState.OPEN)))
            .toList());
  }

  /** Every discipline of the curriculum, in its order. */
  public List<Line> lines() {
    return Collections.unmodifiableList(lines);
  }

  /** Every choice block, in order of the curriculum. */
  public List<DegreeBlock> blocks() {
    return Collections.unmodifiableList(blocks);
  }

  /** How a discipline stands; empty where the curriculum has none of that code. */
  public Optional<DegreeState> state(String code) {
    return lines.stream().filter(l -> l.line().code().equals(code)).map(Line::state).findFirst();
  }

  /** Credits of the degree, additional types of study not counted. */
  public DegreeVolume total() {
    return sum((cycle, component) -> cycle != Cycle.ADDITIONAL);
  }

  /** Credits of a cycle. */
  public DegreeVolume volume(Cycle cycle) {
    return sum((of, component) -> of == cycle);
  }

  /**
   * Credits of a component within a cycle.
   *
   * @param component null for a cycle that has none
   */
  public DegreeVolume volume(Cycle cycle, Component component) {
    return sum((of, with) -> of == cycle && with == component);
  }

  /** Credits by cycle; a cycle the curriculum has not is absent. */
  public Map<Cycle, DegreeVolume> cycles() {
    Map<Cycle, DegreeVolume> cycles = new EnumMap<>(Cycle.class);
    parts.forEach(part -> cycles.merge(part.cycle(), part.volume(), DegreeVolume::plus));
    return Collections.unmodifiableMap(cycles);
  }

  /** Whether everything the degree asks for is passed. */
  public boolean isDone() {
    return total().isDone();
  }

  private DegreeVolume sum(BiPredicate<Cycle, Component> counted) {
    return parts.stream()
        .filter(part -> counted.test(part.cycle(), part.component()))
        .map(Part::volume)
        .reduce(DegreeVolume.NONE, DegreeVolume::plus);
  }

  @Override
  public String toString() {
    return lines.stream()
        .map(line -> line.line().code() + " " + line.state())
        .collect(Collectors.joining(", "));
  }
}
