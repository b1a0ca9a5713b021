package kz.miras.registrar.achievement.stipend;

import java.io.Serializable;
import kz.miras.registrar.shared.Keyed;
import kz.miras.registrar.shared.Verdict;

/**
 * Whether a stipend may be paid after a session.
 *
 * @param state the answer
 * @param verdict refused with every reason against; provisional with what is still open
 * @param presidential whether the presidential stipend may be proposed (PRO-5)
 */
public record StipendDecision(State state, Verdict verdict, boolean presidential)
    implements Serializable {

  /** The answer. */
  public enum State implements Keyed {
    ELIGIBLE,
    /** Open until a result is known. */
    OPEN,
    NOT_ELIGIBLE;

    @Override
    public String key() {
      return "achievement.stipend.state." + name();
    }
  }
}
