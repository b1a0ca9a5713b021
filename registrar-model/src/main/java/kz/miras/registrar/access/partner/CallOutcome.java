package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** What became of a call. */
public enum CallOutcome implements Keyed {
  ANSWER,
  FAULT;

  @Override
  public String key() {
    return "access.partner.outcome." + name();
  }
}
