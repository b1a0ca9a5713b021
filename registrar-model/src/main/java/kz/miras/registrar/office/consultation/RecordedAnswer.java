package kz.miras.registrar.office.consultation;

import java.io.Serializable;

/**
 * An answer as it enters the journal; what was left out is null.
 *
 * @param topic what it turned out to be about
 * @param outcome what it came to
 * @param answer the words
 */
public record RecordedAnswer(ConsultationTopic topic, ConsultationOutcome outcome, String answer)
    implements Serializable {

  /** Whether both say the same. */
  public boolean says(RecordedAnswer other) {
    return topic == other.topic
        && outcome == other.outcome
        && answer.strip().equals(other.answer.strip());
  }
}
