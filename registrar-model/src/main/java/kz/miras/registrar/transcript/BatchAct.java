package kz.miras.registrar.transcript;

/** What is done with all documents of a batch. */
public enum BatchAct {
  /** They are made ready for signature. */
  PREPARE,
  /** A signatory signs all of them; with the last signature each is issued. */
  SIGN;

  /** Message key of the name. */
  public String key() {
    return "transcript.batch.act." + name();
  }
}
