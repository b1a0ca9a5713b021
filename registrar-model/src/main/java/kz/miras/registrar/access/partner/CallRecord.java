package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.time.Instant;

/**
 * A call as the journal keeps it; its checksums and those of the audit trail have to be the same.
 *
 * @param service the part of the address
 * @param operation null where none could be read
 * @param messageId null where none could be read
 * @param correlationId null where none was sent
 * @param purpose null where none was sent
 * @param version of SOAP
 * @param address it came from
 * @param proof null where nobody has signed in
 * @param millis how long it took
 * @param fault code; null where it was answered
 * @param requestBytes size as it came
 * @param requestSha256 of what is kept, in hexadecimal digits; null where nothing is kept
 * @param answerBytes size as it went
 * @param answerSha256 of what is kept, in hexadecimal digits; null where nothing is kept
 */
public record CallRecord(
    String service,
    String operation,
    String messageId,
    String correlationId,
    String purpose,
    String version,
    String address,
    PartnerProof proof,
    SignatureFinding signature,
    Instant at,
    int millis,
    String fault,
    int requestBytes,
    String requestSha256,
    int answerBytes,
    String answerSha256)
    implements Serializable {

  /** What became of it. */
  public CallOutcome outcome() {
    return fault == null ? CallOutcome.ANSWER : CallOutcome.FAULT;
  }
}
