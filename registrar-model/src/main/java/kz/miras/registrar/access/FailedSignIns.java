package kz.miras.registrar.access;

import java.time.Instant;

/**
 * What is remembered of failed sign-ins of one account or one address; a success forgets it.
 *
 * @param failures failures counted, at least 1
 * @param lastAt the last of them
 * @param lockedUntil no sign-in is tried before; null while there is no delay
 */
public record FailedSignIns(int failures, Instant lastAt, Instant lockedUntil) {

  /** Is a sign-in refused unseen at the moment? */
  public boolean isLocked(Instant now) {
    return lockedUntil != null && now.isBefore(lockedUntil);
  }
}
