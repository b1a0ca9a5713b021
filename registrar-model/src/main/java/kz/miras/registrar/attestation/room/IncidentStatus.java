package kz.miras.registrar.attestation.room;

import kz.miras.registrar.shared.Keyed;

/** What has become of an act. */
public enum IncidentStatus implements Keyed {
  /** Waits for its decision. */
  REGISTERED,
  /** The result of the exam is annulled (CTL-16). */
  ANNULLED,
  /** The result stands. */
  DISMISSED;

  @Override
  public String key() {
    return "attestation.incident.status." + name();
  }
}
