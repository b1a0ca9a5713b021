package kz.miras.registrar.achievement.analysis;

import kz.miras.registrar.attestation.ScaledGrade;
import kz.miras.registrar.curriculum.TraditionalMark;
import kz.miras.registrar.shared.Keyed;

/** What became of a result, as an analysis of progress groups results. */
public enum AnalysisOutcome implements Keyed {
  EXCELLENT,
  GOOD,
  SATISFACTORY,
  /** Passed without a traditional mark. */
  PASSED,
  UNSATISFACTORY,
  /** Absent for a valid reason, the result is still to come. */
  EXCUSED,
  /** Exempt on a document: neither passed nor failed (ACH-10). */
  EXEMPT,
  WITHDRAWN;

  /** The group of a result. */
  public static AnalysisOutcome of(ScaledGrade result) {
    if (result.grade().isWithdrawn()) {
      return WITHDRAWN;
    }
    if (result.grade().isExempt()) {
      return EXEMPT;
    }
    if (result.grade().isPending()) {
      return EXCUSED;
    }
    if (result.fails()) {
      return UNSATISFACTORY;
    }
    return result.grade().traditional(result.scale()).map(AnalysisOutcome::of).orElse(PASSED);
  }

  private static AnalysisOutcome of(TraditionalMark mark) {
    return switch (mark) {
      case EXCELLENT -> EXCELLENT;
      case GOOD -> GOOD;
      case SATISFACTORY -> SATISFACTORY;
      case UNSATISFACTORY -> UNSATISFACTORY;
    };
  }

  @Override
  public String key() {
    return "achievement.outcome." + name();
  }
}
