package kz.miras.registrar.achievement.risk;

import java.math.BigDecimal;
import java.util.List;
import kz.miras.registrar.achievement.Gpa;
import kz.miras.registrar.student.StudentStatus;

/**
 * What is known of a student on a day.
 *
 * @param course year of study, from 1
 * @param years the programme lasts
 * @param ratings of the term whose exam is still to come
 * @param absences in the term without a valid reason
 * @param debtCredits credits owed
 * @param gpa the average that decides on promotion; null where there is none
 * @param failures disciplines that are failed so far
 * @param enrolled whether enrolled in anything in the term; null where no term is on, or nobody of
 *     the level has been enrolled in it
 */
public record RiskFacts(
    StudentStatus status,
    int course,
    int years,
    List<Rating> ratings,
    int absences,
    int debtCredits,
    Gpa gpa,
    List<Failure> failures,
    Boolean enrolled) {

  public RiskFacts {
    ratings = List.copyOf(ratings);
    failures = List.copyOf(failures);
  }

  /**
   * The lowest rating in a discipline so far.
   *
   * @param discipline code
   * @param points 0 to 100, not rounded
   */
  public record Rating(String discipline, BigDecimal points) {}

  /**
   * A discipline that is not passed.
   *
   * @param discipline code
   * @param times how many results of it failed
   */
  public record Failure(String discipline, int times) {}
}
