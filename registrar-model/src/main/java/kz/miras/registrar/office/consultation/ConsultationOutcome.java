package kz.miras.registrar.office.consultation;

import kz.miras.registrar.shared.Keyed;

/** What an answer came to. */
public enum ConsultationOutcome implements Keyed {
  /** The question is settled by the explanation. */
  EXPLAINED,
  /** An application or a document has to be handed in. */
  TO_APPLY,
  /** Another unit or official decides. */
  REFERRED,
  /** The office has to find something out and comes back. */
  TO_FOLLOW_UP;

  @Override
  public String key() {
    return "office.consultation.outcome." + name();
  }
}
