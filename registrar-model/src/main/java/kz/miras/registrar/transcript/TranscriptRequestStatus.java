package kz.miras.registrar.transcript;

/** How far a transcript asked for from outside has come. */
public enum TranscriptRequestStatus {
  /** Waits for the office. */
  RECEIVED,
  /** The office has prepared the document; it is not signed yet. */
  IN_PROCESS,
  /** The document is issued and may be fetched. */
  ISSUED,
  /** The document was issued and taken back, or came to nothing. */
  REVOKED,
  /** The office does not give it; says why. */
  REJECTED,
  /** Taken back by whoever asked. */
  CANCELLED;

  /** Message key of the name. */
  public String key() {
    return "transcript.request.status." + name();
  }
}
