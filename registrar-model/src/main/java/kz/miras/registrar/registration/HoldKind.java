package kz.miras.registrar.registration;

import kz.miras.registrar.shared.Keyed;

/** Why a student is held back from registering until somebody is satisfied (REG-9). */
public enum HoldKind implements Keyed {
  /** The office or the school wants something settled first: an adviser's talk, a debt, a plan. */
  ACADEMIC,
  /** A document the file lacks or that has run out. */
  DOCUMENT,
  /** Money; binds only where the university has decided so. */
  FINANCIAL;

  /** Placed and removed by accounting alone; the office does neither (HLD-2). */
  public boolean isAccountings() {
    return this == FINANCIAL;
  }

  @Override
  public String key() {
    return "registration.hold.kind." + name();
  }
}
