package kz.miras.registrar.correspondence;

import kz.miras.registrar.shared.Keyed;

/** How a letter comes or goes. */
public enum LetterChannel implements Keyed {
  PAPER,
  EMAIL,
  SOAP,
  REST,
  /** The document flow of state bodies. */
  ESEDO,
  /** The portal of electronic government. */
  PORTAL;

  /** Whether a program brings letters by it under a contract. */
  public boolean isProgram() {
    return this == SOAP || this == REST;
  }

  @Override
  public String key() {
    return "correspondence.channel." + name();
  }
}
