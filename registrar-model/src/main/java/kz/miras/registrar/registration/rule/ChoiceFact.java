package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.Objects;

/**
 * A choice block of the curriculum that is due in the term.
 *
 * @param block its name
 * @param required credits to be chosen from it
 * @param done credits chosen from it in other terms or passed already
 */
public record ChoiceFact(String block, int required, int done) implements Serializable {

  public ChoiceFact {
    Objects.requireNonNull(block, "block");
  }
}
