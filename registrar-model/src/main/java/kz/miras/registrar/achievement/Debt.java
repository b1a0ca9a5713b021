package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.util.Optional;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.curriculum.Credits;

/**
 * An academic debt (DEB-1).
 *
 * @param discipline stable key
 * @param credits its credits
 * @param since the term it should have been passed in
 * @param cause why it is a debt
 * @param result the entry that counts, null where there is none
 */
public record Debt(String discipline, Credits credits, TermRef since, Cause cause, Result result)
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
