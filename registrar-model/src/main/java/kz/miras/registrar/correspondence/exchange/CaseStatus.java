package kz.miras.registrar.correspondence.exchange;

import kz.miras.registrar.shared.Keyed;

/** Where a case of a partner is; which states follow which, {@link CaseSteps} says. */
public enum CaseStatus implements Keyed {
  RECEIVED,
  IN_PROCESS,
  APPROVED,
  PARTIALLY_APPROVED,
  REJECTED,
  ANSWERED,
  CANCELLED,
  NOMINATED,
  ACCEPTED,
  AGREED,
  ARRIVED,
  DEPARTED,
  COMPLETED;

  @Override
  public String key() {
    return "access.exchange.status." + name();
  }
}
