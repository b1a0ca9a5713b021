package kz.miras.registrar.correspondence.service;

import kz.miras.registrar.shared.Keyed;

/** Wordings a reply begins with; whoever writes it goes on from there. */
public enum LetterWording implements Keyed {
  /** What was asked is done and enclosed. */
  ENCLOSED,
  /** Whom the question is about, the record does not know. */
  NOT_FOUND,
  /** Nothing is told without the consent of the person. */
  NO_CONSENT,
  /** The matter is not the office's and goes to whose it is. */
  FORWARDED;

  @Override
  public String key() {
    return "correspondence.wording." + name();
  }
}
