package kz.miras.registrar.access.partner;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.function.Predicate;
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
   * @param claimedBy the server that is at it, and what tells this time from others; null for none
   * @param claimedUntil until when that counts; null for none
   * @param forgotten whether what came and what was answered is not kept any more
   */
  public record Stored(
      MessageState state,
      byte[] payload,
      String claimedBy,
      Instant claimedUntil,
      boolean forgotten) {
    public Stored {
      payload = payload.clone();
    }

    @Override
    public byte[] payload() {
      return payload.clone();
    }
  }

  /**
   * PRT-12, PRT-21. Is the message that comes again taken?
   *
   * @param payload of what has come now
   * @param node name of this server
   * @param lasts whether this very server is still at what was claimed in its name
   */
  public static Verdict again(
      Stored stored, byte[] payload, String node, Predicate<String> lasts, Instant now) {
    if (!Arrays.equals(stored.payload(), payload)) {
      return refused("duplicate-message-id");
    }
    if (stored.forgotten()) {
      return Verdict.refused(Refusal.of("api.problem.message-forgotten", "PRT-21"));
    }
    if (stored.state() == MessageState.DISCARDED) {
      return refused("message-discarded");
    }
    return isClaimed(stored, node, lasts, now)
        ? Verdict.refused(Refusal.of(UNDERWAY, "PRT-12"))
        : Verdict.allowed();
  }

  /** PRT-12. May somebody put it away? Not while a server is at it, and may yet do what it asks. */
  public static Verdict discard(Stored stored, String node, Predicate<String> lasts, Instant now) {
    return isClaimed(stored, node, lasts, now)
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

  /**
   * A claim in the name of this very server that does not last was left behind: it has died since,
   * or could not say that it had ended.
   */
  private static boolean isClaimed(
      Stored stored, String node, Predicate<String> lasts, Instant now) {
    if (stored.state() != MessageState.RECEIVED || stored.claimedBy() == null) {
      return false;
    }
    boolean left = stored.claimedBy().startsWith(node + " ") && !lasts.test(stored.claimedBy());
    return !left && stored.claimedUntil() != null && now.isBefore(stored.claimedUntil());
  }

  private static Verdict refused(String code) {
    return Verdict.refused(Refusal.of("api.problem." + code, "PRT-12"));
  }
}
