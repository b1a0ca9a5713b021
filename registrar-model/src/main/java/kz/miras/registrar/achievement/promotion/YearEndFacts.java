package kz.miras.registrar.achievement.promotion;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kz.miras.registrar.achievement.CountedResults;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.achievement.Result;
import kz.miras.registrar.achievement.Trait;
import kz.miras.registrar.curriculum.Credits;

/**
 * What is known of a student at the end of an academic year.
 *
 * @param course the student is in
 * @param years the programme lasts
 * @param gpa by the basis of the rules, year or cumulative; empty where there is none
 * @param debts credits of open debts
 * @param pending results I that are still within their term
 * @param earned credits earned, additional study left out
 * @param needed credits of the programme
 * @param attestation how the final attestation ended
 * @param repeated whether this course is studied a second time already
 * @param exhausted codes of failed disciplines that may not be taken again
 */
public record YearEndFacts(
    int course,
    int years,
    Optional<Gpa> gpa,
    Credits debts,
    int pending,
    int earned,
    int needed,
    Attestation attestation,
    boolean repeated,
    List<String> exhausted) {

  public YearEndFacts {
    Objects.requireNonNull(gpa, "gpa");
    Objects.requireNonNull(debts, "debts");
    Objects.requireNonNull(attestation, "attestation");
    exhausted = List.copyOf(exhausted);
  }

  /** How the final attestation ended. */
  public enum Attestation {
    NONE,
    PASSED,
    FAILED;

    /** As the entries that count say. */
    public static Attestation of(CountedResults counted) {
      List<Result> finals =
          counted.counted().stream().filter(it -> it.is(Trait.FINAL_ATTESTATION)).toList();
      if (finals.isEmpty()) {
        return NONE;
      }
      return finals.stream().allMatch(it -> it.grade().passes()) ? PASSED : FAILED;
    }
  }

  /** Whether no course follows. */
  public boolean isLastCourse() {
    return course >= years;
  }
}
