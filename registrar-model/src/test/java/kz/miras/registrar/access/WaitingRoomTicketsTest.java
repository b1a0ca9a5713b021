package kz.miras.registrar.access;

import static kz.miras.registrar.access.RoomScene.NINE;
import static kz.miras.registrar.access.RoomScene.open;
import static kz.miras.registrar.access.RoomScene.pace;
import static kz.miras.registrar.access.RoomScene.queue;
import static kz.miras.registrar.access.RoomScene.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.access.RoomScene.Book;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Tickets from before a restart, of a lost node, and of another day. */
class WaitingRoomTicketsTest {

  @Test
  @DisplayName("ACC-10 after a restart places go on; turns that were on step back a little")
  void placesOutliveARestart() {
    PlaceBook book = new Book();
    WaitingRoom before = room(10, 2, book);
    List<PlaceTicket> tickets = queue(before, 500, NINE);
    Instant crash = NINE.plusSeconds(10);
    assertThat(open(before, tickets, crash)).hasSize(100);

    WaitingRoom after =
        new WaitingRoom("one", pace(RoomMode.AUTO, 10, 2), book, crash.plusSeconds(30));
    Instant now = crash.plusSeconds(30);
    assertThat(after.arrive(now, false).place()).isEqualTo(503);
    assertThat(open(after, tickets.subList(102, 500), now)).isEmpty();
    TicketTurn stepped = after.look(tickets.get(3), now, false);
    assertThat(stepped.open()).isFalse();
    assertThat(stepped.ahead()).isLessThan(160);
    assertThat(open(after, tickets.subList(102, 500), now.plusSeconds(5)))
        .isEqualTo(tickets.subList(102, 152).stream().map(PlaceTicket::place).toList());
  }

  @Test
  @DisplayName("ACC-10 a ticket of a lost node joins those who came at the same time")
  void aTicketOfAnotherNodeJoinsItsTime() {
    WaitingRoom lost = new WaitingRoom("two", pace(RoomMode.AUTO, 10, 2), new Book(), NINE);
    WaitingRoom room = room(10, 2);
    List<PlaceTicket> theirs = new ArrayList<>();
    for (int second = 0; second < 60; second++) {
      theirs.addAll(queue(lost, 20, NINE.plusSeconds(second)));
      queue(room, 20, NINE.plusSeconds(second));
    }
    Instant now = NINE.plusSeconds(60);
    long early = room.look(theirs.get(200), now, false).ahead();
    long late = room.look(theirs.get(1100), now, false).ahead();
    assertThat(early).isLessThan(5);
    assertThat(late).isBetween(450L, 520L);
    assertThat(room.look(theirs.get(1100), now, false).ahead()).as("asked again").isEqualTo(late);
  }

  @Test
  @DisplayName("ACC-10 a ticket kept from an earlier day, or taken on a quiet one, is no short cut")
  void oldTicketsAreNoShortCut() {
    WaitingRoom room = room(10, 2);
    PlaceTicket quiet = room.arrive(NINE, false).ticket();
    Instant now = NINE.plus(WaitingRoom.LIFE_AT_ONCE);
    List<PlaceTicket> tickets = queue(room, 1000, now);
    TicketTurn late = room.look(quiet, now, false);
    assertThat(late.ticket()).isNotEqualTo(quiet);
    assertThat(late.ahead()).isEqualTo(1000);

    Instant evening = now.plus(WaitingRoom.LIFE);
    queue(room, 1000, evening);
    assertThat(room.look(tickets.get(0), evening, false).ahead()).isGreaterThan(990);
  }
}
