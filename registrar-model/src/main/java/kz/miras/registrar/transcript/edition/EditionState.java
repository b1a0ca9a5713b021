package kz.miras.registrar.transcript.edition;

import kz.miras.registrar.shared.Keyed;

/** How far an edition is. */
public enum EditionState implements Keyed {
  /** Written by its author, who may still change it. */
  DRAFT,
  /** Waits for another person. */
  PROPOSED,
  /** In force from its day on, until a later one is. */
  APPROVED,
  /** Given up. */
  WITHDRAWN;

  @Override
  public String key() {
    return "transcript.edition.state." + name();
  }
}
