package kz.miras.registrar.registration.plan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import kz.miras.registrar.curriculum.Cycle;
import kz.miras.registrar.curriculum.PlanLine;

/**
 * Looks for the schedule with the fewest terms: for every number of terms from the least possible
 * on it fills term after term, as the curriculum orders the disciplines, and goes back where
 * something would come too late. Exact for what a student usually has open; the effort is bounded.
 */
final class WaySearch {

  /** Terms nobody studies for; a bound against endless search. */
  private static final int MOST_TERMS = 60;

  /** How many fillings of terms are tried for one number of terms. */
  private static final int EFFORT = 20_000;

  private final List<PlanLine> lines;
  private final List<List<Integer>> before = new ArrayList<>();
  private final List<List<Integer>> beside = new ArrayList<>();
  private final int[] earliest;
  private final int perYear;
  private final int firstSlot;
  private final int limit;
  private final Comparator<Integer> order;

  private int terms;
  private int effort;
  private int[] latest;
  private int[] placed;
  private Set<BitSet> hopeless;

  /**
   * A search.
   *
   * @param perYear terms in a year
   * @param firstSlot which of them the first term is, from 0
   * @param limit credits of a term
   */
  WaySearch(OpenLines open, int perYear, int firstSlot, int limit) {
    this.lines = List.copyOf(open.taken().values());
    this.perYear = perYear;
    this.firstSlot = firstSlot;
    this.limit = limit;
    Map<String, Integer> at = new HashMap<>();
    lines.forEach(line -> at.put(line.code(), at.size()));
    lines.forEach(line -> before.add(open.before(line.code()).stream().map(at::get).toList()));
    lines.forEach(line -> beside.add(open.beside(line.code()).stream().map(at::get).toList()));
    this.order =
        Comparator.<Integer, Boolean>comparing(this::isAttestation)
            .thenComparing(i -> !open.isPlanned(lines.get(i).code()))
            .thenComparing(i -> lines.get(i).termNo())
            .thenComparing(i -> -lines.get(i).credits())
            .thenComparing(i -> lines.get(i).code());
    this.earliest = earliest();
  }

  /** Disciplines by term, the first term first; empty where nothing is open. */
  List<List<PlanLine>> shortest() {
    for (terms = lines.isEmpty() ? 0 : 1; terms <= MOST_TERMS; terms++) {
      effort = EFFORT;
      latest = latest();
      placed = new int[lines.size()];
      Arrays.fill(placed, -1);
      hopeless = new HashSet<>();
      if (isPossible() && fill(0)) {
        return schedule();
      }
    }
    return List.of();
  }

  private List<List<PlanLine>> schedule() {
    List<List<PlanLine>> schedule = new ArrayList<>();
    for (int term = 0; term < terms; term++) {
      int now = term;
      schedule.add(
          IntStream.range(0, lines.size())
              .filter(i -> placed[i] == now)
              .boxed()
              .sorted(order)
              .map(lines::get)
              .toList());
    }
    return schedule;
  }

  /** Whether earliest and latest terms and the credits of all terms leave room at all. */
  private boolean isPossible() {
    int[] needed = new int[perYear];
    int[] room = new int[perYear];
    for (int term = 0; term < terms; term++) {
      room[slot(term)] += limit;
    }
    for (int i = 0; i < lines.size(); i++) {
      if (latest[i] < earliest[i]) {
        return false;
      }
      needed[slotOf(i)] += Math.min(limit, lines.get(i).credits());
    }
    return IntStream.range(0, perYear).allMatch(slot -> needed[slot] <= room[slot]);
  }

  private int slot(int term) {
    return (firstSlot + term) % perYear;
  }

  private int slotOf(int line) {
    return (lines.get(line).termNo() - 1) % perYear;
  }

