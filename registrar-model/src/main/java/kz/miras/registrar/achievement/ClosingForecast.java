package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.attestation.GradeCount;

/**
 * What closing a sheet will do, told before it is done.
 *
 * @param count its results by letters and marks
 * @param tooManyExcellent the share of A and A- is above what the risk system accepts (CTL-18)
 * @param changes what becomes of each student, in the order of the sheet
 */
public record ClosingForecast(GradeCount count, boolean tooManyExcellent, List<Change> changes)
    implements Serializable {

  public ClosingForecast {
    changes = List.copyOf(changes);
  }

  /** Students who will owe more credits than now. */
  public long withNewDebt() {
    return changes.stream().filter(change -> change.debtAfter() > change.debtBefore()).count();
  }

  /** Students who will owe fewer credits than now. */
  public long withDebtClosed() {
    return changes.stream().filter(change -> change.debtAfter() < change.debtBefore()).count();
  }

  /**
   * One student.
   *
   * @param sign letter or mark that will be posted
   * @param gpaBefore overall GPA now; null where there is none
   * @param gpaAfter overall GPA afterwards; null where there is none
   * @param debtBefore credits of failed disciplines now
   * @param debtAfter credits of failed disciplines afterwards
   */
  public record Change(
      String studentNo,
      String student,
      String sign,
      int earnedBefore,
      int earnedAfter,
      BigDecimal gpaBefore,
      BigDecimal gpaAfter,
      int debtBefore,
      int debtAfter)
      implements Serializable {}

  /** How one student's record changes. */
  public static Change change(
      String studentNo, String student, String sign, StudyRecord before, StudyRecord after) {
    return new Change(
        studentNo,
        student,
        sign,
        before.earned(),
        after.earned(),
        before.gpa(),
        after.gpa(),
        debt(before),
        debt(after));
  }

  private static int debt(StudyRecord record) {
    return record.failed().stream().mapToInt(StudyRecord.Line::credits).sum();
  }
}
