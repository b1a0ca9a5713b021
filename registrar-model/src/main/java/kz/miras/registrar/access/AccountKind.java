package kz.miras.registrar.access;

/** Whose account it is. */
public enum AccountKind {
  PERSON,
  SUBSYSTEM,
  PARTNER,
  SYSTEM;

  /** Message key of the name. */
  public String key() {
    return "access.account-kind." + name();
  }
}
