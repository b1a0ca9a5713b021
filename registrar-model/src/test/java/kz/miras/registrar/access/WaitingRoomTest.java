package kz.miras.registrar.access;

import static kz.miras.registrar.access.RoomScene.NINE;
import static kz.miras.registrar.access.RoomScene.open;
import static kz.miras.registrar.access.RoomScene.pace;
import static kz.miras.registrar.access.RoomScene.queue;
import static kz.miras.registrar.access.RoomScene.room;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.RoomScene.Book;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/** Who comes in at once, who waits, and how fast the queue moves on. */
class WaitingRoomTest {

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
    WaitingRoom room = new WaitingRoom("one", pace(RoomMode.ON, 1, 30), new Book(), NINE);
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
}
