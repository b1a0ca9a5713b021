package kz.miras.registrar.attestation.appeal;

import kz.miras.registrar.shared.Keyed;

/** What a commission has decided. */
public enum AppealOutcome implements Keyed {
  RAISED,
  KEPT,
  /** Only where the rules of the university let an appeal lower a result. */
  LOWERED,
  /** The work has no answer, or is not the student's. */
  ANNULLED;

  /** Whether a new entry of the history follows. */
  public boolean changesResult() {
    return this != KEPT;
  }

  @Override
  public String key() {
    return "attestation.appeal.outcome." + name();
  }
}
