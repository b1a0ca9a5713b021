package kz.miras.registrar.access.partner;

import kz.miras.registrar.shared.Keyed;

/** What a message for a partner tells; messages name it so. */
public enum OutgoingKind implements Keyed {
  LETTER,
  LETTER_IN_PROCESS,
  LETTER_ANSWERED,
  LETTER_REJECTED,
  RECOGNITION_IN_PROCESS,
  RECOGNITION_APPROVED,
  RECOGNITION_PARTIALLY_APPROVED,
  RECOGNITION_REJECTED,
  MOBILITY_ACCEPTED,
  MOBILITY_REJECTED,
  MOBILITY_ARRIVED,
  MOBILITY_DEPARTED,
  MOBILITY_COMPLETED,
  TRANSCRIPT_ISSUED,
  TRANSCRIPT_REJECTED;

  @Override
  public String key() {
    return "access.partner.about." + name();
  }
}
