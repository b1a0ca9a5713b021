package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** Whether the body of a message has to be signed (PRT-6). */
public enum SignatureDemand implements Keyed {
  /** A signature is not looked at. */
  OFF,
  /** A signature that is there has to be right. */
  OPTIONAL,
  REQUIRED;

  @Override
  public String key() {
    return "access.partner.signature." + name();
  }
}
