package kz.miras.registrar.access;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How fast the queue moved in the last minute: faster than people are let in where some have gone,
 * slower where some step back into it.
 */
final class QueueSpeed {

  private static final Duration WINDOW = Duration.ofMinutes(1);
  private static final Duration ENOUGH = Duration.ofSeconds(10);

  private record Mark(Instant at, long served) {}

  private final Deque<Mark> marks = new ArrayDeque<>();

  /** The turn has come up to a place while others wait behind it. */
  void mark(long served, Instant now) {
    if (marks.isEmpty() || !marks.peekLast().at().plusSeconds(1).isAfter(now)) {
      marks.add(new Mark(now, served));
    }
    while (marks.peekFirst().at().plus(WINDOW).isBefore(now)) {
      marks.remove();
    }
  }

  /** The queue is no more, or moves at another pace from now on. */
  void forget() {
    marks.clear();
  }

  /**
   * Places a second.
   *
   * @param usual what is expected while too little was seen
   */
  double of(double usual) {
    if (marks.isEmpty()) {
      return usual;
    }
    Mark first = marks.peekFirst();
    Mark last = marks.peekLast();
    Duration seen = Duration.between(first.at(), last.at());
    return seen.compareTo(ENOUGH) < 0
        ? usual
        : Math.max(usual / 2, (last.served() - first.served()) * 1000.0 / seen.toMillis());
  }
}
