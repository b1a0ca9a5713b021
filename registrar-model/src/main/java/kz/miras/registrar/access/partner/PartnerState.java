package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** Whether a partner may call at all. */
public enum PartnerState implements Keyed {
  ACTIVE,
  /** The kill switch: every call is refused from the next one on. */
  SUSPENDED;

  @Override
  public String key() {
    return "access.partner.state." + name();
  }
}
