package kz.miras.registrar.attestation.appeal;

import kz.miras.registrar.shared.Keyed;

/** What a member is in a commission. */
public enum CommissionOffice implements Keyed {
  CHAIR,
  MEMBER,
  /** Keeps the protocol. */
  SECRETARY;

  /** APL-2. Whether its holder votes. */
  public boolean votes() {
    return this != SECRETARY;
  }

  /** APL-2. Whether its holder writes what was decided. */
  public boolean keepsProtocol() {
    return this != MEMBER;
  }

  @Override
  public String key() {
    return "attestation.commission.office." + name();
  }
}
