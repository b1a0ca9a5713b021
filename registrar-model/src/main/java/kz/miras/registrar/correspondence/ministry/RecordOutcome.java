package kz.miras.registrar.correspondence.ministry;

import kz.miras.registrar.shared.Keyed;

/** What became of a record in a run. */
public enum RecordOutcome implements Keyed {
  /** The platform has taken it. */
  ACCEPTED,
  /** The platform has refused it. */
  REFUSED,
  /** It was not sent: the platform would refuse it. */
  BLOCKED;

  @Override
  public String key() {
    return "ministry.outcome." + name();
  }
}
