package kz.miras.registrar.achievement.integrity;

import kz.miras.registrar.shared.Keyed;

/** What somebody who has looked at a flag says of it. */
public enum IntegrityOutcome implements Keyed {
  /** Looked at, there is nothing in it. */
  NOTHING,
  /** Looked at, to be followed. */
  FOLLOW;

  @Override
  public String key() {
    return "achievement.integrity.outcome." + name();
  }
}
