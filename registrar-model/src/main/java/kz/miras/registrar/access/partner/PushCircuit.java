package kz.miras.registrar.access.partner;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * PRT-17. Whether anything is sent to a partner's address at all: after some failures in a row
 * nothing is for a while, then one message tries it, and the first that is taken opens the way for
 * all. What waits meanwhile loses no attempts.
 *
 * @param failures in a row
 * @param pausedUntil nothing is sent before; null where nothing is held back
 */
public record PushCircuit(int failures, Instant pausedUntil) implements Serializable {

  /** Nothing has failed. */
  public static final PushCircuit CLOSED = new PushCircuit(0, null);

  /** PRT-17. Is nothing sent now? */
  public boolean isPaused(Instant now) {
    return pausedUntil != null && now.isBefore(pausedUntil);
  }

  /** PRT-17. Does one message try the address, and the others wait for it? */
  public boolean isTrial(Instant now) {
    return pausedUntil != null && !now.isBefore(pausedUntil);
  }

  /**
   * PRT-17. After one more failure of the address.
   *
   * @param most failures in a row before it is left alone
   * @param pause how long it is left alone
   */
  public PushCircuit failed(int most, Duration pause, Instant now) {
    int all = failures + 1;
    return new PushCircuit(all, all >= most ? now.plus(pause) : null);
  }
}
