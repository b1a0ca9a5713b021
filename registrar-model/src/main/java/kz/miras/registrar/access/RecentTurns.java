package kz.miras.registrar.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/** The turns that are on: given, but not over yet; those of the same second lie together. */
final class RecentTurns {

  /** Turns that came in the same second. */
  private static final class Second {
    private final Instant at;
    private long upTo;
    private long given;
    private long used;

    Second(Instant at) {
      this.at = at;
    }
  }

  private final Deque<Second> seconds = new ArrayDeque<>();
  private long over;

  /** None is on; those up to this place are over. */
  RecentTurns(long over) {
    this.over = over;
  }

  /** Turns up to this place are over. */
  long over() {
    return over;
  }

  /**
   * The turn has come to a place.
   *
   * @param people who stand there: 0 where its owner has gone
   */
  void give(long place, int people, Instant now) {
    Second last = seconds.peekLast();
    if (last == null || !last.at.plusSeconds(1).isAfter(now)) {
      last = new Second(now);
      seconds.add(last);
    }
    last.upTo = place;
    last.given += people;
  }

  /** The turn of a place was used. */
  void use(long place) {
    seconds.stream().filter(one -> one.upTo >= place).findFirst().ifPresent(one -> one.used++);
  }

  /**
   * Ends the turns that lasted long enough.
   *
   * @return how many of them nobody used
   */
  long end(Duration turn, Instant now) {
    long unused = 0;
    while (!seconds.isEmpty() && !seconds.peekFirst().at.plus(turn).isAfter(now)) {
      Second past = seconds.remove();
      over = past.upTo;
      unused += Math.max(0, past.given - past.used);
    }
    return unused;
  }
}
