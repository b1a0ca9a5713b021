package kz.miras.registrar.transcript;

/** Life of a document of record. */
public enum DocumentStatus {
  /** Made ready by a specialist; has no number yet. */
  PREPARED,
  /** Signed and numbered; its file is being made. */
  RESERVED,
  ISSUED,
  /** A later document takes its place. */
  REPLACED,
  ANNULLED,
  /** The number was given, the document never came to be; says why. */
  SPOILED,
  /** Taken back before it had a number. */
  WITHDRAWN;

  /** Whether somebody who holds it may rely on it. */
  public boolean isValid() {
    return this == ISSUED;
  }

  /** Message key of the name. */
  public String key() {
    return "transcript.status." + name();
  }
}
