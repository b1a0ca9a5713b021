package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** LTR-10. What a letter may tell of a person; it tells those that were asked for and no other. */
public enum ConfirmedFact implements Keyed {
  /** Whether the person studies now. */
  STUDIES,
  /** From when until when the person studied. */
  PERIOD,
  PROGRAMME,
  /** Whether a diploma was issued, and which. */
  DIPLOMA;

  @Override
  public String key() {
    return "correspondence.fact." + name();
  }
}
