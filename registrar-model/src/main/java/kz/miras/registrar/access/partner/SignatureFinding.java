package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** What was found of the signature of a message. */
public enum SignatureFinding implements Keyed {
  /** There is none. */
  NONE,
  /** There is one, and nobody has looked at it. */
  UNCHECKED,
  VALID,
  INVALID;

  @Override
  public String key() {
    return "access.partner.finding." + name();
  }
}
