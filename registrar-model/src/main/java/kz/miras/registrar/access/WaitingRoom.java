package kz.miras.registrar.access;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/**
 * ACC-10. Where people wait before they sign in while more arrive than can be served well; on other
 * days they pass without noticing. Places are numbers; a turn comes to each number in its order, at
 * the {@linkplain RoomPace pace} given. What is kept is two counters and the exceptions: who was
 * seen lately, whose turn is on, who stepped back.
 *
 * <ul>
 *   <li>Whoever is not there any more when the turn comes costs the others no time, and neither
 *       does a turn that is not used: it is given once more.
 *   <li>A turn that has lapsed or was used for a wrong password steps back a little, never to the
 *       end. A ticket shown many times is still one place.
 *   <li>After a restart of the server the counters go on; turns that were on step back a little.
 *   <li>A ticket of another node joins those who came at the same time.
 * </ul>
 *
 * <p>For use by many threads at once.
 */
public final class WaitingRoom {

  /** How long a ticket counts: longer than any queue of a day. */
  static final Duration LIFE = Duration.ofHours(6);

  /** The same for one whose owner had not to wait: a turn and some more. */
  static final Duration LIFE_AT_ONCE = Duration.ofMinutes(5);

  /** Who has not asked for so long is not there: thrice the longest time between two questions. */
  static final Duration PATIENCE = Duration.ofSeconds(90);

  private static final double ROUNDING = 1e-6;

  private final String node;
  private final PlaceBook book;
  private final Instant opened;
  private RoomPace pace;

  private long issued;
  private long served;
  private long entered;
  private double spare;
  private Instant counted;

  private final RecentTurns turns;
  private final QueueSpeed speed = new QueueSpeed();
  private final Map<Long, Instant> seen = new HashMap<>();
  private final Set<Long> absent = new HashSet<>();
  private final Map<PlaceTicket, Long> moved = new HashMap<>();
  private final Map<PlaceTicket, Long> used = new HashMap<>();
  private final Set<Long> guests = new HashSet<>();
  private final NavigableMap<Instant, Long> arrivals = new TreeMap<>();

  /**
   * A room that goes on where the book ends.
   *
   * @param node name of this node; another on each
   */
  public WaitingRoom(String node, RoomPace pace, PlaceBook book, Instant now) {
    this.node = node;
    this.pace = pace;
    this.book = book;
    this.opened = now;
    this.counted = now;
    this.issued = book.issued();
    this.served = Math.min(book.served(), issued);
    this.turns = new RecentTurns(served);
    this.spare = mostSpare();
  }

  /** From now on lets people in at another pace; switched off, whoever waits has their turn. */
  public synchronized void setPace(RoomPace wanted, Instant now) {
    advance(now);
    if (wanted.mode() != pace.mode() || !wanted.isLike(pace)) {
      speed.forget();
    }
    pace = wanted;
    if (pace.mode() == RoomMode.OFF) {
      spare += 2.0 * (issued - served) + mostSpare();
    }
    advance(now);
  }

  /**
   * Somebody without a ticket; comes in at once where nobody waits and there is room.
   *
   * @param idle true where a processor has nothing to do at the moment: then one more is no
   *     pressure, whatever was used up before
   */
  public synchronized TicketTurn arrive(Instant now, boolean idle) {
    advance(now);
    boolean free = isFree(idle);
    PlaceTicket ticket = new PlaceTicket(node, free ? nextAtOnce(now) : append(now), now, !free);
    return at(ticket.place(), ticket, now);
  }

  private long nextAtOnce(Instant now) {
    issued++;
    served = issued;
    spare = Math.max(0, spare - 1);
    turns.give(issued, 1, now);
    return issued;
  }

  private long append(Instant now) {
    issued++;
    seen.put(issued, now);
    arrivals.put(now.truncatedTo(ChronoUnit.SECONDS), issued);
    return issued;
  }

  /**
   * Where the owner of a ticket stands. Whoever asks is there; a turn that was missed or used steps
   * back; a ticket that counts no more is exchanged for the place of somebody who just came.
   *
   * @param idle as in {@link #arrive}
   */
  public synchronized TicketTurn look(PlaceTicket ticket, Instant now, boolean idle) {
    advance(now);
    if (!counts(ticket, now)) {
      return arrive(now, idle);
    }
    Long place = place(ticket);
    if (place != null && place > served) {
      seen.put(place, now);
    } else if (place == null || isPast(place, ticket)) {
      used.remove(ticket);
      place = isFree(idle) ? nextAtOnce(now) : freeFrom(placeAgain(place, ticket), now);
      moved.put(ticket, place);
    }
    return at(place, ticket, now);
  }

