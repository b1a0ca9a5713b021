package kz.miras.registrar.correspondence.exchange;

import kz.miras.registrar.shared.Keyed;

/** What a partner has submitted. */
public enum CaseKind implements Keyed {
  LETTER("LT", CaseStatus.RECEIVED),
  RECOGNITION("RC", CaseStatus.RECEIVED),
  MOBILITY("MB", CaseStatus.NOMINATED);

  private final String register;
  private final CaseStatus first;

  CaseKind(String register, CaseStatus first) {
    this.register = register;
    this.first = first;
  }

  /** What its receipts begin with. */
  public String register() {
    return register;
  }

  /** The state it begins in. */
  public CaseStatus first() {
    return first;
  }

  @Override
  public String key() {
    return "access.exchange.kind." + name();
  }
}
