package kz.miras.registrar.achievement;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * HON-1. Diploma with honours (O595 п.50): only good and excellent finals, GPA from 3.5, final
 * attestation A or A-, no retakes during the whole study. Additional types of study are left out.
 */
public final class HonoursPolicy {

  private final RulesOfTime times;
  private final RuleSet rules;

  /** Thresholds of the day of judgement; every result counts by the rules of its time (GPA-8). */
  public HonoursPolicy(RulesOfTime times) {
    this.times = Objects.requireNonNull(times, "times");
    this.rules = times.inForce();
  }

  /**
   * Judges the whole ledger of a student; refused with every reason against.
   *
   * @param ledger all entries, corrections included
   */
  public Verdict judge(Collection<Result> ledger) {
    if (!rules.level().isHigherEducation()) {
      return Verdict.refused(Refusal.of("achievement.honours.level", "HON-1", rules.level()));
    }
    List<CountedLine> lines = CountedResults.of(ledger, times).lines();
    List<CountedLine> judged =
        lines.stream()
            .filter(it -> it.reason() != Reason.CORRECTED && it.reason() != Reason.OVERTAKEN)
            .filter(it -> !it.result().is(Trait.ADDITIONAL_STUDY))
            .toList();
    return finals(judged).and(gpa(ledger)).and(finalAttestation(judged)).and(retakes(judged));
  }

  private Verdict finals(List<CountedLine> lines) {
    Verdict verdict = Verdict.allowed();
    for (CountedLine line : lines) {
      Result result = line.result();
      Letter letter = result.grade().letter();
      if (line.counts()
          && !result.is(Trait.FINAL_ATTESTATION)
          && letter != null
          && !rules.honoursLetters().contains(letter)) {
        verdict =
            verdict.and(refused("achievement.honours.letter", result.discipline(), letter.sign()));
      }
    }
    return verdict;
  }

  private Verdict gpa(Collection<Result> ledger) {
    return new GpaCalculator(times)
        .cumulative(ledger)
        .gpa()
        .map(
            it ->
                it.reaches(rules.honoursMinGpa(), rules.honoursComparison())
                    ? Verdict.allowed()
                    : refused("achievement.honours.gpa", it.rounded(), rules.honoursMinGpa()))
        .orElseGet(() -> refused("achievement.honours.no-gpa", rules.honoursMinGpa()));
  }

  private Verdict finalAttestation(List<CountedLine> lines) {
    List<Result> finals =
        lines.stream()
            .filter(CountedLine::counts)
            .map(CountedLine::result)
            .filter(it -> it.is(Trait.FINAL_ATTESTATION))
            .toList();
    if (finals.isEmpty()) {
      return refused("achievement.honours.no-final-attestation");
    }
    Set<Letter> allowed = rules.honoursFinalLetters();
    return finals.stream().allMatch(it -> allowed.contains(it.grade().letter()))
        ? Verdict.allowed()
        : refused("achievement.honours.final-attestation");
  }

  /**
   * (d): a failure received and a second attempt both show a retake. Corrections by appeal do not,
   * nor do individual sittings and differences, nor what is studied for the first time after a
   * withdrawal, whatever its sheet was called: a W is no attempt.
   */
  private Verdict retakes(List<CountedLine> lines) {
    Verdict verdict = Verdict.allowed();
    Map<String, TermRef> firstTaken = new HashMap<>();
    Set<String> withdrawn = new HashSet<>();
    for (CountedLine line : lines) {
      Result result = line.result();
      if (line.reason() == Reason.WITHDRAWN) {
        withdrawn.add(result.discipline());
      }
      if (line.reason() == Reason.PENDING || line.reason() == Reason.WITHDRAWN) {
        continue;
      }
      TermRef first = firstTaken.putIfAbsent(result.discipline(), result.term());
      boolean repeated =
          first != null && first.isBefore(result.term()) && !result.kind().isNeverRetake();
      boolean onlyWithdrawnBefore = first == null && withdrawn.contains(result.discipline());
      if (repeated || result.kind().isRetake() && !onlyWithdrawnBefore || result.grade().fails()) {
        verdict =
            verdict.and(
                refused(
                    "achievement.honours.retake",
                    result.discipline(),
                    result.term().academicYear(),
                    result.term().type()));
      }
    }
    return verdict;
  }

  private static Verdict refused(String code, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, "HON-1", args));
  }
}
