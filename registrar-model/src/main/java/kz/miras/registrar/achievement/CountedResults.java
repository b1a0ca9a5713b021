package kz.miras.registrar.achievement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Supersede;

/**
 * ACH-1 to ACH-4, CTL-9. Decides which attempt of each discipline counts (O595 п.48: the last
 * grade) and explains every line.
 *
 * <p>Three steps: corrected entries fall out; of one attempt the FX retake or individual sitting
 * stands; of several attempts the rule of the university chooses. Under LAST a failure never takes
 * away an earlier pass. Immutable.
 */
public final class CountedResults {

  private final List<CountedLine> lines;

  private CountedResults(List<CountedLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Judges the ledger of one student, or the part of it that lies in one term or year.
   *
   * @param ledger entries in any order, corrections together with what they correct
   * @param supersede by the rules in force
   */
  public static CountedResults of(Collection<Result> ledger, Supersede supersede) {
    AttemptOrder order = new AttemptOrder(ledger);
    Map<Long, CountedLine> judged = new HashMap<>();
    Map<String, List<Result>> byDiscipline = new TreeMap<>();
    for (Result result : ledger) {
      order
          .correctionOf(result)
          .ifPresentOrElse(
              correction -> put(judged, result, Reason.CORRECTED, correction),
              () ->
                  byDiscipline
                      .computeIfAbsent(result.discipline(), it -> new ArrayList<>())
                      .add(result));
    }
    for (List<Result> entries : byDiscipline.values()) {
      entries.sort(order.comparator());
      List<Result> attempts = attempts(entries, judged);
      if (!attempts.isEmpty()) {
        judge(attempts, supersede, judged);
      }
    }
    return new CountedResults(
        ledger.stream()
            .sorted(order.comparator().thenComparingLong(Result::position))
            .map(it -> judged.get(it.position()))
            .toList());
  }

  /** One entry per attempt; pending, withdrawn and continued ones are judged on the way. */
  private static List<Result> attempts(List<Result> entries, Map<Long, CountedLine> judged) {
    List<Result> attempts = new ArrayList<>();
    Result before = null;
    for (Result entry : entries) {
      if (before != null && continues(entry, before)) {
        put(judged, before, Reason.CONTINUED, entry);
        attempts.remove(before);
      }
      if (entry.grade().isPending()) {
        put(judged, entry, Reason.PENDING, null);
      } else if (entry.grade().isWithdrawn()) {
        put(judged, entry, Reason.WITHDRAWN, null);
      } else {
        attempts.add(entry);
      }
      before = entry;
    }
    return attempts;
  }

  private static boolean continues(Result entry, Result before) {
    return entry.term().equals(before.term())
        && (entry.kind().continuesAttempt() || before.grade().isPending());
  }

  private static void judge(
      List<Result> attempts, Supersede supersede, Map<Long, CountedLine> judged) {
    int chosen = supersede == Supersede.BEST ? best(attempts) : lastPositive(attempts);
    for (int i = 0; i < attempts.size(); i++) {
      if (i == chosen) {
        put(judged, attempts.get(i), whyChosen(attempts.size(), chosen, supersede), null);
      } else {
        put(judged, attempts.get(i), whyNot(attempts, i, chosen, supersede), attempts.get(chosen));
      }
    }
  }

  private static int lastPositive(List<Result> attempts) {
    for (int i = attempts.size() - 1; i >= 0; i--) {
      if (attempts.get(i).grade().passes()) {
        return i;
      }
    }
    return attempts.size() - 1;
  }

  /** Positive before failed, then by digital equivalent; of equals the later. */
  private static int best(List<Result> attempts) {
    Comparator<Result> byValue =
        Comparator.comparing((Result it) -> it.grade().passes())
            .thenComparing(it -> it.grade().digital().orElse(BigDecimal.ZERO));
    int best = 0;
    for (int i = 1; i < attempts.size(); i++) {
      if (byValue.compare(attempts.get(i), attempts.get(best)) >= 0) {
        best = i;
      }
    }
    return best;
  }

  private static Reason whyChosen(int attempts, int chosen, Supersede supersede) {
    if (attempts == 1) {
      return Reason.ONLY_ATTEMPT;
    }
    if (supersede == Supersede.BEST) {
      return Reason.BEST_ATTEMPT;
    }
    return chosen == attempts - 1 ? Reason.LAST_ATTEMPT : Reason.LAST_POSITIVE;
  }

  private static Reason whyNot(List<Result> attempts, int index, int chosen, Supersede supersede) {
    if (index > chosen
        && attempts.get(index).grade().fails()
        && attempts.get(chosen).grade().passes()) {
      return Reason.FAILED_AFTER_PASS;
    }
    return supersede == Supersede.BEST ? Reason.SUPERSEDED_BY_BETTER : Reason.SUPERSEDED_BY_LATER;
  }

  private static void put(
      Map<Long, CountedLine> judged, Result result, Reason reason, Result instead) {
    judged.put(
        result.position(),
        new CountedLine(result, reason, instead == null ? null : instead.position()));
  }

  /** Every entry in order of time, explained. */
  public List<CountedLine> lines() {
    return lines;
  }

  /** The entries that count, at most one per discipline. */
  public List<Result> counted() {
    return lines.stream().filter(CountedLine::counts).map(CountedLine::result).toList();
  }

  /** The entry that counts for a discipline. */
  public Optional<Result> of(String discipline) {
    return counted().stream().filter(it -> it.discipline().equals(discipline)).findFirst();
  }

  /** Whether a discipline has been begun and not withdrawn from, whatever came of it. */
  public boolean isTaken(String discipline) {
    return lines.stream()
        .filter(it -> it.reason() != Reason.CORRECTED && it.reason() != Reason.WITHDRAWN)
        .anyMatch(it -> it.result().discipline().equals(discipline));
  }

  /** Results that are still to come. */
  public List<Result> pending() {
    return lines.stream()
        .filter(it -> it.reason() == Reason.PENDING)
        .map(CountedLine::result)
        .toList();
  }

  /** Earned credits (CRD-6), additional types of study left out. */
  public Credits earned() {
    return earned(it -> !it.is(Trait.ADDITIONAL_STUDY));
  }

  /** Earned credits of additional types of study, shown apart. */
  public Credits earnedAdditional() {
    return earned(it -> it.is(Trait.ADDITIONAL_STUDY));
  }

  private Credits earned(Predicate<Result> of) {
    return Credits.sum(counted().stream().filter(of).map(Result::earned).toList());
  }
}
