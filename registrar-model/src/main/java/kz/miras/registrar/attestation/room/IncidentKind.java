package kz.miras.registrar.attestation.room;

import kz.miras.registrar.shared.Keyed;

/** What an act is about. */
public enum IncidentKind implements Keyed {
  /** Notes or books that were not allowed. */
  CRIB,
  /** A telephone or another device. */
  DEVICE,
  /** Copied from somebody else's work. */
  COPYING,
  /** Asked for help, or gave it. */
  HELP,
  /** Somebody else sat in the student's place. */
  IMPERSONATION,
  /** Disturbed the exam. */
  DISORDER,
  OTHER;

  @Override
  public String key() {
    return "attestation.incident.kind." + name();
  }
}
