package kz.miras.registrar.shared;

/** A constant with a name for people: as an argument of a message it is shown by that name. */
public interface Keyed {

  /** Message key of the name. */
  String key();
}
