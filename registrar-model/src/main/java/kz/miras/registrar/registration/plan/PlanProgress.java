package kz.miras.registrar.registration.plan;

import kz.miras.registrar.shared.Keyed;

/** How far a student is with the plan of one term, by its least settled line. */
public enum PlanProgress implements Keyed {
  /** Nothing is chosen yet. */
  NONE,
  /** Something is chosen and not submitted. */
  CHOSEN,
  /** The adviser gave something back. */
  RETURNED,
  /** Lies with the adviser. */
  SUBMITTED,
  /** Lies with the dean or the office. */
  APPROVED,
  /** All there is of it is confirmed, but the programme asks for more in the term. */
  PARTLY,
  /** Confirmed. */
  REGISTERED;

  @Override
  public String key() {
    return "registration.progress." + name();
  }
}
