package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.time.LocalDate;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;

/**
 * A discipline the student's individual plan, or a curriculum difference, asks for.
 *
 * @param discipline stable key, as in {@link Result#discipline()}
 * @param credits its credits
 * @param due the term by whose end the plan asks for it, or in which the difference was listed
 * @param until last day to close a difference; null for what the plan asks for
 */
public record Obligation(String discipline, Credits credits, TermRef due, LocalDate until)
    implements Serializable {

  /** What the plan asks for by the end of a term. */
  public static Obligation planned(String discipline, Credits credits, TermRef due) {
    return new Obligation(discipline, credits, due, null);
  }

  /** Whether it comes from a curriculum difference. */
  public boolean difference() {
    return until != null;
  }
}
