package kz.miras.registrar.access.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import kz.miras.registrar.shared.Refusal;
import kz.miras.registrar.shared.Verdict;

/**
 * PRT-12. A message is taken once: the same again gets the same answer, another under its number is
 * refused, and so is one a server is at or somebody has put away.
 */
public final class MessageTaking {

  private static final String UNDERWAY = "api.problem.message-underway";

  private MessageTaking() {}

  /**
   * A message as it is stored.
   *
   * @param payload SHA-256 of what it asks
   * @param claimedBy the start of a server that is at it; null for none
   * @param claimedUntil until when that counts; null for none
   */
  public record Stored(MessageState state, byte[] payload, String claimedBy, Instant claimedUntil) {
    public Stored {
      payload = payload.clone();
    }

    @Override
    public byte[] payload() {
      return payload.clone();
    }
  }

  /**
   * PRT-12. Is the message that comes again taken?
   *
   * @param payload of what has come now
   * @param node name of this server
   * @param start this start of it, which begins with its name
   */
  public static Verdict again(
      Stored stored, byte[] payload, String node, String start, Instant now) {
    if (!Arrays.equals(stored.payload(), payload)) {
      return refused("duplicate-message-id");
    }
    if (stored.state() == MessageState.DISCARDED) {
      return refused("message-discarded");
    }
    return isClaimed(stored, node, start, now)
        ? Verdict.refused(Refusal.of(UNDERWAY, "PRT-12"))
        : Verdict.allowed();
  }

  /** PRT-12. May somebody put it away? Not while a server is at it, and may yet do what it asks. */
  public static Verdict discard(Stored stored, String node, String start, Instant now) {
    return isClaimed(stored, node, start, now)
        ? Verdict.refused(
            Refusal.of(UNDERWAY, "PRT-12", Duration.between(now, stored.claimedUntil()).toSeconds())
                .at("reason"))
        : Verdict.allowed();
  }

  /** PRT-19. May somebody have it taken up again? What is in quarantine only. */
  public static Verdict takeUp(Stored stored) {
    return stored.state() == MessageState.QUARANTINED
        ? Verdict.allowed()
        : Verdict.refused(
            Refusal.of("access.partner.take-up-state", "PRT-19", stored.state()).at("reason"));
  }

  /** A claim of an earlier start of this very server is one of a server that has died. */
  private static boolean isClaimed(Stored stored, String node, String start, Instant now) {
    if (stored.state() != MessageState.RECEIVED || stored.claimedBy() == null) {
      return false;
    }
    boolean died = stored.claimedBy().startsWith(node + " ") && !stored.claimedBy().equals(start);
    return !died && stored.claimedUntil() != null && now.isBefore(stored.claimedUntil());
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of("api.problem." + code, "PRT-12"));
  }
}
