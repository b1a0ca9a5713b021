package kz.miras.registrar.achievement;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import kz.miras.registrar.curriculum.Credits;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Supersede;

/**
 * ACH-1 to ACH-5, ACH-10, CTL-9. Decides which attempt of each discipline counts (O595 п.48: the
 * last grade) and explains every line.
 *
 * <p>Three steps: corrected entries fall out; of one attempt the FX retake or individual sitting
 * stands, unless it was W or I or a correction has passed meanwhile; of several attempts the rule
 * of the university chooses, in order of time, each time by the rules of the later attempt (GPA-8).
 * Under LAST a failure never takes away an earlier pass, and an exemption never does. Immutable.
 */
public final class CountedResults {

  /** Positive before failed, then by digital equivalent; P has none and is below every letter. */
  private static final Comparator<Result> BY_VALUE =
      Comparator.comparing((Result it) -> it.grade().passes())
          .thenComparing(it -> it.grade().digital().orElse(BigDecimal.ZERO));

  private final List<CountedLine> lines;

  private CountedResults(List<CountedLine> lines) {
    this.lines = List.copyOf(lines);
  }

  /**
   * Judges the ledger of one student, or the part of it that lies in one term or year.
   *
   * @param ledger entries in any order, corrections together with what they correct
   * @param rules of every attempt
   */
  public static CountedResults of(Collection<Result> ledger, RulesOfTime rules) {
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
        judge(attempts, rules, judged);
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
    Result stands = null;
    Result open = null;
    for (Result entry : entries) {
      if (entry.grade().isWithdrawn()) {
        put(judged, entry, Reason.WITHDRAWN, null);
        continue;
      }
      Result before = open == null ? stands : open;
      if (before != null && !continues(entry, before)) {
        stands = null;
        open = null;
      }
      Result overtaking = overtaking(entry, stands, open);
      if (overtaking != null) {
        put(judged, entry, Reason.OVERTAKEN, overtaking);
      } else if (entry.grade().isPending()) {
        put(judged, entry, Reason.PENDING, null);
        open = entry;
      } else {
        attempts.remove(stands);
        for (Result done : Arrays.asList(stands, open)) {
          if (done != null) {
            put(judged, done, Reason.CONTINUED, entry);
          }
        }
        attempts.add(entry);
        stands = entry;
        open = null;
      }
    }
    return attempts;
  }

  /**
   * ACH-5. What stands without this sitting of its attempt: of an I an earlier one that is still
   * open, or a correction after which there is nothing to sit for; of a result a correction that
   * passes, unless the sitting was better.
   */
  private static Result overtaking(Result entry, Result stands, Result open) {
    boolean corrected = stands != null && stands.corrects() != null;
    if (entry.grade().isPending()) {
      return open != null || !corrected || stands.grade().letter() == Letter.FX ? open : stands;
    }
    return corrected && stands.grade().passes() && BY_VALUE.compare(entry, stands) <= 0
        ? stands
        : null;
  }

  private static boolean continues(Result entry, Result before) {
    return entry.term().equals(before.term())
        && (entry.kind().continuesAttempt() || before.grade().isPending());
  }

  private static void judge(
      List<Result> attempts, RulesOfTime rules, Map<Long, CountedLine> judged) {
    int chosen = chosen(attempts, rules);
    for (int i = 0; i < attempts.size(); i++) {
      Result attempt = attempts.get(i);
      if (i == chosen) {
        judged.put(
            attempt.position(),
            new CountedLine(
                attempt,
                whyChosen(attempts, chosen, rules),
                null,
                attempt.earned(rules.exemptionEarns(attempt))));
      } else {
        put(judged, attempt, whyNot(attempts, i, chosen, rules), attempts.get(chosen));
      }
    }
  }

  /** In order of time: what stands so far against the next, by the rules of the next. */
  private static int chosen(List<Result> attempts, RulesOfTime rules) {
    int chosen = 0;
    for (int i = 1; i < attempts.size(); i++) {
      Result next = attempts.get(i);
      Result so = attempts.get(chosen);
      if (replaces(next, so, rules)) {
        chosen = i;
      }
    }
    return chosen;
  }

  /** ACH-10: what is passed is not exempted from, so that an exemption takes no pass away. */
  private static boolean replaces(Result next, Result so, RulesOfTime rules) {
    if (next.grade().isExempt()) {
      return !so.grade().passes();
    }
    return rules.supersede(next) == Supersede.BEST
        ? BY_VALUE.compare(next, so) >= 0
        : next.grade().passes() || !so.grade().passes();
  }

  private static Reason whyChosen(List<Result> attempts, int chosen, RulesOfTime rules) {
    int last = attempts.size() - 1;
    if (last == 0) {
      return Reason.ONLY_ATTEMPT;
    }
    if (attempts.subList(Math.max(chosen, 1), last + 1).stream()
        .anyMatch(it -> rules.supersede(it) == Supersede.BEST)) {
      return Reason.BEST_ATTEMPT;
    }
    return chosen == last ? Reason.LAST_ATTEMPT : Reason.LAST_POSITIVE;
  }

  private static Reason whyNot(List<Result> attempts, int index, int chosen, RulesOfTime rules) {
    Result counts = attempts.get(chosen);
    if (index < chosen) {
      return rules.supersede(counts) == Supersede.BEST
          ? Reason.SUPERSEDED_BY_BETTER
          : Reason.SUPERSEDED_BY_LATER;
    }
    return attempts.get(index).grade().fails() && counts.grade().passes()
        ? Reason.FAILED_AFTER_PASS
        : Reason.SUPERSEDED_BY_BETTER;
  }

  private static void put(
      Map<Long, CountedLine> judged, Result result, Reason reason, Result instead) {
    judged.put(
        result.position(),
        new CountedLine(result, reason, instead == null ? null : instead.position(), Credits.ZERO));
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

  /**
   * The line that stands for each discipline, by its key: the result that counts, else the one
   * still to come, else the withdrawal. An I or W on a retake does not hide the result before it.
   */
  public Map<String, CountedLine> standing() {
    Map<String, CountedLine> standing = new TreeMap<>();
    for (Predicate<CountedLine> next :
        List.<Predicate<CountedLine>>of(
            CountedLine::counts,
            line -> line.reason() == Reason.PENDING,
            line -> line.reason() == Reason.WITHDRAWN)) {
      lines.stream()
          .filter(next)
          .forEach(line -> standing.putIfAbsent(line.result().discipline(), line));
    }
    return standing;
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
    return Credits.sum(
        lines.stream().filter(line -> of.test(line.result())).map(CountedLine::earned).toList());
  }
}
