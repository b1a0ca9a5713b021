package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** What a letter may be about. */
public enum LetterLinkKind implements Keyed {
  STUDENT,
  /** A document of the register of issued ones. */
  DOCUMENT,
  /** A case it is kept in beside that of its number. */
  FILE_CASE;

  @Override
  public String key() {
    return "correspondence.link." + name();
  }
}
