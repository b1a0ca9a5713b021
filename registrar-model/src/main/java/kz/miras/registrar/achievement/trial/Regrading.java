package kz.miras.registrar.achievement.trial;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kz.miras.registrar.achievement.CountedLine;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.LedgerEntry;
import kz.miras.registrar.achievement.ResultKind;
import kz.miras.registrar.achievement.RulesOfTime;
import kz.miras.registrar.attestation.FinalGradePolicy;
import kz.miras.registrar.attestation.FinalOutcome;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * TRI-1 to TRI-4. Derives the results of a period anew from what they were made of. What stands is
 * first derived by the rules of its time: only where that gives the very result that stands does
 * the row explain it, and only then do the tried rules give another.
 */
public final class Regrading {

  private final TrialRules rules;
  private final TrialCauses causes;

  public Regrading(TrialRules rules) {
    this.rules = Objects.requireNonNull(rules, "rules");
    this.causes = new TrialCauses(rules.tried());
  }

  /**
   * A history as it would be.
   *
   * @param history with results of the period by the tried rules; a sitting that falls away is not
   *     in it
   * @param results of the period that stand, before and after
   */
  public record Regraded(List<LedgerEntry> history, List<TrialResult> results) {

    public Regraded {
      history = List.copyOf(history);
      results = List.copyOf(results);
    }
  }

  /** What an attempt stands at while its sittings are gone through. */
  private record Sitting(Grade before, Grade after, Integer rating, Set<RuleParameter> by) {}

  /** What becomes of one entry. */
  private record Derived(TrialWay way, Grade grade, Integer rating, Set<RuleParameter> by) {}

  /**
   * Derives the results of one student.
   *
   * @param history all entries
   * @param components of entries that come from sheets, by their positions
   */
  public Regraded of(List<LedgerEntry> history, Map<Long, TrialComponents> components) {
    Map<Long, LedgerEntry> byPosition = new HashMap<>();
    Set<Long> corrected = new HashSet<>();
    for (LedgerEntry entry : history) {
      byPosition.put(entry.position(), entry);
      corrected.add(entry.source().corrects());
    }
    Map<String, Sitting> attempts = new HashMap<>();
    Set<Long> fallen = new HashSet<>();
    List<LedgerEntry> anew = new ArrayList<>();
    List<TrialResult> results = new ArrayList<>();
    for (LedgerEntry entry : inOrder(history, byPosition)) {
      if (!rules.covers(entry.result().term())) {
        anew.add(entry);
        continue;
      }
      String attempt = entry.discipline().key() + " " + entry.result().term();
      Sitting sat = attempts.get(attempt);
      Derived derived =
          fallen.contains(entry.source().corrects()) || fallsAway(entry, sat)
              ? new Derived(TrialWay.FALLS_AWAY, null, null, fallen(sat))
              : derive(entry, components.get(entry.position()), sat);
      if (derived.way() == TrialWay.FALLS_AWAY) {
        fallen.add(entry.position());
      } else {
        anew.add(with(entry, derived));
        attempts.put(
            attempt,
            new Sitting(entry.result().grade(), derived.grade(), derived.rating(), derived.by()));
      }
      if (!corrected.contains(entry.position())) {
        results.add(result(entry, derived));
      }
    }
    anew.sort(Comparator.comparingLong(LedgerEntry::position));
    return new Regraded(anew, counted(history, anew, results));
  }

  /** A correction stands where what it corrects stood. */
  private static List<LedgerEntry> inOrder(
      List<LedgerEntry> history, Map<Long, LedgerEntry> byPosition) {
    return history.stream()
        .sorted(
            Comparator.comparingLong((LedgerEntry entry) -> origin(entry, byPosition))
                .thenComparingLong(LedgerEntry::position))
        .toList();
  }

  private static long origin(LedgerEntry entry, Map<Long, LedgerEntry> byPosition) {
    LedgerEntry at = entry;
    while (at.source().corrects() != null && byPosition.containsKey(at.source().corrects())) {
      at = byPosition.get(at.source().corrects());
    }
    return at.position();
  }

  /** TRI-2. */
  private boolean fallsAway(LedgerEntry entry, Sitting sat) {
    if (sat == null || entry.source().corrects() != null) {
      return false;
    }
    if (entry.result().kind() == ResultKind.FX) {
      boolean given = rules.of(entry).fxRetakes() > 0;
      return sat.before().letter() == Letter.FX
          && (sat.after().letter() != Letter.FX || (given && rules.tried().fxRetakes() == 0));
    }
    return entry.result().kind() == ResultKind.INDIVIDUAL
        && sat.before().isPending()
        && !sat.after().isPending();
  }

  private static Set<RuleParameter> fallen(Sitting sat) {
    return sat == null || sat.by().isEmpty() ? EnumSet.of(RuleParameter.FX_RETAKES) : sat.by();
  }

