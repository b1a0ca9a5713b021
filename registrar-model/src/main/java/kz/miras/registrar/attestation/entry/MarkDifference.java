package kz.miras.registrar.attestation.entry;

import java.io.Serializable;
import kz.miras.registrar.attestation.TypedCell;
import kz.miras.registrar.shared.Refusal;

/**
 * SHT-19. A cell in which a file and the sheet differ.
 *
 * @param position of the student in the file
 * @param cell what would be stored
 * @param now what stands in the sheet; empty for nothing
 * @param refusal why it cannot be stored; null where it can
 */
public record MarkDifference(
    int position, String studentNo, String student, TypedCell cell, String now, Refusal refusal)
    implements Serializable {

  /** The same after it was tried. */
  public MarkDifference told(Refusal why) {
    return new MarkDifference(position, studentNo, student, cell, now, why);
  }

  public boolean isStorable() {
    return refusal == null;
  }
}
