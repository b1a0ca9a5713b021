package kz.miras.registrar.access;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** When a mail that was not taken is tried again: soon at first, then more and more rarely. */
public final class MailRetry {

  private static final List<Duration> PAUSES =
      List.of(
          Duration.ofMinutes(1),
          Duration.ofMinutes(5),
          Duration.ofMinutes(30),
          Duration.ofHours(2),
          Duration.ofHours(8),
          Duration.ofHours(24));

  private MailRetry() {}

  /**
   * The pause before the next attempt.
   *
   * @param attempts made so far, from 1
   * @return empty where the mail has failed for good
   */
  public static Optional<Duration> after(int attempts) {
    if (attempts < 1) {
      throw new IllegalArgumentException("no attempt was made");
    }
    return attempts > PAUSES.size() ? Optional.empty() : Optional.of(PAUSES.get(attempts - 1));
  }
}
