package kz.miras.registrar.transcript;

import kz.miras.registrar.shared.Keyed;

/** What a document that is asked for waits for. */
public enum DocumentRequestWait implements Keyed {
  /** Accounting or the office to mark what was paid. */
  PAYMENT,
  /** Whoever asked to come to the counter with an identity document. */
  IDENTITY,
  /** The office to check it and to prepare the document. */
  CHECK,
  /** The signatories. */
  SIGNATURE,
  /** Whoever asked to fetch it, or the office to send it. */
  HAND_OUT,
  /** Whoever asked to download it. */
  DOWNLOAD,
  /** It has ended. */
  NOTHING;

  @Override
  public String key() {
    return "transcript.wait." + name();
  }
}
