package kz.miras.registrar.achievement;

import java.io.Serializable;
import kz.miras.registrar.curriculum.Credits;

/**
 * One entry of the ledger with the answer whether it counts, and why.
 *
 * @param result the entry
 * @param reason why it counts or not
 * @param instead position of the entry that counts in its place; null where none does
 * @param earned credits this line earns: only a counted one that passes does
 */
public record CountedLine(Result result, Reason reason, Long instead, Credits earned)
    implements Serializable {

  public boolean counts() {
    return reason.isCounted();
  }
}
