package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** What a file is to its letter. */
public enum LetterFileRole implements Keyed {
  /** As it came. */
  RECEIVED,
  ENCLOSURE,
  /** The letter itself as it went out, signed. */
  PAPER;

  @Override
  public String key() {
    return "correspondence.file." + name();
  }
}
