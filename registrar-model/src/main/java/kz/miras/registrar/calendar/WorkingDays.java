package kz.miras.registrar.calendar;

import java.io.Serializable;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * The working-day calendar of Kazakhstan as the administrator has loaded it: Saturday and Sunday
 * are free, public holidays too, and some weekend days are worked in exchange.
 *
 * <p>Immutable.
 */
public final class WorkingDays implements Serializable {

  private final TreeSet<LocalDate> holidays;
  private final TreeSet<LocalDate> workedWeekends;

  /**
   * The calendar of a table.
   *
   * @param holidays free days besides weekends, transferred days off included
   * @param workedWeekends Saturdays and Sundays declared working days
   */
  public WorkingDays(Collection<LocalDate> holidays, Collection<LocalDate> workedWeekends) {
    this.holidays = new TreeSet<>(holidays);
    this.workedWeekends = new TreeSet<>(workedWeekends);
  }

  /** Weekends only: for tests and for years whose table has not been loaded. */
  public static WorkingDays weekendsOnly() {
    return new WorkingDays(Set.of(), Set.of());
  }

  public boolean isWorking(LocalDate day) {
    if (workedWeekends.contains(day)) {
      return true;
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return !weekend && !holidays.contains(day);
  }

  /** Whether it is free whatever day of the week it is: nobody works or teaches. */
  public boolean isHoliday(LocalDate day) {
    return holidays.contains(day) && !workedWeekends.contains(day);
  }

  /**
   * The day a number of working days later; the day itself is not counted.
   *
   * @param days not negative; 0 gives the day itself
   */
  public LocalDate plusWorkingDays(LocalDate from, int days) {
    return step(from, days, 1);
  }

  /** The day a number of working days earlier; the day itself is not counted. */
  public LocalDate minusWorkingDays(LocalDate from, int days) {
    return step(from, days, -1);
  }

  private LocalDate step(LocalDate from, int days, int direction) {
    if (days < 0) {
      throw new IllegalArgumentException(days + " working days");
    }
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(direction);
      if (isWorking(day)) {
        left--;
      }
    }
    return day;
  }

  /** Whether the table knows the year, so that deadlines in it can be trusted. */
  public boolean covers(int year) {
    LocalDate first = LocalDate.of(year, 1, 1);
    LocalDate known = holidays.ceiling(first);
    return known != null && known.getYear() == year;
  }
}
