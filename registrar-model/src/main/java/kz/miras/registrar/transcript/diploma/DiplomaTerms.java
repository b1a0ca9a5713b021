package kz.miras.registrar.transcript.diploma;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;

/**
 * DIP-1, DIP-4. Until when what has to be done.
 *
 * @param considerBy last day to consider an application for a duplicate; null for an original
 * @param issueBy last day to issue
 */
public record DiplomaTerms(LocalDate considerBy, LocalDate issueBy) implements Serializable {

  /** Working days within which an application for a duplicate is considered (O47 App. 16 п.26). */
  private static final int CONSIDERED_WITHIN = 5;

  /** Of an original: calendar days from the decision of the commission. */
  public static DiplomaTerms original(LocalDate decidedOn, RuleSet rules) {
    return new DiplomaTerms(
        null,
        Deadline.calendarDaysAfter(decidedOn, rules.integer(RuleParameter.DIPLOMA_ISSUE_DAYS))
            .lastDay());
  }

  /** Of a duplicate: working days from the registration of the application. */
  public static DiplomaTerms duplicate(LocalDate appliedOn, RuleSet rules, WorkingDays calendar) {
    return new DiplomaTerms(
        Deadline.workingDaysAfter(appliedOn, CONSIDERED_WITHIN, calendar).lastDay(),
        Deadline.workingDaysAfter(
                appliedOn, rules.integer(RuleParameter.DUPLICATE_WORKING_DAYS), calendar)
            .lastDay());
  }

  /** Whether the day of issue has passed. */
  public boolean isLate(LocalDate today) {
    return today.isAfter(issueBy);
  }
}
