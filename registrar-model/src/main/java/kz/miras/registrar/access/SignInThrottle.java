package kz.miras.registrar.access;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * ACC-7. After some free failures each further one doubles the delay, up to a longest one. Attempts
 * during the delay are refused unseen and do not prolong it, so nobody can lock a colleague out for
 * long; failures older than the window are forgotten.
 *
 * <p>The figures are dated settings of the university, one set for accounts and a wider one for
 * addresses, behind which a whole computer class may sit.
 *
 * @param freeFailures failures without delay
 * @param firstDelay delay after the first failure beyond
 * @param longestDelay no delay is longer
 * @param window a failure longer ago than this no longer counts
 */
public record SignInThrottle(
    int freeFailures, Duration firstDelay, Duration longestDelay, Duration window) {

  public SignInThrottle {
    if (freeFailures < 0
        || firstDelay.isNegative()
        || firstDelay.isZero()
        || longestDelay.compareTo(firstDelay) < 0
        || window.compareTo(longestDelay) < 0) {
      throw new IllegalArgumentException(
          "failures not negative, and 0 < first delay <= longest delay <= window");
    }
  }

  /**
   * The state after one more failure.
   *
   * @param before what was remembered, if anything
   * @param now the failure's instant
   */
  public FailedSignIns failed(Optional<FailedSignIns> before, Instant now) {
    int earlier =
        before
            .filter(b -> !b.lastAt().plus(window).isBefore(now))
            .map(FailedSignIns::failures)
            .orElse(0);
    int failures = earlier == Integer.MAX_VALUE ? earlier : earlier + 1;
    int beyond = failures - freeFailures;
    return new FailedSignIns(failures, now, beyond <= 0 ? null : now.plus(delay(beyond)));
  }

  /** How long the next attempt has to wait; zero when it may be made now. */
  public Duration wait(Optional<FailedSignIns> state, Instant now) {
    return state
        .filter(s -> s.isLocked(now))
        .map(s -> Duration.between(now, s.lockedUntil()))
        .orElse(Duration.ZERO);
  }

  private Duration delay(int beyond) {
    Duration delay = firstDelay;
    for (int i = 1; i < beyond && delay.compareTo(longestDelay) < 0; i++) {
      delay = delay.multipliedBy(2);
    }
    return delay.compareTo(longestDelay) < 0 ? delay : longestDelay;
  }
}
