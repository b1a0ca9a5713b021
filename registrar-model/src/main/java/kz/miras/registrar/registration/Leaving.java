package kz.miras.registrar.registration;

import java.io.Serializable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.EnumSet;
import java.util.Set;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.WorkingDays;
import kz.miras.registrar.curriculum.RuleParameter;
import kz.miras.registrar.curriculum.RuleSet;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * REG-5. How a student leaves a discipline: dropped without a trace inside the change window,
 * withdrawn with W and a reason after it, cancelled by the office, after the window by who decides
 * about late changes. What holds no seat yet is taken out of the plan while a window is open.
 */
public final class Leaving {

  /** Ends of an enrolment that somebody may ask for. */
  private static final Set<EnrolmentStatus> ENDS =
      EnumSet.of(
          EnrolmentStatus.DROPPED, EnrolmentStatus.WITHDRAWN, EnrolmentStatus.CANCELLED_BY_OR);

  private Leaving() {}

  /**
   * The change window where neither windows nor the calendar name one: so many working days, the
   * first day of the term included.
   */
  public static Deadline window(LocalDate termStart, WorkingDays calendar, RuleSet rules) {
    return Deadline.workingDaysAfter(
        termStart.minusDays(1),
        rules.integer(RuleParameter.REG_CHANGE_WINDOW_WORKING_DAYS),
        calendar);
  }

  /**
   * Judges one wish to leave.
   *
   * @param as the end asked for
   * @param office whether the office acts, not the student
   * @param until first moment after the student's changes
   * @param reason what was written down; null or blank for nothing
   */
  public static Verdict judge(
      EnrolmentStatus as, boolean office, ZonedDateTime now, Instant until, String reason) {
    if (!ENDS.contains(as) || (as == EnrolmentStatus.CANCELLED_BY_OR && !office)) {
      return Verdict.refused(Refusal.of("registration.leave.not-so", "REG-5", as));
    }
    if (as == EnrolmentStatus.DROPPED) {
      return dropped(now, until);
    }
    return reason == null || reason.isBlank()
        ? Verdict.refused(Refusal.of("registration.reason-needed", "REG-5").at("reason"))
        : Verdict.allowed();
  }

  /**
   * What is dropped leaves no trace, so it is dropped before the student's changes end; a swap for
   * another discipline drops the old one too.
   *
   * @param until first moment after them
   */
  public static Verdict dropped(ZonedDateTime now, Instant until) {
    return now.toInstant().isBefore(until)
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("registration.leave.window", "REG-5", end(until, now.getZone())));
  }

  /** The last day, or the moment where it is within a day. */
  private static Serializable end(Instant until, ZoneId zone) {
    LocalDateTime moment = LocalDateTime.ofInstant(until, zone);
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().minusDays(1)
        : moment;
  }

  /**
   * A line of the plan that holds no seat leaves it by the same rule, and while something is open.
   *
   * @param draft it lies with its student alone, chosen or given back: it goes at any time
   * @param open whether a window lets the student choose or change now; true for the office
   * @param until first moment after the student's changes
   */
  public static Verdict unseated(boolean draft, boolean open, ZonedDateTime now, Instant until) {
    if (draft) {
      return Verdict.allowed();
    }
    if (!now.toInstant().isBefore(until)) {
      return Verdict.refused(
          Refusal.of("registration.leave.line-window", "REG-5", end(until, now.getZone())));
    }
    return open
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.leave.no-window", "REG-5"));
  }

  /** An enrolment ends once, and only from a state that end may follow. */
  public static Verdict ends(EnrolmentStatus now, EnrolmentStatus as) {
    return now.next().contains(as)
        ? Verdict.allowed()
        : Verdict.refused(Refusal.of("registration.enrolment.ended", "REG-5", now));
  }

  /**
   * How an enrolment ends whose student leaves the university, for a while or for good: W where the
   * term has begun, without a trace where nothing of it was ever studied.
   *
   * @param termStart first day of the term
   * @param since day the student left
   */
  public static EnrolmentStatus departed(
      EnrolmentStatus now, LocalDate termStart, LocalDate since) {
    return now == EnrolmentStatus.ENROLLED && !since.isBefore(termStart)
        ? EnrolmentStatus.WITHDRAWN
        : EnrolmentStatus.DROPPED;
  }

  /**
   * How the old enrolment of a swap ends in the moment the new one has its seats. What was asked
   * for in time and had to be paid or waited for keeps its own deadline, for the payment was asked
   * for with that day; but the old discipline is studied until then, and what is left after the
   * changes leaves a trace (domain 2.2, states of enrolment: dropped inside the window, W after
   * it). Another group of the same discipline leaves none, and what has no seat was never studied.
   *
   * @param same whether the new one is of the same discipline
   * @param until first moment after the student's changes
   */
  public static EnrolmentStatus swapped(
      EnrolmentStatus old, boolean same, ZonedDateTime now, Instant until) {
    return old == EnrolmentStatus.ENROLLED && !same && !dropped(now, until).isAllowed()
        ? EnrolmentStatus.WITHDRAWN
        : EnrolmentStatus.DROPPED;
  }

  /**
   * A W is decided by who may decide about late changes; others ask for it. So is an end by the
   * office once the student's changes are over: it would be a W without its trace.
   *
   * @param decides whether the caller may
   * @param until first moment after the student's changes
   */
  public static Verdict decided(
      EnrolmentStatus as, boolean decides, ZonedDateTime now, Instant until) {
    boolean late =
        as == EnrolmentStatus.WITHDRAWN
            || (as == EnrolmentStatus.CANCELLED_BY_OR && !dropped(now, until).isAllowed());
    return late && !decides
        ? Verdict.refused(Refusal.of("registration.leave.decision", "REG-5"))
        : Verdict.allowed();
  }
}
