package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;
import kz.miras.registrar.curriculum.TraditionalMark;

/**
 * PRG-2. Rates of a session by students instead of results: who has no unsatisfactory result, and
 * who has good and excellent ones only (domain 3.11).
 *
 * @param obliged students who had to take the session
 * @param withoutDebts of them, without an unsatisfactory result
 * @param onlyGood of them, with good and excellent results only
 */
public record StudentProgress(int obliged, int withoutDebts, int onlyGood) implements Serializable {

  /**
   * Counts the students of a session.
   *
   * @param sessions results of each student who is neither on leave nor excused from all
   */
  public static StudentProgress of(Collection<List<Grade>> sessions, GradeScale scale) {
    int withoutDebts = 0;
    int onlyGood = 0;
    for (List<Grade> results : sessions) {
      if (results.stream().noneMatch(Grade::fails)) {
        withoutDebts++;
        boolean good =
            results.stream()
                .map(grade -> grade.traditional(scale).orElse(null))
                .allMatch(
                    mark ->
                        mark == null
                            || mark == TraditionalMark.GOOD
                            || mark == TraditionalMark.EXCELLENT);
        onlyGood += good ? 1 : 0;
      }
    }
    return new StudentProgress(sessions.size(), withoutDebts, onlyGood);
  }

  /** In percent; empty where nobody is obliged. */
  public Optional<BigDecimal> absoluteRate() {
    return Percent.of(withoutDebts, obliged);
  }

  /** In percent; empty where nobody is obliged. */
  public Optional<BigDecimal> qualityRate() {
    return Percent.of(onlyGood, obliged);
  }
}
