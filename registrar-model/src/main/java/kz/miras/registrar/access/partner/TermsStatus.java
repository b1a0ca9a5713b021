package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** Where an edition of terms is. */
public enum TermsStatus implements Keyed {
  PROPOSED,
  IN_FORCE,
  REJECTED,
  /** A later edition has come into force. */
  REPLACED;

  @Override
  public String key() {
    return "access.partner.terms-status." + name();
  }
}
