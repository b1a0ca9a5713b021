package kz.miras.registrar.transcript;

/** DOC-72. A part somebody has in the subject of a document, and signs it by. */
public enum SubjectPart {
  /** Who is named examiner of this very sheet. */
  EXAMINER,
  /** Who is named teacher of this very journal or sheet. */
  TEACHER,
  /** Dean of the school the subject belongs to. */
  DEAN,
  /** Who presided at the hearing. */
  CHAIR,
  /** Secretary of the commission that heard it. */
  SECRETARY,
  /** Who decided it. */
  DECIDER;

  /** Message key of the name. */
  public String key() {
    return "transcript.part." + name();
  }
}
