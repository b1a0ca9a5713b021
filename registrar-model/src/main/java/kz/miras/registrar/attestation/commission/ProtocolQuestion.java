package kz.miras.registrar.attestation.commission;

import java.io.Serializable;

/**
 * AK-8. A question put to a student.
 *
 * @param asker who asked
 */
public record ProtocolQuestion(String asker, String text) implements Serializable {

  public ProtocolQuestion {
    asker = asker == null ? "" : asker.strip();
    text = text == null ? "" : text.strip();
  }

  /** Whether nothing was typed. */
  public boolean isEmpty() {
    return asker.isEmpty() && text.isEmpty();
  }

  /** Whether it says both. */
  public boolean isWhole() {
    return !asker.isEmpty() && !text.isEmpty();
  }
}
