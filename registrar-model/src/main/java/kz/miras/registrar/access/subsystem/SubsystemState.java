package kz.miras.registrar.access.subsystem;

import kz.miras.registrar.shared.Keyed;

/** Whether a subsystem may call at all. */
public enum SubsystemState implements Keyed {
  ACTIVE,
  /** Every call is refused from the next one on. */
  BLOCKED;

  @Override
  public String key() {
    return "access.subsystem.state." + name();
  }
}
