package kz.miras.registrar.access;

import static kz.miras.registrar.access.RoomScene.NINE;
import static kz.miras.registrar.access.RoomScene.TURN;
import static kz.miras.registrar.access.RoomScene.open;
import static kz.miras.registrar.access.RoomScene.queue;
import static kz.miras.registrar.access.RoomScene.room;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Turns that are used, missed, copied or left by whoever has gone. */
class WaitingRoomTurnsTest {

  @Test
  @DisplayName("ACC-10 a turn is used once; a wrong password steps back a little, not to the end")
  void aUsedTurnStepsBack() {
    WaitingRoom room = room(10, 2);
    List<PlaceTicket> tickets = queue(room, 1000, NINE);
    Instant now = NINE.plusSeconds(1);
    PlaceTicket first = tickets.get(0);
    assertThat(room.use(tickets.get(500), now)).as("before its turn").isFalse();
    assertThat(room.use(first, now)).isTrue();
    assertThat(room.use(first, now)).isFalse();
    TicketTurn again = room.look(first, now, false);
    assertThat(again.ticket()).isEqualTo(first);
    assertThat(again.open()).isFalse();
    assertThat(again.place()).isEqualTo(12 + 150);
    assertThat(room.use(first, now.plusSeconds(15))).as("its second turn").isFalse();
    assertThat(room.use(first, now.plusSeconds(16))).as("its second turn").isTrue();
  }

  @Test
  @DisplayName("ACC-10 a turn that lapses steps back a little; its owner is never lost")
  void aLapsedTurnStepsBack() {
    WaitingRoom room = room(10, 2);
    List<PlaceTicket> tickets = queue(room, 3000, NINE);
    Instant late = NINE.plusSeconds(1).plus(TURN);
    for (Instant now = NINE; now.isBefore(late); now = now.plusSeconds(1)) {
      for (PlaceTicket other : tickets.subList(1, 3000)) {
        room.look(other, now, false);
      }
    }
    TicketTurn again = room.look(tickets.get(0), late, false);
    assertThat(again.open()).isFalse();
    assertThat(again.ahead()).isBetween(140L, 160L);
    assertThat(room.look(tickets.get(0), late.plusSeconds(17), false).open()).isTrue();
  }

  @Test
  @DisplayName("ACC-10 a ticket shown by many is one place and one turn")
  void aCopiedTicketIsOnePlace() {
    WaitingRoom room = room(10, 2);
    List<PlaceTicket> tickets = queue(room, 100, NINE);
    PlaceTicket copied = tickets.get(5);
    Instant now = NINE.plusSeconds(2);
    int entered = 0;
    for (int copy = 0; copy < 50; copy++) {
      room.look(copied, now, false);
      entered += room.use(copied, now) ? 1 : 0;
    }
    assertThat(entered).isOne();
    assertThat(open(room, tickets, NINE.plusSeconds(8))).hasSize(80 - 1);
  }

  @Test
  @DisplayName("ACC-10 whoever has gone costs the others no time, and returns a little behind")
  void whoHasGoneCostsNothing() {
    WaitingRoom room = room(1, 2);
    List<PlaceTicket> tickets = queue(room, 500, NINE);
    List<PlaceTicket> there = tickets.subList(200, 500);
    Instant now = NINE;
    for (int i = 0; i < 10; i++) {
      now = now.plusSeconds(20);
      Instant at = now;
      there.forEach(ticket -> room.look(ticket, at, false));
    }
    assertThat(open(room, there, now)).hasSizeBetween(110, 210);
    TicketTurn returned = room.look(tickets.get(150), now, false);
    assertThat(returned.open()).isFalse();
    assertThat(returned.ahead()).isLessThan(20);
  }

  @Test
  @DisplayName("ACC-10 a turn nobody uses is given to somebody else when it is over")
  void unusedTurnsAreGivenAgain() {
    WaitingRoom room = room(1, 2);
    List<PlaceTicket> tickets = queue(room, 1000, NINE);
    Instant now = NINE;
    while (now.isBefore(NINE.plusSeconds(241))) {
      now = now.plusSeconds(1);
      Instant at = now;
      tickets.removeIf(ticket -> room.look(ticket, at, false).open());
    }
    assertThat(room.state(now).served() - 2).isBetween(355L, 370L);
  }

  @Test
  @DisplayName("ACC-10 three thousand people of whom some sleep, fail and return: none is lost")
  void nobodyIsLost() {
    WaitingRoom room = room(50, 10);
    Random random = new Random(20260825);
    List<PlaceTicket> outside = new ArrayList<>(queue(room, 3000, NINE));
    Map<PlaceTicket, Instant> asksAt = new HashMap<>();
    Instant now = NINE;
    int entered = 0;
    while (!outside.isEmpty()) {
      now = now.plusMillis(500);
      assertThat(now).as("%d are still outside", outside.size()).isBefore(NINE.plusSeconds(900));
      for (PlaceTicket ticket : List.copyOf(outside)) {
        if (asksAt.getOrDefault(ticket, NINE).isAfter(now)) {
          continue;
        }
        TicketTurn turn = room.look(ticket, now, false);
        assertThat(turn.ticket()).isEqualTo(ticket);
        boolean sleeps = random.nextInt(50) == 0;
        boolean fails = random.nextInt(10) == 0;
        if (turn.open() && !sleeps && room.use(ticket, now) && !fails) {
          outside.remove(ticket);
          entered++;
        }
        asksAt.put(ticket, now.plus(sleeps ? Duration.ofSeconds(200) : turn.askAgainIn()));
      }
    }
    assertThat(entered).isEqualTo(3000);
  }
}
