package kz.miras.registrar.attestation;

import kz.miras.registrar.registration.EnrolmentStatus;

/**
 * SHT-8. What becomes of a student's row in a sheet that is not submitted when the enrolment
 * changes: who comes gets a row, who drops loses it unless a score or mark stands there, who
 * withdraws keeps it as W and has it back on coming back (domain 2.2, 3.1).
 */
public enum RowChange {
  /** A row is added, in the order of names. */
  ADDED,
  /** The row goes: dropping inside the change window leaves no trace. */
  REMOVED,
  /** The row stays and says why: no score or mark is lost by a drop, and the office decides. */
  KEPT,
  /** The row stays and shows W. */
  WITHDRAWN,
  /** Who had withdrawn or dropped comes back: the row is as it was. */
  RETURNED,
  /** Nothing changes. */
  NONE;

  /**
   * SHT-23. What becomes of the row of an early individual sitting, of which the sheet of no group
   * knows: it stays where it is whatever the group.
   *
   * @param status what the enrolment is now
   * @param arrives whether the student is enrolled in another group of the discipline at once
   * @param typed whether a score or a mark stands in the row
   */
  public static RowChange ofEarly(EnrolmentStatus status, boolean arrives, boolean typed) {
    RowChange change = of(status, false, typed);
    return arrives && (change == REMOVED || change == KEPT) ? NONE : change;
  }

  /**
   * The change that follows for a student of the sheet.
   *
   * @param status what the enrolment is now
   * @param left whether the row is W, or stayed after a drop
   * @param typed whether a score or a mark stands in the row
   */
  public static RowChange of(EnrolmentStatus status, boolean left, boolean typed) {
    RowChange change = after(status, true);
    if (change == REMOVED && typed) {
      return KEPT;
    }
    return left && status == EnrolmentStatus.ENROLLED ? RETURNED : change;
  }

  /**
   * The change that follows.
   *
   * @param status what the enrolment is now
   * @param hasRow whether the student is in the sheet
   */
  public static RowChange after(EnrolmentStatus status, boolean hasRow) {
    return switch (status) {
      case ENROLLED -> hasRow ? NONE : ADDED;
      case WITHDRAWN -> hasRow ? WITHDRAWN : NONE;
      case DROPPED, CANCELLED_BY_OR -> hasRow ? REMOVED : NONE;
      case REQUESTED, WAITLISTED, COMPLETED -> NONE;
    };
  }
}
