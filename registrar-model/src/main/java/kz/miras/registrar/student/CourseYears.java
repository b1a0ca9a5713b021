package kz.miras.registrar.student;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kz.miras.registrar.calendar.Term;

/**
 * On which course a student is in an academic year. The order that decided about the course tells
 * for which year it holds: who is promoted, admitted or left for a repeated year in summer is on
 * the course from autumn on. Where no order tells, the course is that of the year that runs, and
 * nobody is further than the years since admission allow. Of a year that no order has decided about
 * yet a promotion is expected.
 */
public final class CourseYears {

  private final List<Term> regular;
  private final Integer now;

  /**
   * The courses as they stand on a day.
   *
   * @param calendar terms of the university
   */
  public CourseYears(Collection<Term> calendar, LocalDate today) {
    this.regular =
        calendar.stream()
            .filter(term -> !term.getType().isSummer())
            .sorted(Comparator.comparing(Term::getEndsOn))
            .toList();
    this.now =
        calendar.stream()
            .filter(term -> !term.getStartsOn().isAfter(today))
            .max(Comparator.comparing(Term::getStartsOn))
            .map(term -> term.getAcademicYear().getStartYear())
            .orElse(null);
  }

  /**
   * The course in an academic year, from 1; beyond the last one of the programme for those who will
   * have left by then.
   *
   * @param year first calendar year of the academic year asked about
   * @param course now
   * @param decided when the order about this course took effect; null where none is known
   * @param admission year the curriculum followed is for
   */
  public int in(int year, int course, LocalDate decided, int admission) {
    Integer held = decided == null ? null : heldFrom(decided).orElse(null);
    int running = now == null ? year : now;
    // an order older than last year's says nothing of the year that runs
    if (held != null && held >= running - 1) {
      return Math.max(1, course + year - held);
    }
    int ahead = Math.min(year - running, Math.max(0, year - admission + 1 - course));
    return Math.max(1, course + ahead);
  }

  /**
   * Whether it is the last course of a programme.
   *
   * @param course in the academic year asked about
   * @param years of the programme
   * @param stays whether who would be beyond the last course is on it still; else they will have
   *     left by then
   */
  public static boolean isLast(int course, int years, boolean stays) {
    return course == years || course > years && stays;
  }

  /**
   * Whether a term falls into the last course of a programme. Who would be beyond it is on it still
   * once the year of the term has begun; and no summer follows for who is on the last course now
   * (SUM-1).
   *
   * @param course in the academic year of the term
   * @param now the course today
   * @param years of the programme
   * @param summer whether the term is a summer semester
   * @param begun whether the academic year of the term has begun
   */
  public static boolean isGraduating(
      int course, int now, int years, boolean summer, boolean begun) {
    return isLast(course, years, begun || summer && now >= years);
  }

  /** The year of the regular term a day lies in or comes before; none after the calendar's last. */
  private Optional<Integer> heldFrom(LocalDate day) {
    return regular.stream()
        .filter(term -> !term.getEndsOn().isBefore(day))
        .findFirst()
        .map(term -> term.getAcademicYear().getStartYear());
  }
}
