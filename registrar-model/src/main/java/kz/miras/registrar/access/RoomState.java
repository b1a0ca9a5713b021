package kz.miras.registrar.access;

import java.io.Serializable;
import java.time.Duration;

/**
 * How it looks in the waiting room of one node.
 *
 * @param mode when people wait
 * @param delaying how many wait now
 * @param issued places given out so far
 * @param served places whose turn has come so far
 * @param entered turns used so far, each for one check of a password
 * @param perSecond people a second who may come in
 * @param delay how long whoever came now would wait
 */
public record RoomState(
    RoomMode mode,
    long waiting,
    long issued,
    long served,
    long entered,
    double perSecond,
    Duration delay)
    implements Serializable {

  /** Whether somebody waits, or would. */
  public boolean isActive() {
    return waiting > 0 || mode == RoomMode.ON;
  }
}
