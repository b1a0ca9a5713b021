package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** By what a partner proves who it is (PRT-5). */
public enum PartnerProof implements Keyed {
  /** A UsernameToken with every message. */
  PASSWORD,
  /** The certificate of its TLS connection. */
  CERTIFICATE,
  /** One of the two. */
  EITHER,
  /** Both, and of the same partner. */
  BOTH;

  @Override
  public String key() {
    return "access.partner.proof." + name();
  }
}
