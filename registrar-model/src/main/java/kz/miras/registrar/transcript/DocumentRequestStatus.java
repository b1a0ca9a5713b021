package kz.miras.registrar.transcript;

import java.math.BigDecimal;
import kz.miras.registrar.shared.Keyed;

/** How far a document that is asked for has come. */
public enum DocumentRequestStatus implements Keyed {
  /** Waits for the office. */
  RECEIVED,
  /** Somebody of the office has taken it up. */
  IN_PROCESS,
  /** The document is prepared; it is not signed by all yet. */
  PREPARED,
  /** The document is signed and issued. */
  ISSUED,
  /** Received at the counter, or downloaded where it was asked for electronically. */
  HANDED_OUT,
  /** Given to the post. */
  SENT,
  /** The document was issued and taken back, or came to nothing. */
  REVOKED,
  /** The office does not give it; says why. */
  REJECTED,
  /** Taken back by whoever asked. */
  CANCELLED;

  /** Whether whoever asked may still take it back, and the office reject it. */
  public boolean isOpen() {
    return this == RECEIVED || this == IN_PROCESS;
  }

  /** What organisations are told of it; their contract knows fewer states. */
  public TranscriptRequestStatus told() {
    return switch (this) {
      case RECEIVED -> TranscriptRequestStatus.RECEIVED;
      case IN_PROCESS, PREPARED -> TranscriptRequestStatus.IN_PROCESS;
      case ISSUED, HANDED_OUT, SENT -> TranscriptRequestStatus.ISSUED;
      case REVOKED -> TranscriptRequestStatus.REVOKED;
      case REJECTED -> TranscriptRequestStatus.REJECTED;
      case CANCELLED -> TranscriptRequestStatus.CANCELLED;
    };
  }

  /**
   * What it waits for.
   *
   * @param owed what is still to be paid; null for nothing
   * @param unseen asked for at the counter by somebody whose identity document was not looked at
   */
  public DocumentRequestWait waitsFor(BigDecimal owed, boolean unseen, DocumentDelivery delivery) {
    return switch (this) {
      case RECEIVED, IN_PROCESS ->
          owed != null
              ? DocumentRequestWait.PAYMENT
              : unseen ? DocumentRequestWait.IDENTITY : DocumentRequestWait.CHECK;
      case PREPARED -> DocumentRequestWait.SIGNATURE;
      case ISSUED ->
          delivery == DocumentDelivery.ELECTRONIC
              ? DocumentRequestWait.DOWNLOAD
              : DocumentRequestWait.HAND_OUT;
      default -> DocumentRequestWait.NOTHING;
    };
  }

  @Override
  public String key() {
    return "transcript.request.status." + name();
  }
}
