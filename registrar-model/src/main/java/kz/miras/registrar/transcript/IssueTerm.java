package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.util.Objects;

/**
 * How long the issue of a document may take. Working days are those of the table of public
 * holidays, never of the academic calendar.
 *
 * @param amount at least 1
 */
public record IssueTerm(Unit unit, int amount) implements Serializable {

  /** What is counted. */
  public enum Unit {
    HOURS,
    WORKING_DAYS
  }

  public IssueTerm {
    Objects.requireNonNull(unit, "unit");
    if (amount < 1) {
      throw new IllegalArgumentException("a term of " + amount);
    }
  }

  /** Message key of the term in words, with the amount as argument. */
  public String key() {
    return "transcript.term." + unit;
  }
}
