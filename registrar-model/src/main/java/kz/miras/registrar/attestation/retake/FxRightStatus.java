package kz.miras.registrar.attestation.retake;

import kz.miras.registrar.shared.Keyed;

/** Where the right of an FX retake stands. */
public enum FxRightStatus implements Keyed {
  /** Given by publication; nobody has asked. */
  OPEN,
  /** The student, or the office by its list, has asked for the retake. */
  ASKED,
  /** The slip is issued. */
  SLIP,
  /** The retake was sat. */
  USED,
  /** The window is over and nobody sat. */
  EXPIRED,
  /** There is nothing to retake any more: an appeal or a correction has changed the result. */
  ENDED;

  /** Whether it can still lead to a retake. */
  public boolean isLive() {
    return this == OPEN || this == ASKED || this == SLIP;
  }

  @Override
  public String key() {
    return "attestation.fx-status." + name();
  }
}
