package kz.miras.registrar.correspondence.ministry;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** GOV-11. How long is waited before a platform that did not answer is asked again. */
public final class SendPauses {

  /** Short enough for somebody who looks on; after the last the run waits for a person. */
  public static final SendPauses USUAL =
      new SendPauses(
          List.of(
              Duration.ofSeconds(1),
              Duration.ofSeconds(4),
              Duration.ofSeconds(16),
              Duration.ofSeconds(60)));

  private final List<Duration> pauses;

  public SendPauses(List<Duration> pauses) {
    this.pauses = List.copyOf(pauses);
  }

  /**
   * The pause before the next attempt.
   *
   * @param attempts made so far, from 1
   * @return empty where it is given up
   */
  public Optional<Duration> after(int attempts) {
    return attempts > pauses.size() ? Optional.empty() : Optional.of(pauses.get(attempts - 1));
  }
}
