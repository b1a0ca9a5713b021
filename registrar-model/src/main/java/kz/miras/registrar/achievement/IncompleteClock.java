package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.Deadline;
import kz.miras.registrar.calendar.Term;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;
import kz.miras.registrar.student.LeavePeriod;

/**
 * INC-1, INC-2. How long an I may stay open. It is derived from the calendar and the orders of
 * leave each time, so that an order entered late, or taken back, moves it too.
 *
 * @param planned last day without any leave; null while the next term is not in the calendar
 * @param lastDay last day with the days of leave added; null where it cannot be told yet
 * @param stoppedDays days of leave that were added
 * @param stoppedSince first day of the leave that has stopped the clock; null while it runs
 * @param daysLeft days that are left from then on; 0 while the clock runs
 */
public record IncompleteClock(
    LocalDate planned, LocalDate lastDay, long stoppedDays, LocalDate stoppedSince, long daysLeft)
    implements Serializable {

  /**
   * INC-1. The last day of an I: so many days after the next semester has begun, or the next
   * trimester after a trimester. The summer, which nobody has to study in, is passed over.
   *
   * @param term the term of the I
   * @param days of the rules of its date
   * @return empty while the calendar has no such term
   */
  public static Optional<LocalDate> planned(TermRef term, int days, Collection<Term> calendar) {
    return calendar.stream()
        .filter(own -> own.ref().equals(term))
        .map(Term::getStartsOn)
        .max(Comparator.naturalOrder())
        .flatMap(
            began ->
                calendar.stream()
                    .filter(next -> next.getStartsOn().isAfter(began) && follows(term, next))
                    .map(Term::getStartsOn)
                    .min(Comparator.naturalOrder()))
        .map(next -> Deadline.calendarDaysAfter(next, days).lastDay());
  }

  private static boolean follows(TermRef term, Term next) {
    boolean sameKind = term.type().isTrimester() == next.getType().isTrimester();
    return !next.getType().isSummer() && (term.type().isSummer() || sameKind);
  }

  /**
   * INC-2. The clock stops during leave: each day of leave between the day the I was given and its
   * last day, both included, puts the last day off by one; leave that begins later moves nothing.
   *
   * @param given day of the I
   * @param planned last day without leave; null while it is not known
   * @param leaves in order of time
   */
  public static IncompleteClock of(LocalDate given, LocalDate planned, List<LeavePeriod> leaves) {
    LocalDate last = planned;
    long stopped = 0;
    for (LeavePeriod leave : leaves) {
      LocalDate from = leave.from().isBefore(given) ? given : leave.from();
      boolean over = leave.back() != null && !leave.back().isAfter(from);
      if (over || (last != null && from.isAfter(last))) {
        continue;
      }
      if (leave.lasts()) {
        long left = last == null ? 0 : ChronoUnit.DAYS.between(from, last) + 1;
        return new IncompleteClock(planned, null, stopped, from, left);
      }
      long days = ChronoUnit.DAYS.between(from, leave.back());
      stopped += days;
      last = last == null ? null : last.plusDays(days);
    }
    return new IncompleteClock(planned, last, stopped, null, 0);
  }

  /** Whether the I has to be closed as a failure, as seen on a day. */
  public boolean isExpired(LocalDate day) {
    return lastDay != null && day.isAfter(lastDay);
  }

  /**
   * INC-3. Whether the student is to be told that the last day is near, as seen on a day.
   *
   * @param days how many days before the last one
   */
  public boolean isNear(LocalDate day, int days) {
    return lastDay != null && !isExpired(day) && !day.isBefore(lastDay.minusDays(days));
  }

  /** Whether the I may be turned into a failure today. */
  public Verdict expired(LocalDate today) {
    if (stoppedSince != null) {
      return refused("achievement.incomplete.stopped", "INC-2", stoppedSince, daysLeft);
    }
    if (lastDay == null) {
      return refused("achievement.incomplete.no-term", "INC-1");
    }
    return isExpired(today)
        ? Verdict.allowed()
        : refused("achievement.incomplete.early", "INC-1", lastDay, stoppedDays);
  }

  /**
   * INC-4. Whether an individual sitting may be on a day; while the clock stands still, and before
   * its last day is known, any day will do.
   */
  public Verdict sits(LocalDate day) {
    return isExpired(day)
        ? Verdict.refused(
            Refusal.of("achievement.incomplete.late", "INC-4", day, lastDay).at("exam_date"))
        : Verdict.allowed();
  }

  /**
   * INC-4. Whether the I may fail although a sitting is open: one that was held in time is awaited.
   *
   * @param sitting day of the open individual sitting; null where there is none, or none is named
   */
  public Verdict awaits(LocalDate sitting) {
    return sitting == null || isExpired(sitting)
        ? Verdict.allowed()
        : refused("achievement.incomplete.sitting", "INC-4", sitting);
  }

  private static Verdict refused(String code, String rule, Serializable... args) {
    return Verdict.refused(Refusal.of(code, rule, args).at("kind"));
  }
}
