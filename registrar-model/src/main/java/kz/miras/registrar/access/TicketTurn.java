package kz.miras.registrar.access;

import java.time.Duration;

/**
 * Where the owner of a ticket stands at a moment.
 *
 * @param ticket the ticket; another one than was shown where that one counts no more
 * @param open true while it is the owner's turn to sign in
 * @param place by now; a little higher than on the ticket where a turn was missed
 * @param ahead how many are before it; 0 where it is the next, or its turn
 * @param delay how long it will take about; zero during the turn
 */
public record TicketTurn(PlaceTicket ticket, boolean open, long place, long ahead, Duration delay) {

  private static final Duration SOONEST = Duration.ofSeconds(2);
  private static final Duration LATEST = Duration.ofSeconds(30);

  /**
   * When to ask again: the sooner the turn, the sooner; far behind, seldom, so that a long queue
   * does not become a load of its own.
   */
  public Duration askAgainIn() {
    Duration tenth = delay.dividedBy(10);
    return tenth.compareTo(SOONEST) < 0 ? SOONEST : tenth.compareTo(LATEST) > 0 ? LATEST : tenth;
  }
}
