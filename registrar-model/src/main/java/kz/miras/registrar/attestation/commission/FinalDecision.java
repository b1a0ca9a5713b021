package kz.miras.registrar.attestation.commission;

import kz.miras.registrar.curriculum.Grade;
import kz.miras.registrar.shared.Keyed;

/** AK-10, AK-11, AK-14. What a commission decides on a student. */
public enum FinalDecision implements Keyed {
  /** Has completed the programme: the degree is awarded. */
  AWARDED,
  /** AK-14 with HON-1: the degree with honours. */
  HONOURS,
  /** This part is passed; another part of the final attestation is still ahead. */
  PASSED,
  /** Has not fulfilled the programme: the grade is unsatisfactory. */
  FAILED,
  /** Has not fulfilled the programme: absent without a valid reason. */
  ABSENT,
  /** Absent for a valid reason: another day of the commission. */
  POSTPONED;

  /**
   * What follows from how a student did.
   *
   * @param grade null where the student was excused
   * @param ahead how many other parts of the final attestation are not passed yet
   * @param honours whether the commission awards honours
   */
  public static FinalDecision of(Appearance appearance, Grade grade, int ahead, boolean honours) {
    return switch (appearance) {
      case EXCUSED -> POSTPONED;
      case ABSENT -> ABSENT;
      case PRESENT -> {
        if (!grade.passes()) {
          yield FAILED;
        }
        if (ahead > 0) {
          yield PASSED;
        }
        yield honours ? HONOURS : AWARDED;
      }
    };
  }

  /** Whether the degree is awarded. */
  public boolean isAward() {
    return this == AWARDED || this == HONOURS;
  }

  /** AK-10. Whether the student has not fulfilled the programme. */
  public boolean isFailure() {
    return this == FAILED || this == ABSENT;
  }

  @Override
  public String key() {
    return "attestation.ak.decision." + name();
  }
}
