package kz.miras.registrar.access;

import java.time.Duration;

/**
 * How fast the waiting room lets people in.
 *
 * @param mode when people wait at all
 * @param perSecond people a second, more than 0
 * @param spare how many may come at the same moment on a quiet day without waiting, not negative
 * @param turn how long a turn lasts; who has not signed in by then steps back a little
 * @param back how much waiting "a little" is
 */
public record RoomPace(RoomMode mode, double perSecond, int spare, Duration turn, Duration back) {

  public RoomPace {
    if (!(perSecond > 0) || spare < 0 || !isPositive(turn) || !isPositive(back)) {
      throw new IllegalArgumentException("a pace, a turn and a step back are more than nothing");
    }
  }

  private static boolean isPositive(Duration duration) {
    return !duration.isNegative() && !duration.isZero();
  }

  /**
   * The pace at which passwords can be checked.
   *
   * @param checkSeconds processor time of one check, more than 0
   * @param processors how many check at the same time, at least 1
   * @param sharePercent how much of them signing in may take, 1 to 100; the rest is for those who
   *     are inside already
   * @param capPerMinute never more than this many a minute; 0 where only the measure counts
   * @return people a second
   */
  public static double measured(
      double checkSeconds, int processors, int sharePercent, int capPerMinute) {
    double possible = processors / checkSeconds * sharePercent / 100;
    return capPerMinute > 0 ? Math.min(possible, capPerMinute / 60.0) : possible;
  }

  /** Whether another pace is so near that what was seen at it is still true. */
  boolean isLike(RoomPace other) {
    return Math.abs(perSecond - other.perSecond) < other.perSecond / 5;
  }

  /** Places one steps back by. */
  long placesBack() {
    return Math.max(1, Math.round(perSecond * back.toMillis() / 1000));
  }
}
