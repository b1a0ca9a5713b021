package kz.miras.registrar.attestation.commission;

import kz.miras.registrar.shared.Keyed;

/** Whether a student came before the commission. */
public enum Appearance implements Keyed {
  PRESENT,
  /** AK-10. Absent without a valid reason. */
  ABSENT,
  /** AK-11. Absent for a valid reason. */
  EXCUSED;

  @Override
  public String key() {
    return "attestation.ak.appearance." + name();
  }
}
