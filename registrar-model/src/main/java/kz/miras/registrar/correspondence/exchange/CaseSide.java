package kz.miras.registrar.correspondence.exchange;

/** Whose step it is. */
public enum CaseSide {
  PARTNER,
  OFFICE
}
