package kz.miras.registrar.registration.plan;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import kz.miras.registrar.curriculum.PlanLine;

/**
 * What a student still has to take: every open line outside blocks, and of each block the
 * disciplines that fill it with the fewest credits and the fewest prerequisites of their own.
 */
final class OpenLines {

  /** Of more alternatives than this not every combination is tried. */
  private static final int TRIED = 14;

  /** What a prerequisite outside the way costs: it makes a discipline the last choice. */
  private static final int UNREACHABLE = 1000;

  private final DegreeAudit audit;
  private final Function<String, Collection<String>> prerequisites;
  private final Function<String, Collection<String>> corequisites;
  private final Map<String, PlanLine> taken = new LinkedHashMap<>();
  private final List<GraduationWay.Blocked> blocked = new ArrayList<>();
  private final Map<String, DegreeState> states = new HashMap<>();

  private OpenLines(
      DegreeAudit audit,
      Function<String, Collection<String>> prerequisites,
      Function<String, Collection<String>> corequisites) {
    this.audit = audit;
    this.prerequisites = prerequisites;
    this.corequisites = corequisites;
    audit.lines().forEach(line -> states.put(line.line().code(), line.state()));
  }

  static OpenLines of(
      DegreeAudit audit,
      Function<String, Collection<String>> prerequisites,
      Function<String, Collection<String>> corequisites) {
    OpenLines open = new OpenLines(audit, prerequisites, corequisites);
    for (DegreeAudit.Line line : audit.lines()) {
      boolean covered = audit.isCovered(line.line().code());
      if (!line.line().isChoice() && !line.state().isBehind() && !covered) {
        open.taken.put(line.line().code(), line.line());
      }
    }
    audit.blocks().forEach(open::choose);
    open.dropBlocked();
    return open;
  }

  /** What is to be taken, by code. */
  Map<String, PlanLine> taken() {
    return taken;
  }

  List<GraduationWay.Blocked> blocked() {
    return blocked;
  }

  /** Codes of prerequisites that are to be taken before a discipline. */
  List<String> before(String code) {
    return prerequisites.apply(code).stream().filter(taken::containsKey).toList();
  }

  /** Codes of corequisites that are to be taken with a discipline or before it (REG-17). */
  List<String> beside(String code) {
    return corequisites.apply(code).stream().filter(taken::containsKey).toList();
  }

  private void choose(DegreeBlock block) {
    List<PlanLine> open =
        block.lines().stream().filter(line -> !states.get(line.code()).isBehind()).toList();
    DegreeVolume volume = block.volume();
    int missing = volume.required() - volume.done() - volume.inProgress() - block.plannedMinors();
    if (missing <= 0) {
      return;
    }
    List<PlanLine> sorted = new ArrayList<>(open);
    sorted.sort(Comparator.comparing(line -> cost(line, open)));
    List<PlanLine> alternatives = sorted.subList(0, Math.min(TRIED, sorted.size()));
    List<PlanLine> best = List.of();
    int bestCost = Integer.MAX_VALUE;
    for (int choice = 1; choice < 1 << alternatives.size(); choice++) {
      List<PlanLine> chosen = new ArrayList<>();
      for (int i = 0; i < alternatives.size(); i++) {
        if ((choice & 1 << i) != 0) {
          chosen.add(alternatives.get(i));
        }
      }
      int credits = chosen.stream().mapToInt(PlanLine::credits).sum();
      int cost = chosen.stream().mapToInt(line -> cost(line, chosen)).sum();
      // credits too many weigh more than any order of the alternatives
      int weight = cost + (credits - missing) * UNREACHABLE * UNREACHABLE / 100;
      if (credits >= missing && weight < bestCost) {
        best = chosen;
        bestCost = weight;
      }
    }
    best.forEach(line -> taken.put(line.code(), line));
  }

  /** The fewer the better: what is planned or needed anyway first, then what needs little. */
  private int cost(PlanLine line, List<PlanLine> chosen) {
    boolean neededAnyway =
        taken.keySet().stream().anyMatch(code -> needed(code).contains(line.code()));
    int cost = neededAnyway || states.get(line.code()) == DegreeState.PLANNED ? 0 : 10;
    for (String needed : needed(line.code())) {
      if (!isBehind(needed)) {
        boolean onTheWay =
            taken.containsKey(needed) || chosen.stream().anyMatch(c -> c.code().equals(needed));
        cost += onTheWay ? 1 : UNREACHABLE;
      }
    }
    return cost;
  }

  /** Codes of all a discipline needs before it or with it. */
  private Set<String> needed(String code) {
    Set<String> needed = new TreeSet<>(prerequisites.apply(code));
    needed.addAll(corequisites.apply(code));
    return needed;
  }

  private boolean isBehind(String code) {
    DegreeState state = states.get(code);
    return state != null && state.isBehind();
  }

  /**
   * Takes out what needs something that is never taken, before it or with it, or needs itself over
   * others; what goes with one another goes together.
   */
  private void dropBlocked() {
    Set<String> possible = taken.keySet();
    while (true) {
      Set<String> kept = reachable(possible);
      Set<String> before = Set.copyOf(kept);
      kept.removeIf(code -> missing(corequisites.apply(code), before) != null);
      if (kept.size() == possible.size()) {
        break;
      }
      possible = kept;
    }
    for (PlanLine line : List.copyOf(taken.values())) {
      if (!possible.contains(line.code())) {
        String first = missing(prerequisites.apply(line.code()), possible);
        String with = missing(corequisites.apply(line.code()), possible);
        blocked.add(new GraduationWay.Blocked(line, first == null ? with : first));
      }
    }
    taken.keySet().retainAll(Set.copyOf(possible));
  }

  /** Those of these whose prerequisites are passed, or among them and reachable themselves. */
  private Set<String> reachable(Set<String> of) {
    Set<String> reachable = new HashSet<>();
    boolean grown = true;
    while (grown) {
      grown = false;
      for (String code : of) {
        if (!reachable.contains(code) && missing(prerequisites.apply(code), reachable) == null) {
          grown = reachable.add(code);
        }
      }
    }
    return reachable;
  }

  private String missing(Collection<String> needed, Set<String> possible) {
    return needed.stream()
        .filter(code -> !isBehind(code) && !possible.contains(code))
        .findFirst()
        .orElse(null);
  }

  /** Whether a discipline stands in a study plan already. */
  boolean isPlanned(String code) {
    return audit.state(code).filter(state -> state == DegreeState.PLANNED).isPresent();
  }
}
