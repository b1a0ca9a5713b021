package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** Data a partner may get or ask by beside its operations (PRT-3). */
public enum DataGroup implements Keyed {
  /** The document itself. */
  PDF,
  /** The results for programs, by ELMO. */
  ELMO,
  /** Students looked for by their national identification number. */
  IDENTIFIERS;

  @Override
  public String key() {
    return "access.partner.group." + name();
  }
}
