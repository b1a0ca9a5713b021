package kz.miras.registrar.transcript.diploma;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * DIP-1, DIP-4, DIP-12. Until when what has to be done.
 *
 * @param considerBy last day to consider an application for a duplicate; null for an original
 * @param issueBy last day to issue
 * @param ministryBy last day for the data to be with the ministry, which its number proves; null
 *     for a duplicate
 */
public record DiplomaTerms(LocalDate considerBy, LocalDate issueBy, LocalDate ministryBy)
    implements Serializable {

  /** Days before the last one from which a term is told to be near. */
  public static final int NEAR_DAYS = 7;

  /** Working days within which an application for a duplicate is considered (O47 App. 16 п.26). */
  private static final int CONSIDERED_WITHIN = 5;

  /** How near a term is. */
  public enum Nearness {
    FAR,
    /** Within {@link DiplomaTerms#NEAR_DAYS} days, the last one too. */
    NEAR,
    PAST
  }

  /** Of an original: calendar days, and a month, from the decision of the commission. */
  public static DiplomaTerms original(LocalDate decidedOn, RuleSet rules) {
    return new DiplomaTerms(
        null,
        Deadline.calendarDaysAfter(decidedOn, rules.integer(RuleParameter.DIPLOMA_ISSUE_DAYS))
            .lastDay(),
        decidedOn.plusMonths(rules.integer(RuleParameter.DIPLOMA_MINISTRY_MONTHS)));
  }

  /** Of a duplicate: working days from the registration of the application. */
  public static DiplomaTerms duplicate(LocalDate appliedOn, RuleSet rules, WorkingDays calendar) {
    return new DiplomaTerms(
        Deadline.workingDaysAfter(appliedOn, CONSIDERED_WITHIN, calendar).lastDay(),
        Deadline.workingDaysAfter(
                appliedOn, rules.integer(RuleParameter.DUPLICATE_WORKING_DAYS), calendar)
            .lastDay(),
        null);
  }

  /** How near the last day of issue is; far where the diploma is handed out or given up. */
  public Nearness issue(DiplomaStatus status, LocalDate today) {
    return status.isOpen() || status == DiplomaStatus.APPROVED
        ? nearness(issueBy, today)
        : Nearness.FAR;
  }

  /** How near the last day of the ministry is; far where it has given a number. */
  public Nearness ministry(DiplomaStatus status, LocalDate today) {
    return status == DiplomaStatus.DRAFT && ministryBy != null
        ? nearness(ministryBy, today)
        : Nearness.FAR;
  }

  private static Nearness nearness(LocalDate last, LocalDate today) {
    if (today.isAfter(last)) {
      return Nearness.PAST;
    }
    return today.isBefore(last.minusDays(NEAR_DAYS)) ? Nearness.FAR : Nearness.NEAR;
  }
}
