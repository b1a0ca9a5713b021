package kz.miras.registrar.calendar;

import java.io.Serializable;

/**
 * What the law asks of an academic calendar; the figures come from the dated parameters.
 *
 * @param semesterWeeks least weeks of a semester (CAL-2)
 * @param trimesterWeeks least weeks of a trimester (CAL-2)
 * @param summerWeeks least weeks of the summer semester (SUM-1)
 * @param vacations least number of vacations a year (CAL-5)
 * @param vacationWeeks least weeks of vacations a year in total (CAL-5)
 */
public record CalendarLimits(
    int semesterWeeks, int trimesterWeeks, int summerWeeks, int vacations, int vacationWeeks)
    implements Serializable {}
