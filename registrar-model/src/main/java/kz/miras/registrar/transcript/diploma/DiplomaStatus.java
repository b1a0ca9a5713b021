package kz.miras.registrar.transcript.diploma;

import kz.miras.registrar.shared.Keyed;

/** Life of a diploma. */
public enum DiplomaStatus implements Keyed {
  /** Its data are entered and may be changed. */
  DRAFT,
  /** Has its number and QR code from the ministry. */
  NUMBERED,
  /** Approved by another person; nothing changes any more. */
  APPROVED,
  /** Stands in the book of issue. */
  HANDED_OUT,
  /** A duplicate takes its place. */
  REPLACED,
  /** Given up by an act. */
  ANNULLED;

  /** Whether its data may still change. */
  public boolean isOpen() {
    return this == DRAFT || this == NUMBERED;
  }

  /** Whether its supplement may be issued. */
  public boolean isApproved() {
    return this == APPROVED || this == HANDED_OUT;
  }

  @Override
  public String key() {
    return "diploma.status." + name();
  }
}
