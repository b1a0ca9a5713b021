package kz.miras.registrar.transcript;

import java.io.Serializable;
import java.time.Instant;
import java.util.UUID;

/**
 * DOC-25. A link by which a student shows a part of the own results to whoever has it, until a day
 * and until it is taken back. Where it leads is known to its holder only: what is kept of it cannot
 * be turned back into it.
 *
 * @param term year and type of the term, as {@code 2025/2026 AUTUMN}; null where it shows no single
 *     one
 * @param note whom it is for, in the student's words; null where not said
 * @param revokedAt when it was taken back; null for not
 * @param views how often it was opened
 * @param lastViewedAt null for never
 */
public record ResultLink(
    UUID uuid,
    SharedPart part,
    String term,
    String note,
    Instant createdAt,
    Instant expiresAt,
    Instant revokedAt,
    int views,
    Instant lastViewedAt)
    implements Serializable {

  /** Whether a link still leads somewhere. */
  public enum State {
    OPEN,
    EXPIRED,
    REVOKED;

    /** Message key of the name. */
    public String key() {
      return "transcript.links.state." + name();
    }
  }

  /** Its state at a moment. */
  public State state(Instant now) {
    if (revokedAt != null) {
      return State.REVOKED;
    }
    return now.isBefore(expiresAt) ? State.OPEN : State.EXPIRED;
  }
}
