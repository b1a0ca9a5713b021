package kz.miras.registrar.transcript;

/** By which way a document is asked for. */
public enum DocumentChannel {
  /** At the counter, entered by the office. */
  COUNTER,
  /** By the student. */
  SELF_SERVICE,
  /** By an organisation with the student's consent. */
  PARTNER;

  /** Message key of the name. */
  public String key() {
    return "transcript.channel." + name();
  }
}
