package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.achievement.ClosingLimits.Crossed;
import kz.miras.registrar.achievement.ClosingLimits.Limit;
import kz.miras.registrar.attestation.GradeCount;

/**
 * What closing a sheet will do, told before it is done.
 *
 * @param day the day its results will bear: that of the control, or today where none is named
 * @param count its results by letters and marks
 * @param tooManyExcellent the share of A and A- is above what the risk system accepts, which does
 *     not count the summer (CTL-18)
 * @param changes what becomes of each student, in the order of the sheet
 */
public record ClosingForecast(
    LocalDate day, GradeCount count, boolean tooManyExcellent, List<Change> changes)
    implements Serializable {

  public ClosingForecast {
    changes = List.copyOf(changes);
  }

  /** Students who will owe more credits than now. */
  public long withNewDebt() {
    return changes.stream().filter(Change::owesMore).count();
  }

  /** Students who will owe fewer credits than now. */
  public long withDebtClosed() {
    return changes.stream().filter(Change::owesLess).count();
  }

  /** Students who will no longer reach the GPA of promotion. */
  public long fallen() {
    return changes.stream().filter(change -> change.crosses(Limit.PROMOTION, true)).count();
  }

  /**
   * One student.
   *
   * @param sign letter or mark that will be posted
   * @param gpaBefore overall GPA now; null where there is none
   * @param gpaAfter overall GPA afterwards; null where there is none
   * @param debtBefore credits of failed disciplines now
   * @param debtAfter credits of failed disciplines afterwards
   * @param crossed limits that are crossed, and how
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
      int debtAfter,
      List<Crossed> crossed)
      implements Serializable {

    public Change {
      crossed = List.copyOf(crossed);
    }

    /** Whether a limit is crossed, downwards or upwards. */
    public boolean crosses(Limit limit, boolean down) {
      return crossed.stream().anyMatch(one -> one.limit() == limit && one.falls() == down);
    }

    /** Whether more credits are owed than before. */
    public boolean owesMore() {
      return debtAfter > debtBefore;
    }

    /** Whether fewer credits are owed than before. */
    public boolean owesLess() {
      return debtAfter < debtBefore;
    }
  }

  /** How one student's record changes. */
  public static Change change(
      String studentNo,
      String student,
      String sign,
      StudyRecord before,
      StudyRecord after,
      ClosingLimits limits) {
    return new Change(
        studentNo,
        student,
        sign,
        before.earned(),
        after.earned(),
        before.gpa(),
        after.gpa(),
        debt(before),
        debt(after),
        limits.crossed(before, after));
  }

  private static int debt(StudyRecord record) {
    return record.failed().stream().mapToInt(StudyRecord.Line::credits).sum();
  }
}
