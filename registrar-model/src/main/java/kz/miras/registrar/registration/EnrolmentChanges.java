package kz.miras.registrar.registration;

import java.io.Serializable;
import java.util.List;

/**
 * All that one act changed, told once after each {@link EnrolmentChange} of it and within the same
 * transaction: whoever must look something up for it asks once and not for every line of a plan.
 *
 * @param all in the order they happened
 */
public record EnrolmentChanges(List<EnrolmentChange> all) implements Serializable {

  public EnrolmentChanges {
    all = List.copyOf(all);
  }
}
