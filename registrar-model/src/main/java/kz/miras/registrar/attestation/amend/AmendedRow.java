package kz.miras.registrar.attestation.amend;

import java.io.Serializable;

/**
 * A row of a posted sheet whose result is another from now on.
 *
 * @param student key of the student
 * @param before place in the student's history of the result that stood
 * @param after place of the result that stands instead
 */
public record AmendedRow(long student, long before, long after) implements Serializable {

  public AmendedRow {
    if (after <= before) {
      throw new IllegalArgumentException(after + " is not after " + before);
    }
  }
}
