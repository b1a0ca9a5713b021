package kz.miras.registrar.office.service;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * An import and how far it is.
 *
 * @param status READING, CHECKED, WAITING, APPLYING, APPLIED, REJECTED or FAILED
 * @param incident number under which a failure stands in the log; null for none
 * @param judgedAgain whether rows turned out bad only when they were to be stored
 * @param needsApproval whether a second person has to approve it before it is stored (IMP-6)
 */
public record ImportRun(
    UUID id,
    String list,
    String fileName,
    String uploadedBy,
    Instant uploadedAt,
    String status,
    int total,
    int done,
    int bad,
    int fresh,
    int changed,
    int same,
    String incident,
    boolean judgedAgain,
    boolean needsApproval)
    implements Serializable {

  /** Whether something still happens by itself. */
  public boolean isWorking() {
    return status.equals("READING") || status.equals("APPLYING");
  }
}
