package kz.miras.registrar.achievement;

import java.io.Serializable;
import java.math.BigDecimal;
import java.time.LocalDate;
import kz.miras.registrar.calendar.TermRef;
import kz.miras.registrar.shared.Keyed;

/**
 * One way to close a debt (DEB-4).
 *
 * @param term in which: of an FX retake the term of the attempt
 * @param until last day to ask for it; null while the calendar does not say
 * @param paid whether it costs something
 * @param price of all credits together; null where nothing is to be paid or no order sets a price
 */
public record DebtWay(Kind kind, TermRef term, LocalDate until, boolean paid, BigDecimal price)
    implements Serializable {

  /** Ways of O152 п.22 and 36. */
  public enum Kind implements Keyed {
    /** The exam alone, once more. */
    FX,
    /** The whole discipline once more, in a semester. */
    REPEAT,
    /** The discipline in a semester, for the first time. */
    TAKE,
    /** In the summer semester. */
    SUMMER;

    @Override
    public String key() {
      return "achievement.way." + name();
    }
  }
}
