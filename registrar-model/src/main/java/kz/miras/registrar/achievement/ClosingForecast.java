package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import kz.miras.registrar.attestation.GradeCount;
import kz.miras.registrar.curriculum.GpaBasis;

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
    return changes.stream().filter(change -> change.debtAfter() > change.debtBefore()).count();
  }

  /** Students who will owe fewer credits than now. */
  public long withDebtClosed() {
    return changes.stream().filter(change -> change.debtAfter() < change.debtBefore()).count();
  }

  /** Students whose GPA will no longer reach the threshold of promotion. */
  public long fallen() {
    return changes.stream().filter(change -> change.crossing() == Crossing.FALLS).count();
  }

  /** How a GPA passes the threshold of promotion from one course to the next. */
  public enum Crossing {
    REACHES,
    FALLS;

    /** Message key of the words. */
    public String key() {
      return "achievement.forecast." + name();
    }
  }

  /**
   * PRO-1, PRO-3. The threshold of a student's course and the GPA that is compared with it.
   *
   * @param basis GPA of the year or of the whole study
   * @param year the year of the sheet, for example 2025/2026
   * @param least null where the Academic council has set none, and in the last course
   */
  public record Threshold(GpaBasis basis, String year, BigDecimal least) implements Serializable {

    private Crossing crossed(StudyRecord before, StudyRecord after) {
      BigDecimal was = gpa(before);
      BigDecimal becomes = gpa(after);
      if (least == null || was == null || becomes == null) {
        return null;
      }
      boolean reached = was.compareTo(least) >= 0;
      boolean reaches = becomes.compareTo(least) >= 0;
      return reached == reaches ? null : reaches ? Crossing.REACHES : Crossing.FALLS;
    }

    private BigDecimal gpa(StudyRecord record) {
      return basis == GpaBasis.CUMULATIVE
          ? record.gpa()
          : record.years().stream()
              .filter(part -> part.year().equals(year))
              .findFirst()
              .map(StudyRecord.YearPart::gpa)
              .orElse(null);
    }
  }

  /**
   * One student.
   *
   * @param sign letter or mark that will be posted
   * @param gpaBefore overall GPA now; null where there is none
   * @param gpaAfter overall GPA afterwards; null where there is none
   * @param debtBefore credits of failed disciplines now
   * @param debtAfter credits of failed disciplines afterwards
   * @param crossing how the GPA passes the threshold of promotion; null where it does not
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
      Crossing crossing)
      implements Serializable {}

  /** How one student's record changes. */
  public static Change change(
      String studentNo,
      String student,
      String sign,
      StudyRecord before,
      StudyRecord after,
      Threshold threshold) {
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
        threshold.crossed(before, after));
  }

  private static int debt(StudyRecord record) {
    return record.failed().stream().mapToInt(StudyRecord.Line::credits).sum();
  }
}
