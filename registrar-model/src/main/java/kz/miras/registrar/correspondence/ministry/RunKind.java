package kz.miras.registrar.correspondence.ministry;

import kz.miras.registrar.shared.Keyed;

/** What a run over the records of the platform does. */
public enum RunKind implements Keyed {
  /** Looks what would be refused. */
  CHECK,
  /** Writes what would be sent into files. */
  DRY_RUN,
  /** Sends. */
  SEND,
  /** Reads what the platform has and compares it. */
  READ_BACK;

  /** Whether it needs the platform. */
  public boolean isOnline() {
    return this == SEND || this == READ_BACK;
  }

  @Override
  public String key() {
    return "ministry.run." + name();
  }
}
