package kz.miras.registrar.correspondence.ministry;

import kz.miras.registrar.shared.Keyed;

/** How a run stands. */
public enum RunState implements Keyed {
  RUNNING,
  /** By somebody, or because the platform does not answer: it goes on where it was. */
  STOPPED,
  ENDED;

  @Override
  public String key() {
    return "ministry.state." + name();
  }
}
