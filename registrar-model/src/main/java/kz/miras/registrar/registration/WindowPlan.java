package kz.miras.registrar.registration;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;

/**
 * When a window is open, and for whom first.
 *
 * @param off the stage is switched off for those the window is for; then it has no times
 * @param opensAt first instant of the first wave; null where off
 * @param closesAt first instant that is too late, for all waves alike; null where off
 * @param waves into how many parts the students are drawn, from 1
 * @param waveMinutes minutes from the start of one wave to that of the next; 0 for one wave
 */
public record WindowPlan(boolean off, Instant opensAt, Instant closesAt, int waves, int waveMinutes)
    implements Serializable {

  /** The stage does not take place. */
  public static final WindowPlan OFF = new WindowPlan(true, null, null, 1, 0);

  /** Everybody at once. */
  public static WindowPlan of(Instant opensAt, Instant closesAt) {
    return new WindowPlan(false, opensAt, closesAt, 1, 0);
  }

  /**
   * When a wave may begin.
   *
   * @param wave from 0
   */
  public Instant startOf(int wave) {
    return opensAt.plus(Duration.ofMinutes((long) waveMinutes * wave));
  }
}
