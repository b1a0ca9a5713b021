package kz.miras.registrar.registration.rule;

import java.io.Serializable;
import java.util.Objects;
import kz.miras.registrar.registration.HoldKind;

/**
 * A hold in force.
 *
 * @param reason what is to be settled, as it was written down
 * @param contact with whom to settle it
 */
public record HoldFact(HoldKind kind, String reason, String contact) implements Serializable {

  public HoldFact {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(reason, "reason");
    Objects.requireNonNull(contact, "contact");
  }
}
