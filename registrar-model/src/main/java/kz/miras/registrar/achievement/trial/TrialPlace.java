package kz.miras.registrar.achievement.trial;

/**
 * Where a student is on the day that is judged, and what is owed then.
 *
 * @param course the course year; null of who is not in the contingent
 * @param courseYear start of the academic year of that course
 * @param years the programme lasts
 * @param needed credits of the programme
 * @param debts how many there are
 * @param debtCredits their credits
 * @param pending results I within their term
 * @param over whether the year is over, its summer included
 */
public record TrialPlace(
    Integer course,
    int courseYear,
    int years,
    int needed,
    int debts,
    int debtCredits,
    int pending,
    boolean over) {}
