package kz.miras.registrar.access;

import kz.miras.registrar.shared.Keyed;

/** When people wait before they sign in. */
public enum RoomMode implements Keyed {
  /** Only while more arrive than can be served well; on other days nobody notices it. */
  AUTO,
  /** Everybody passes through it, also while there is room. */
  ON,
  /** Nobody does, whatever happens. */
  OFF;

  @Override
  public String key() {
    return "access.waiting-room.mode." + name();
  }
}
