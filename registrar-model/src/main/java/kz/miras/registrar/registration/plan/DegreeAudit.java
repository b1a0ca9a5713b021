package kz.miras.registrar.registration.plan;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
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
  private record Part(
      String name,
      boolean block,
      Cycle cycle,
      Component component,
      DegreeVolume volume,
      int plannedMinors)
      implements Serializable {

    private Part with(DegreeState state, int credits) {
      int planned = plannedMinors + (state == DegreeState.PLANNED ? credits : 0);
      return new Part(name, block, cycle, component, volume.with(state, credits), planned);
    }
  }

  private final ArrayList<Line> lines;
  private final ArrayList<DegreeBlock> blocks = new ArrayList<>();
  private final ArrayList<Part> parts = new ArrayList<>();
  private final HashSet<String> covered = new HashSet<>();
  private final DegreeMinors minors;
  private int minorsWithin;

  private DegreeAudit(List<Line> lines, DegreeMinors minors) {
    this.lines = new ArrayList<>(lines);
    this.minors = minors;
    Map<String, List<Line>> chosen = new LinkedHashMap<>();
    for (Line line : lines) {
      if (line.line().isChoice()) {
        chosen.computeIfAbsent(line.line().choiceBlock(), name -> new ArrayList<>()).add(line);
      } else {
        PlanLine of = line.line();
        DegreeVolume volume = DegreeVolume.of(of.credits(), line.state());
        parts.add(new Part(of.code(), false, of.cycle(), of.component(), volume, 0));
      }
    }
    chosen.forEach((name, of) -> parts.add(block(name, of)));
    fill(chosen);
    for (Part part : parts) {
      if (part.block()) {
        List<PlanLine> of = chosen.get(part.name()).stream().map(Line::line).toList();
        blocks.add(new DegreeBlock(part.name(), of, part.volume(), part.plannedMinors()));
      }
    }
  }

  private static Part block(String name, List<Line> of) {
    PlanLine first = of.get(0).line();
    int required = first.blockCredits();
    DegreeVolume volume =
        DegreeVolume.capped(
            Math.max(0, required - credits(of, DegreeState.EXEMPT)),
            credits(of, DegreeState.DONE),
            credits(of, DegreeState.IN_PROGRESS),
            credits(of, DegreeState.PLANNED));
    return new Part(name, true, first.cycle(), first.component(), volume, 0);
  }

  /** REG-7. Minors fill what electives leave: what the student would choose anyway goes first. */
  private void fill(Map<String, List<Line>> chosen) {
    Map<DegreeState, Integer> left = minors.credits();
    for (boolean ofBlocks : new boolean[] {true, false}) {
      for (int i = 0; i < parts.size(); i++) {
        Part part = parts.get(i);
        String code = part.block() ? chosen.get(part.name()).get(0).line().code() : part.name();
        if (part.block() == ofBlocks && minors.electives().contains(code)) {
          parts.set(i, fill(part, left));
        }
      }
    }
  }

  private Part fill(Part part, Map<DegreeState, Integer> left) {
    Part filled = part;
    for (Map.Entry<DegreeState, Integer> state : left.entrySet()) {
      int credits = Math.min(state.getValue(), filled.volume().missing());
      filled = filled.with(state.getKey(), credits);
      state.setValue(state.getValue() - credits);
      minorsWithin += credits;
    }
    if (!part.block()
        && part.volume().missing() == part.volume().required()
        && filled.volume().missing() == 0) {
      covered.add(part.name());
    }
    return filled;
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
    return of(curriculum, states, DegreeMinors.NONE);
  }

  /** The same with minors taken inside the electives. */
  public static DegreeAudit of(
      List<PlanLine> curriculum, Map<String, DegreeState> states, DegreeMinors minors) {
    return new DegreeAudit(
        curriculum.stream()
            .map(line -> new Line(line, states.getOrDefault(line.code(), DegreeState.OPEN)))
            .toList(),
        minors);
  }

  /** Disciplines taken as a minor. */
  public List<DegreeMinors.Minor> minors() {
    return minors.taken();
  }

  /** Credits of minors that have room in the electives; the others lie over the plan. */
  public int minorsWithin() {
    return minorsWithin;
  }

  /** Credits of minors passed, studied or planned that have no room there. */
  public int minorsOver() {
    return minors.credits().values().stream().mapToInt(Integer::intValue).sum() - minorsWithin;
  }

  /** Whether minors fill a discipline of ВК outside blocks wholly, so that it need not be taken. */
  public boolean isCovered(String code) {
    return covered.contains(code);
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
