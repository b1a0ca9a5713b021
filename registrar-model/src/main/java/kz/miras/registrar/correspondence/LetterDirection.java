package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** Which way a letter goes. */
public enum LetterDirection implements Keyed {
  /** From outside to the office. */
  INCOMING,
  /** From the office to outside. */
  OUTGOING,
  /** Between the office and a department. */
  INTERNAL;

  @Override
  public String key() {
    return "correspondence.direction." + name();
  }
}