  /** TRI-1, TRI-3. */
  private Derived derive(LedgerEntry entry, TrialComponents components, Sitting sat) {
    if (entry.source().sheetId() == null || entry.source().migrated() || components == null) {
      return kept(entry, TrialWay.ELSEWHERE);
    }
    RuleSet old = rules.of(entry);
    Optional<FinalOutcome> known = outcome(entry, components, old);
    if (known.filter(one -> stands(one, entry.result())).isEmpty()) {
      return kept(entry, TrialWay.DECIDED);
    }
    TrialComponents row =
        components.carried() && sat != null && sat.rating() != null
            ? components.carrying(sat.rating())
            : components;
    Optional<FinalOutcome> tried = outcome(entry, row, rules.tried());
    if (tried.isEmpty() || deniedByRating(row, known.get(), old, tried.get())) {
      return kept(entry, TrialWay.WITHOUT_SCORE);
    }
    Grade grade = tried.get().grade();
    return new Derived(
        TrialWay.DERIVED,
        grade,
        tried.get().admissionRating(),
        grade.equals(entry.result().grade()) ? Set.of() : by(entry, components, row, sat));
  }

  private static Derived kept(LedgerEntry entry, TrialWay way) {
    return new Derived(way, entry.result().grade(), entry.result().rating(), Set.of());
  }

  private static Optional<FinalOutcome> outcome(
      LedgerEntry entry, TrialComponents row, RuleSet rules) {
    return FinalGradePolicy.of(rules, entry.result().date())
        .outcome(row.form(), row.scores(), row.fxRetakes());
  }

  private static boolean stands(FinalOutcome derived, LedgerEntry.Outcome result) {
    return derived.grade().equals(result.grade())
        && Objects.equals(derived.admissionRating(), result.rating());
  }

  /** NA that only says what the rating said: by the tried rules the student would have sat. */
  private boolean deniedByRating(
      TrialComponents row, FinalOutcome known, RuleSet old, FinalOutcome tried) {
    return row.scores().mark() == Mark.NA
        && known.admissionRating() != null
        && known.admissionRating() < old.admissionThreshold()
        && tried.admissionRating() >= rules.tried().admissionThreshold();
  }

  /** What the row itself does not explain comes from the rating that was carried over. */
  private Set<RuleParameter> by(
      LedgerEntry entry, TrialComponents components, TrialComponents row, Sitting sat) {
    boolean carriedOnly =
        !row.equals(components)
            && outcome(entry, components, rules.tried())
                .filter(one -> one.grade().equals(entry.result().grade()))
                .isPresent();
    return carriedOnly
        ? sat.by()
        : causes.of(rules.of(entry), set -> outcome(entry, row, set).map(FinalOutcome::grade));
  }

  private static LedgerEntry with(LedgerEntry entry, Derived derived) {
    LedgerEntry.Outcome is = entry.result();
    return new LedgerEntry(
        entry.id(),
        entry.studentId(),
        entry.position(),
        entry.discipline(),
        new LedgerEntry.Outcome(
            is.termId(),
            is.term(),
            is.kind(),
            is.attemptNo(),
            derived.rating(),
            is.score(),
            derived.grade(),
            is.date(),
            TrialRules.CODE),
        entry.source(),
        entry.seal());
  }

  private static TrialResult result(LedgerEntry entry, Derived derived) {
    return new TrialResult(
        entry.position(),
        entry.discipline().key(),
        derived.way(),
        entry.result().grade(),
        derived.grade(),
        derived.rating(),
        false,
        false,
        derived.by());
  }

  /** Says of each whether it counts, before and after, and why another counts. */
  private List<TrialResult> counted(
      List<LedgerEntry> history, List<LedgerEntry> anew, List<TrialResult> results) {
    if (results.isEmpty()) {
      return results;
    }
    Set<Long> before = counting(history, rules.before());
    Set<Long> after = counting(anew, rules.after());
    Map<String, Set<RuleParameter>> reasons = new HashMap<>();
    results.forEach(
        one ->
            reasons
                .computeIfAbsent(one.discipline(), key -> EnumSet.noneOf(RuleParameter.class))
                .addAll(one.by()));
    return results.stream()
        .map(
            one -> {
              boolean was = before.contains(one.position());
              boolean is = after.contains(one.position());
              Set<RuleParameter> other = reasons.get(one.discipline());
              return one.counted(
                  was,
                  is,
                  was == is || one.gradeDiffers()
                      ? one.by()
                      : other.isEmpty() ? EnumSet.of(RuleParameter.SUPERSEDE) : other);
            })
        .toList();
  }

  private static Set<Long> counting(List<LedgerEntry> entries, RulesOfTime times) {
    return CountedResults.of(entries.stream().map(LedgerEntry::toResult).toList(), times)
        .lines()
        .stream()
        .filter(CountedLine::counts)
        .map(line -> line.result().position())
        .collect(Collectors.toSet());
  }
}
