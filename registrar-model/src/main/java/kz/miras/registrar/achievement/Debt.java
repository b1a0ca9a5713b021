package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Optional;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;

/**
 * An academic debt (DEB-1).
 *
 * @param discipline stable key
 * @param credits its credits
 * @param since the term it should have been passed in, or in which the difference was listed
 * @param cause why it is a debt
 * @param until last day to close a difference; null for other debts
 * @param result the entry that counts, null where there is none
 */
public record Debt(
    String discipline, Credits credits, TermRef since, Cause cause, LocalDate until, Result result)
    implements Serializable {

  /** Why a discipline is a debt. */
  public enum Cause {
    /** FX, F or NP, by whatever way: score, no-show, not admitted, expired I. */
    FAILED,
    /** A discipline of the plan whose term is over without a result. */
    NOT_TAKEN,
    /** A curriculum difference that is not closed. */
    DIFFERENCE;

    /** Message key of the name. */
    public String key() {
      return "achievement.debt." + name();
    }
  }

  public Optional<Result> counted() {
    return Optional.ofNullable(result);
  }
}
