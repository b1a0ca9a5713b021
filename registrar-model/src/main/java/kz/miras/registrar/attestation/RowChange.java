package kz.miras.registrar.attestation;

import kz.miras.registrar.registration.EnrolmentStatus;

/**
 * SHT-8. What becomes of a student's row in a sheet that is not submitted when the enrolment
 * changes: who comes gets a row, who drops loses it, who withdraws keeps it as W and has it back on
 * coming back (domain 2.2, 3.1).
 */
public enum RowChange {
  /** A row is added, in the order of names. */
  ADDED,
  /** The row goes: dropping inside the change window leaves no trace. */
  REMOVED,
  /** The row stays and shows W. */
  WITHDRAWN,
  /** Who had withdrawn comes back: the row is no W any more. */
  RETURNED,
  /** Nothing changes. */
  NONE;

  /**
   * SHT-23. What becomes of the row of an early individual sitting, of which the sheet of no group
   * knows: it stays where it is whatever the group, and what is typed in it is never lost by a
   * drop.
   *
   * @param status what the enrolment is now
   * @param arrives whether the student is enrolled in another group of the discipline at once
   * @param typed whether a score or a mark stands in the row
   */
  public static RowChange ofEarly(EnrolmentStatus status, boolean arrives, boolean typed) {
    RowChange change = after(status, true);
    return change == REMOVED && (arrives || typed) ? NONE : change;
  }

  /**
   * The change that follows, of a row that may be W.
   *
   * @param status what the enrolment is now
   * @param hasRow whether the student is in the sheet
   * @param left whether the row is W
   */
  public static RowChange after(EnrolmentStatus status, boolean hasRow, boolean left) {
    return hasRow && left && status == EnrolmentStatus.ENROLLED ? RETURNED : after(status, hasRow);
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
