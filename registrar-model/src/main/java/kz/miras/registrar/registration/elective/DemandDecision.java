package kz.miras.registrar.registration.elective;

import kz.miras.registrar.shared.Keyed;

/** What the office decides about a discipline students have chosen before it has groups. */
public enum DemandDecision implements Keyed {
  /** It is offered, with groups. */
  OPENED,
  /** Those of one language join those of another. */
  MERGED,
  /** It is not offered; its students choose again. */
  REFUSED;

  @Override
  public String key() {
    return "registration.demand-decision." + name();
  }
}
