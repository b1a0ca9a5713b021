package kz.miras.registrar.registration;

import kz.miras.registrar.shared.Keyed;

/** Life of a request for a decision. */
public enum RequestStatus implements Keyed {
  REQUESTED,
  /** Approved, but not carried out yet: something else still speaks against it. */
  APPROVED,
  /** Approved and carried out. */
  DONE,
  REJECTED,
  /** Taken back by who asked. */
  CANCELLED;

  @Override
  public String key() {
    return "registration.request.status." + name();
  }
}
