package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A waiting room that opens at nine, and people who queue in it. */
final class RoomScene {

  static final Instant NINE = Instant.parse("2026-08-25T04:00:00Z");
  static final Duration TURN = Duration.ofSeconds(120);
  private static final Duration BACK = Duration.ofSeconds(15);

  private RoomScene() {}

  /** What is left of a server after its end. */
  static final class Book implements PlaceBook {
    private long issued;
    private long served;

    @Override
    public long issued() {
      return issued;
    }

    @Override
    public long served() {
      return served;
    }

    @Override
    public void write(long nowIssued, long nowServed) {
      assertThat(nowServed).isLessThanOrEqualTo(nowIssued);
      issued = nowIssued;
      served = nowServed;
    }
  }

  static RoomPace pace(RoomMode mode, double perSecond, int spare) {
    return new RoomPace(mode, perSecond, spare, TURN, BACK);
  }

  /** A room of its own, with a book nobody has written in. */
  static WaitingRoom room(double perSecond, int spare) {
    return room(perSecond, spare, new Book());
  }

  static WaitingRoom room(double perSecond, int spare, PlaceBook book) {
    return new WaitingRoom("one", pace(RoomMode.AUTO, perSecond, spare), book, NINE);
  }

  /** So many people who have to wait come; their tickets. */
  static List<PlaceTicket> queue(WaitingRoom room, int people, Instant now) {
    List<PlaceTicket> tickets = new ArrayList<>();
    while (tickets.size() < people) {
      TicketTurn turn = room.arrive(now, false);
      if (!turn.open()) {
        tickets.add(turn.ticket());
      }
    }
    return tickets;
  }

  /** All look at their tickets; the places whose turn it is. */
  static List<Long> open(WaitingRoom room, List<PlaceTicket> tickets, Instant now) {
    return tickets.stream()
        .map(ticket -> room.look(ticket, now, false))
        .filter(TicketTurn::open)
        .map(TicketTurn::place)
        .toList();
  }
}