  /**
   * The first term each line may be taken in: after what it needs, not before what it goes with.
   */
  private int[] earliest() {
    int[] first = new int[lines.size()];
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < first.length; i++) {
        int own = first[i];
        for (int needed : before.get(i)) {
          own = Math.max(own, first[needed] + 1);
        }
        for (int needed : beside.get(i)) {
          own = Math.max(own, first[needed]);
        }
        while (slot(own) != slotOf(i)) {
          own++;
        }
        changed |= own != first[i];
        first[i] = own;
        if (own > MOST_TERMS) {
          // each waits for the other's kind of term: nobody can keep to that
          beside.replaceAll(line -> List.of());
          return earliest();
        }
      }
    }
    return first;
  }

  /** The last term each line may be taken in, so that what needs it is still in time. */
  private int[] latest() {
    int[] last = new int[lines.size()];
    Arrays.fill(last, terms - 1);
    int end = terms - 1;
    for (int i = 0; i < last.length; i++) {
      if (isAttestation(i)) {
        end = Math.min(end, lastOfSlot(slotOf(i), terms - 1));
      }
    }
    Arrays.fill(last, end);
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int i = 0; i < last.length; i++) {
        int own = lastOfSlot(slotOf(i), last[i]);
        changed |= own != last[i];
        last[i] = own;
        for (int needed : before.get(i)) {
          if (last[needed] >= own) {
            last[needed] = own - 1;
            changed = true;
          }
        }
        for (int needed : beside.get(i)) {
          if (last[needed] > own) {
            last[needed] = own;
            changed = true;
          }
        }
      }
    }
    return last;
  }

  private int lastOfSlot(int slot, int until) {
    int term = until;
    while (term >= 0 && slot(term) != slot) {
      term--;
    }
    return term;
  }

  private boolean isAttestation(int line) {
    return lines.get(line).cycle() == Cycle.FINAL_ATTESTATION;
  }

  /** Fills this and all later terms. */
  private boolean fill(int term) {
    BitSet open = new BitSet();
    for (int i = 0; i < placed.length; i++) {
      open.set(i, placed[i] < 0);
    }
    if (open.isEmpty()) {
      return true;
    }
    if (term == terms || open.stream().anyMatch(i -> latest[i] < term)) {
      return false;
    }
    BitSet state = (BitSet) open.clone();
    state.set(placed.length + term);
    if (hopeless.contains(state)) {
      return false;
    }
    List<Integer> candidates = new ArrayList<>();
    open.stream().filter(i -> isReady(i, term)).boxed().sorted(order).forEach(candidates::add);
    candidates.sort(Comparator.comparing(i -> latest[i] > term));
    if (choose(term, CompanyFirst.order(candidates, beside), 0, 0, new ArrayList<>())) {
      return true;
    }
    hopeless.add(state);
    return false;
  }

  /** Whether everything it goes with is taken by then. */
  private boolean hasCompany(int line) {
    return beside.get(line).stream().allMatch(other -> placed[other] >= 0);
  }

  private boolean isReady(int line, int term) {
    return slot(term) == slotOf(line)
        && before.get(line).stream().allMatch(n -> placed[n] >= 0 && placed[n] < term);
  }

  /** Takes or leaves one candidate after another; the fullest terms first. */
  private boolean choose(
      int term, List<Integer> candidates, int next, int credits, List<Integer> left) {
    if (--effort < 0) {
      return false;
    }
    if (next == candidates.size()) {
      // whatever was left out must not have fitted: a fuller term is never worse
      boolean full =
          left.stream()
              .allMatch(
                  i -> isHeldBack(i) || !hasCompany(i) || !fits(credits, lines.get(i).credits()));
      return full && candidates.stream().allMatch(this::isLawful) && fill(term + 1);
    }
    int line = candidates.get(next);
    boolean allowed =
        (!isAttestation(line) || isEverythingElsePlaced())
            && beside.get(line).stream()
                .allMatch(n -> placed[n] >= 0 || candidates.indexOf(n) > next);
    if (allowed && fits(credits, lines.get(line).credits())) {
      placed[line] = term;
      if (choose(term, candidates, next + 1, credits + lines.get(line).credits(), left)) {
        return true;
      }
      placed[line] = -1;
    }
    if (latest[line] == term) {
      return false;
    }
    left.add(line);
    boolean found = choose(term, candidates, next + 1, credits, left);
    left.remove(left.size() - 1);
    return found;
  }

  private boolean isLawful(int candidate) {
    return placed[candidate] < 0 || hasCompany(candidate);
  }

  private boolean isHeldBack(int line) {
    return isAttestation(line) && !isEverythingElsePlaced();
  }

  private boolean isEverythingElsePlaced() {
    return IntStream.range(0, placed.length).allMatch(i -> placed[i] >= 0 || isAttestation(i));
  }

  private boolean fits(int credits, int more) {
    return credits == 0 || credits + more <= limit;
  }
}
