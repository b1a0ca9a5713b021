package kz.miras.registrar.achievement;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import kz.miras.registrar.calendar.TermRef;
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
    List<CountedLine> judged = judged(ledger);
    return verdict(letters(judged), this::letter)
        .and(gpa(ledger))
        .and(finalAttestation(judged))
        .and(verdict(retakes(judged), this::retake));
  }

  /** What stands against honours and cannot be undone. */
  public enum Against {
    LETTER,
    FINAL_ATTESTATION,
    RETAKE
  }

  /** The results that stand against honours, in order of time, each with the first that does. */
  public Map<Result, Against> against(Collection<Result> ledger) {
    List<CountedLine> judged = judged(ledger);
    Map<Result, Against> found = new HashMap<>();
    letters(judged).forEach(result -> found.put(result, Against.LETTER));
    attested(judged).stream()
        .filter(result -> !isExcellent(result))
        .forEach(result -> found.put(result, Against.FINAL_ATTESTATION));
    retakes(judged).forEach(result -> found.putIfAbsent(result, Against.RETAKE));
    Map<Result, Against> inOrder = new LinkedHashMap<>();
    judged.stream()
        .map(CountedLine::result)
        .filter(found::containsKey)
        .forEach(result -> inOrder.put(result, found.get(result)));
    return inOrder;
  }

  private List<CountedLine> judged(Collection<Result> ledger) {
    return CountedResults.of(ledger, times).lines().stream()
        .filter(it -> it.reason() != Reason.CORRECTED && it.reason() != Reason.OVERTAKEN)
        .filter(it -> !it.result().is(Trait.ADDITIONAL_STUDY))
        .toList();
  }

  private static Verdict verdict(List<Result> against, Function<Result, Verdict> refusal) {
    Verdict verdict = Verdict.allowed();
    for (Result result : against) {
      verdict = verdict.and(refusal.apply(result));
    }
    return verdict;
  }

  private List<Result> letters(List<CountedLine> lines) {
    return lines.stream()
        .filter(CountedLine::counts)
        .map(CountedLine::result)
        .filter(it -> !it.is(Trait.FINAL_ATTESTATION) && it.grade().letter() != null)
        .filter(it -> !rules.honoursLetters().contains(it.grade().letter()))
        .toList();
  }

  private Verdict letter(Result result) {
    return refused(
        "achievement.honours.letter", result.discipline(), result.grade().letter().sign());
  }

  private Verdict gpa(Collection<Result> ledger) {
    return new GpaCalculator(times)
        .cumulative(ledger)
        .gpa()
        .map(
            it ->
                it.reaches(rules.honoursMinGpa(), rules.honoursComparison())
                    ? Verdict.allowed()
                    : refused("achievement.honours.gpa", it.toString(), least()))
        .orElseGet(() -> refused("achievement.honours.no-gpa", least()));
  }

  private String least() {
    return Gpa.printed(rules.honoursMinGpa()).toPlainString();
  }

  private static List<Result> attested(List<CountedLine> lines) {
    return lines.stream()
        .filter(CountedLine::counts)
        .map(CountedLine::result)
        .filter(it -> it.is(Trait.FINAL_ATTESTATION))
        .toList();
  }

  private boolean isExcellent(Result attestation) {
    return rules.honoursFinalLetters().contains(attestation.grade().letter());
  }

  private Verdict finalAttestation(List<CountedLine> lines) {
    List<Result> finals = attested(lines);
    if (finals.isEmpty()) {
      return refused("achievement.honours.no-final-attestation");
    }
    return finals.stream().allMatch(this::isExcellent)
        ? Verdict.allowed()
        : refused("achievement.honours.final-attestation");
  }

  /**
   * (d): a failure received and a second attempt both show a retake. Corrections by appeal do not,
   * nor do individual sittings and differences, nor what is studied for the first time after a
   * withdrawal, whatever its sheet was called: a W is no attempt, and no exemption is (ACH-10).
   */
  private static List<Result> retakes(List<CountedLine> lines) {
    List<Result> retakes = new ArrayList<>();
    Map<String, TermRef> firstTaken = new HashMap<>();
    Set<String> withdrawn = new HashSet<>();
    for (CountedLine line : lines) {
      Result result = line.result();
      if (line.reason() == Reason.WITHDRAWN) {
        withdrawn.add(result.discipline());
      }
      if (line.reason() == Reason.PENDING
          || line.reason() == Reason.WITHDRAWN
          || result.grade().isExempt()) {
        continue;
      }
      TermRef first = firstTaken.putIfAbsent(result.discipline(), result.term());
      boolean repeated =
          first != null && first.isBefore(result.term()) && !result.kind().isNeverRetake();
      boolean onlyWithdrawnBefore = first == null && withdrawn.contains(result.discipline());
      if (repeated || result.kind().isRetake() && !onlyWithdrawnBefore || result.grade().fails()) {
        retakes.add(result);
      }
    }
    return retakes;
  }

  private Verdict retake(Result result) {
    return refused(
        "achievement.honours.retake",
        result.discipline(),
        result.term().academicYear(),
        result.term().type());
  }

  private static Verdict refused(String code, java.io.Serializable... args) {
    return Verdict.refused(Refusal.of(code, "HON-1", args));
  }
}
