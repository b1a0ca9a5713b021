package kz.miras.registrar.office.consultation;

import kz.miras.registrar.shared.Keyed;

/** How far a frequent question is on its way to its readers. */
public enum FrequentQuestionStatus implements Keyed {
  /** Being written. */
  DRAFT,
  /** Waits for approval. */
  PROPOSED,
  /** Sent back with a remark; may be written anew. */
  RETURNED,
  PUBLISHED,
  /** Not shown any more, or replaced by a newer one. */
  WITHDRAWN;

  /** Whether its words may still change. */
  public boolean isWritten() {
    return this == DRAFT || this == RETURNED;
  }

  @Override
  public String key() {
    return "office.consultation.faq." + name();
  }
}
