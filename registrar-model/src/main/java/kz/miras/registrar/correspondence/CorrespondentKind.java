package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** Who letters are exchanged with. */
public enum CorrespondentKind implements Keyed {
  ORGANISATION,
  PERSON;

  @Override
  public String key() {
    return "correspondence.correspondent." + name();
  }
}
