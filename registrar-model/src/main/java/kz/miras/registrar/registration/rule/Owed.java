package kz.miras.registrar.registration.rule;

import java.util.function.BooleanSupplier;
import kz.miras.registrar.registration.AcademicRecord;

/** Whether a discipline should have been passed before (DEB-1). */
public enum Owed {
  NOTHING,
  /** Failed, or due in an earlier term of the curriculum and never taken. */
  DEBT,
  /** The same, left open by a transfer, a reinstatement or a leave, or listed as such. */
  DIFFERENCE;

  /**
   * What the history and the curriculum say together.
   *
   * @param overdue whether it was due in an earlier term and is not studied
   * @param differs whether an order brought the student into the curriculum on the way; asked only
   *     where it matters
   */
  public static Owed of(AcademicRecord.Past past, boolean overdue, BooleanSupplier differs) {
    return switch (past.standing()) {
      case PASSED -> NOTHING;
      case FAILED -> past.difference() ? DIFFERENCE : DEBT;
      case NONE ->
          past.difference() || overdue && differs.getAsBoolean()
              ? DIFFERENCE
              : overdue ? DEBT : NOTHING;
    };
  }
}
