package kz.miras.registrar.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class WaitingRoomTest {

  private static final Instant NINE = Instant.parse("2026-08-25T04:00:00Z");
  private static final Duration TURN = Duration.ofSeconds(120);
  private static final Duration BACK = Duration.ofSeconds(15);

  /** What is left of a server after its end. */
  private static final class Book implements PlaceBook {
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

  private final Book book = new Book();

  private static RoomPace pace(RoomMode mode, double perSecond, int spare) {
    return new RoomPace(mode, perSecond, spare, TURN, BACK);
  }

  private WaitingRoom room(double perSecond, int spare) {
    return new WaitingRoom("one", pace(RoomMode.AUTO, perSecond, spare), book, NINE);
  }

  private static List<PlaceTicket> queue(WaitingRoom room, int people, Instant now) {
    List<PlaceTicket> tickets = new ArrayList<>();
    while (tickets.size() < people) {
      TicketTurn turn = room.arrive(now, false);
      if (!turn.open()) {
        tickets.add(turn.ticket());
      }
    }
    return tickets;
  }

  private static List<Long> open(WaitingRoom room, List<PlaceTicket> tickets, Instant now) {
    return tickets.stream()
        .map(ticket -> room.look(ticket, now, false))
        .filter(TicketTurn::open)
        .map(TicketTurn::place)
        .toList();
  }

  @Test
  @DisplayName("ACC-10 on a quiet day everybody comes in at once")
  void nobodyWaitsOnAQuietDay() {
    WaitingRoom room = room(10, 30);
    for (int second = 0; second < 600; second++) {
      for (int i = 0; i < 9; i++) {
        assertThat(room.arrive(NINE.plusSeconds(second), false).open()).isTrue();
      }
    }
    assertThat(room.state(NINE.plusSeconds(600)).isActive()).isFalse();
  }

  @Test
  @DisplayName("ACC-10 a class that comes together is let in together; one more waits its turn")
  void spareAdmissionsAreForThoseWhoComeTogether() {
    WaitingRoom room = room(10, 30);
    for (int i = 0; i < 30; i++) {
      assertThat(room.arrive(NINE, false).open()).isTrue();
    }
    TicketTurn next = room.arrive(NINE, false);
    assertThat(next.open()).isFalse();
    assertThat(next.ahead()).isZero();
    assertThat(room.look(next.ticket(), NINE.plusMillis(90), false).open()).isFalse();
    assertThat(room.look(next.ticket(), NINE.plusMillis(100), false).open()).isTrue();
  }

  @Test
  @DisplayName("ACC-10 a processor that has nothing to do takes one more, unless somebody waits")
  void anIdleProcessorTakesOneMore() {
    WaitingRoom room = room(1, 2);
    for (int i = 0; i < 50; i++) {
      assertThat(room.arrive(NINE, true).open()).isTrue();
    }
    assertThat(room.arrive(NINE, false).open()).isFalse();
    assertThat(room.arrive(NINE, true).open()).as("past somebody who waits").isFalse();
  }

  @Test
  @DisplayName("ACC-10 turns come in the order of arrival, at the pace given, to each once")
  void turnsComeInOrder() {
    WaitingRoom room = room(10, 2);
    List<PlaceTicket> tickets = queue(room, 200, NINE);
    List<Long> places = tickets.stream().map(PlaceTicket::place).toList();
    assertThat(places).isSorted().doesNotHaveDuplicates();
    for (int second = 1; second <= 20; second++) {
      Instant now = NINE.plusSeconds(second);
      assertThat(open(room, tickets, now)).isEqualTo(places.subList(0, second * 10));
    }
  }

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
  @DisplayName("ACC-10 after a restart places go on; turns that were on step back a little")
  void placesOutliveARestart() {
    WaitingRoom before = room(10, 2);
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
  @DisplayName("ACC-10 the pace is what processors can check, less what is left to those inside")
  void thePaceIsMeasured() {
    assertThat(RoomPace.measured(0.1, 4, 50, 0)).isEqualTo(20, within(1e-9));
    assertThat(RoomPace.measured(0.1, 4, 50, 600)).isEqualTo(10, within(1e-9));
    assertThat(RoomPace.measured(0.1, 4, 50, 6000)).isEqualTo(20, within(1e-9));
    assertThatIllegalArgumentException().isThrownBy(() -> pace(RoomMode.AUTO, 0, 2));
  }

  @Test
  @DisplayName("ACC-10 switched on, everybody passes through; a new pace holds from now on")
  void modesAndPaces() {
    WaitingRoom room = new WaitingRoom("one", pace(RoomMode.ON, 1, 30), book, NINE);
    assertThat(room.state(NINE).isActive()).isTrue();
    List<PlaceTicket> tickets = queue(room, 100, NINE);
    assertThat(open(room, tickets, NINE.plusSeconds(10))).hasSize(12);
    room.setPace(pace(RoomMode.ON, 20, 30), NINE.plusSeconds(10));
    assertThat(open(room, tickets, NINE.plusSeconds(11))).hasSize(32);
    room.setPace(pace(RoomMode.OFF, 20, 30), NINE.plusSeconds(11));
    assertThat(open(room, tickets, NINE.plusSeconds(11))).hasSize(100);
    room.setPace(pace(RoomMode.AUTO, 20, 30), NINE.plusSeconds(11));
    assertThat(room.arrive(NINE.plusSeconds(11), false).open()).isTrue();
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

  @Test
  @DisplayName("ACC-10 the expected wait follows the place, and the last asks seldom")
  void expectedWait() {
    WaitingRoom room = room(10, 2);
    List<PlaceTicket> tickets = queue(room, 6000, NINE);
    TicketTurn last = room.look(tickets.get(5999), NINE, false);
    assertThat(last.delay()).isBetween(Duration.ofSeconds(595), Duration.ofSeconds(605));
    assertThat(last.askAgainIn()).isEqualTo(Duration.ofSeconds(30));
    TicketTurn soon = room.look(tickets.get(50), NINE, false);
    assertThat(soon.delay()).isBetween(Duration.ofSeconds(4), Duration.ofSeconds(6));
    assertThat(soon.askAgainIn()).isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  @DisplayName("ACC-10 three thousand people of whom some sleep, fail and return: none is lost")
  void nobodyIsLost() {
    WaitingRoom room = room(50, 10);
    java.util.Random random = new java.util.Random(20260825);
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
