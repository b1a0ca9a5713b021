package kz.miras.registrar.attestation;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.curriculum.GradeScale;

/**
 * PRG-2. Rates of a session by students instead of results: who has no unsatisfactory result, and
 * who has good and excellent ones only (domain 3.11). How good somebody is only marks tell: whose
 * session has none is not asked, and while a result is still to come nobody is good yet.
 *
 * @param obliged students who had to take the session
 * @param withoutDebts of them, without an unsatisfactory result
 * @param marked of them, with a traditional mark
 * @param onlyGood of the marked, with good and excellent results only
 */
public record StudentProgress(int obliged, int withoutDebts, int marked, int onlyGood)
    implements Serializable {

  /** Nobody, to add others to. */
  public static final StudentProgress NOBODY = new StudentProgress(0, 0, 0, 0);

  /**
   * Counts the students of a session.
   *
   * @param sessions results of each student
   */
  public static StudentProgress of(Collection<List<Grade>> sessions, GradeScale scale) {
    return sessions.stream()
        .map(
            results ->
                alike(results.stream().map(grade -> new ScaledGrade(grade, scale)).toList(), 1))
        .reduce(NOBODY, StudentProgress::plus);
  }

  /**
   * Counts students whose results of a session are alike. Who is excused from all of it, or has
   * left, was not obliged to take it.
   *
   * @param session results that occur, each by the scale of its own date; how often is no matter
   * @param students how many have them
   */
  public static StudentProgress alike(Collection<ScaledGrade> session, int students) {
    if (session.stream().allMatch(ScaledGrade::isOutsideBase)) {
      return NOBODY;
    }
    boolean passed = session.stream().noneMatch(ScaledGrade::fails);
    boolean marked = session.stream().anyMatch(ScaledGrade::isMarked);
    boolean good =
        marked
            && passed
            && session.stream().noneMatch(ScaledGrade::isPending)
            && session.stream().allMatch(ScaledGrade::isNoWorseThanGood);
    return new StudentProgress(
        students, passed ? students : 0, marked ? students : 0, good ? students : 0);
  }

  /** Both together. */
  public StudentProgress plus(StudentProgress other) {
    return new StudentProgress(
        obliged + other.obliged,
        withoutDebts + other.withoutDebts,
        marked + other.marked,
        onlyGood + other.onlyGood);
  }

  /** In percent; empty where nobody is obliged. */
  public Optional<BigDecimal> absoluteRate() {
    return Percent.of(withoutDebts, obliged);
  }

  /** In percent of the marked; empty where nobody is. */
  public Optional<BigDecimal> qualityRate() {
    return Percent.of(onlyGood, marked);
  }
}
