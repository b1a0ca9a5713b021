package kz.miras.registrar.achievement.analysis;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.attestation.ScaledGrade;
import kz.miras.registrar.attestation.StudentProgress;
import kz.miras.registrar.curriculum.Letter;
import kz.miras.registrar.curriculum.Mark;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * PRG-3 to PRG-5. The figures of a part of an analysis on both levels: by results and by students.
 *
 * <p>Immutable.
 *
 * @param results results counted, each by the scale of its own date
 * @param students rates of those obliged to take the session
 * @param people all students with a result, excused and withdrawn ones too
 */
public record AnalysisFigures(GradeCount results, StudentProgress students, int people)
    implements Serializable {

  /** No results of nobody. */
  public static AnalysisFigures none() {
    return new AnalysisFigures(GradeCount.none(), StudentProgress.NOBODY, 0);
  }

  /** With a result that occurs several times. */
  public AnalysisFigures with(ScaledGrade result, int times, RuleSet rules) {
    return new AnalysisFigures(
        results.plus(GradeCount.of(result.grade(), times, result.scale(), rules)),
        students,
        people);
  }

  /** With some students whose results of the session are alike. */
  public AnalysisFigures with(List<ScaledGrade> session, int alike) {
    return new AnalysisFigures(
        results, students.plus(StudentProgress.alike(session, alike)), people + alike);
  }

  /** Both together; a student in both is counted twice. */
  public AnalysisFigures plus(AnalysisFigures other) {
    return new AnalysisFigures(
        results.plus(other.results), students.plus(other.students), people + other.people);
  }

  /** Results of an outcome. */
  public int count(AnalysisOutcome of) {
    int excellent = results.of(Letter.A) + results.of(Letter.A_MINUS);
    int passed = results.of(Mark.P) + results.of(Mark.TR);
    return switch (of) {
      case EXCELLENT -> excellent;
      // which letters are good depends on the day of each result: the count knows
      case GOOD -> results.good() - excellent;
      case SATISFACTORY -> results.positive() - results.good() - passed;
      case PASSED -> passed;
      case UNSATISFACTORY -> results.failed();
      case EXCUSED -> results.excused();
      case EXEMPT -> results.exempt();
      case WITHDRAWN -> results.of(Mark.W);
    };
  }

  /**
   * PRG-5. Whether somebody whose scope does not reach these results may learn of them, as of the
   * rest of a whole that is told: those who have them must be too many to be recognised.
   *
   * @param rules those in force, of every level
   */
  public boolean mayBeTold(Collection<RuleSet> rules) {
    return people == 0
        || rules.stream().allMatch(set -> people >= set.integer(RuleParameter.REPORT_MIN_STUDENTS));
  }
}