  /**
   * Uses the turn of a ticket for one check of a password.
   *
   * @return false where it is not its turn, or not any more
   */
  public synchronized boolean use(PlaceTicket ticket, Instant now) {
    TicketTurn turn = look(ticket, now, false);
    if (!turn.open() || !turn.ticket().equals(ticket)) {
      return false;
    }
    used.put(ticket, turn.place());
    entered++;
    turns.use(turn.place());
    return true;
  }

  /** How it looks in here. */
  public synchronized RoomState state(Instant now) {
    advance(now);
    return new RoomState(
        pace.mode(),
        waitingNow(now),
        issued,
        served,
        entered,
        pace.perSecond(),
        served < issued ? delay(issued - served) : Duration.ZERO);
  }

  private long waitingNow(Instant now) {
    long there = 0;
    for (long place = served + 1; place <= issued; place++) {
      there += isThere(place, now) ? 1 : 0;
    }
    return there + guests.size();
  }

  private TicketTurn at(long place, PlaceTicket ticket, Instant now) {
    book.write(issued, served);
    return place <= served
        ? new TicketTurn(ticket, true, place, 0, Duration.ZERO)
        : new TicketTurn(ticket, false, place, place - served - 1, delay(place - served));
  }

  /** The place of a ticket; null where this room has not met it. */
  private Long place(PlaceTicket ticket) {
    Long place = moved.get(ticket);
    boolean own = ticket.node().equals(node) && ticket.place() <= issued;
    return place == null && own ? Long.valueOf(ticket.place()) : place;
  }

  /** Whether a turn that has come is no more: over, used, or missed by an owner who had gone. */
  private boolean isPast(long place, PlaceTicket ticket) {
    boolean missed = absent.contains(place) && !moved.containsKey(ticket);
    return place <= turns.over() || missed || used.containsKey(ticket);
  }

  /** A little back; a ticket of another node among those who came here at the same time. */
  private long placeAgain(Long past, PlaceTicket ticket) {
    if (past != null) {
      return served + pace.placesBack();
    }
    Map.Entry<Instant, Long> same = arrivals.floorEntry(ticket.arrivedAt());
    return same == null ? served + 1 : Math.max(same.getValue(), served + 1);
  }

  /** Every place takes one guest beside its owner; behind the last place there is a new one. */
  private long freeFrom(long wanted, Instant now) {
    long place = wanted;
    while (place <= issued && guests.contains(place)) {
      place++;
    }
    if (place > issued) {
      return append(now);
    }
    guests.add(place);
    return place;
  }

  private static boolean counts(PlaceTicket ticket, Instant now) {
    Duration life = ticket.queued() ? LIFE : LIFE_AT_ONCE;
    return ticket.arrivedAt().plus(life).isAfter(now);
  }

  private boolean isFree(boolean idle) {
    return pace.mode() != RoomMode.ON && served == issued && (idle || spare >= 1);
  }

  private double mostSpare() {
    // a place with a guest costs two, and has to come some day
    return pace.mode() == RoomMode.ON ? 2 : Math.max(2, pace.spare());
  }

  /** Lets the turn come to as many as the time since the last look allows. */
  private void advance(Instant now) {
    lapse(now);
    Duration since = Duration.between(counted, now);
    counted = now;
    spare += since.isNegative() ? 0 : since.toNanos() / 1e9 * pace.perSecond();
    long before = served;
    while (served < issued) {
      long next = served + 1;
      boolean there = isThere(next, now);
      int cost = (there ? 1 : 0) + (guests.contains(next) ? 1 : 0);
      if (cost > spare + ROUNDING) {
        break;
      }
      served = next;
      spare -= cost;
      turns.give(next, cost, now);
      seen.remove(next);
      guests.remove(next);
      if (!there) {
        absent.add(next);
      }
    }
    spare = Math.min(spare, mostSpare());
    if (served < issued) {
      speed.mark(served, now);
    } else {
      speed.forget();
    }
    if (served != before) {
      arrivals.values().removeIf(place -> place <= served);
      book.write(issued, served);
    }
  }

  private boolean isThere(long place, Instant now) {
    return seen.getOrDefault(place, opened).plus(PATIENCE).isAfter(now);
  }

  /** Ends turns that lasted long enough; those nobody used are given again. */
  private void lapse(Instant now) {
    long before = turns.over();
    spare += turns.end(pace.turn(), now);
    long over = turns.over();
    if (over != before) {
      absent.removeIf(place -> place <= over);
      used.values().removeIf(place -> place <= over);
      moved.values().removeIf(place -> place <= over);
    }
  }

  /** How long so many places take. */
  private Duration delay(long places) {
    return Duration.ofMillis((long) (places / speed.of(pace.perSecond()) * 1000));
  }
}
