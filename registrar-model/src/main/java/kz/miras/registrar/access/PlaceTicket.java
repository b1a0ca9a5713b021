package kz.miras.registrar.access;

import java.io.Serializable;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/**
 * A place in the waiting room, as it was given out. It never changes: where its owner stands by now
 * is what the {@linkplain WaitingRoom room} says.
 *
 * @param node the node of the cluster that gave it out
 * @param place counted from 1 on each node, for ever
 * @param arrivedAt to the millisecond
 * @param queued false where its owner came on a quiet day and had not to wait
 */
public record PlaceTicket(String node, long place, Instant arrivedAt, boolean queued)
    implements Serializable {

  public PlaceTicket {
    Objects.requireNonNull(node, "node");
    if (place < 1) {
      throw new IllegalArgumentException("places are counted from 1: " + place);
    }
    arrivedAt = arrivedAt.truncatedTo(ChronoUnit.MILLIS);
  }
}
