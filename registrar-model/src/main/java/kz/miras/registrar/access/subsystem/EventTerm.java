package kz.miras.registrar.access.subsystem;

import java.time.Duration;
import java.time.Instant;

/**
 * SUB-7. How far back the feed of events reaches.
 *
 * @param days events are kept; more than any message is tried again
 */
public record EventTerm(int days) {

  /** Longer than the last attempt to deliver a message comes. */
  private static final int SHORTEST = 7;

  public EventTerm {
    if (days < SHORTEST) {
      throw new IllegalArgumentException("events are kept for " + SHORTEST + " days at least");
    }
  }

  /** The moment of what is kept longest: what has happened before is forgotten. */
  public Instant keptFrom(Instant now) {
    return now.minus(Duration.ofDays(days));
  }

  /**
   * SUB-7. Whether the feed still has everything behind a place.
   *
   * @param after the place the caller has read up to
   * @param forgotten place of the last event that is not kept any more
   */
  public static boolean reaches(long after, long forgotten) {
    return after >= forgotten;
  }
}
