package kz.miras.registrar.morning;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import kz.miras.registrar.morning.Replay.Entry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplayTest {

  private static final LocalDateTime START = LocalDateTime.of(2091, 5, 4, 9, 0);

  private final List<Entry> log = new ArrayList<>();

  private void at(String act, long enrolment, int taken, int waiting) {
    at(act, enrolment, taken, waiting, START.plusSeconds(log.size()));
  }

  private void at(String act, long enrolment, int taken, int waiting, LocalDateTime since) {
    log.add(new Entry(1, log.size() + 1L, act, enrolment, 2, taken, waiting, 0, since));
  }

  private void full() {
    at("TAKEN", 1, 1, 0);
    at("TAKEN", 2, 2, 0);
    at("WAITING", 3, 2, 1);
    at("WAITING", 4, 2, 2);
  }

  private List<String> findings() {
    return Replay.of(log).findings();
  }

  @Test
  @DisplayName("REG-33 seats given back and handed on in turn: nothing is found")
  void inTurn() {
    full();
    at("REFUSED", 5, 2, 2);
    at("DROPPED", 1, 1, 2);
    at("PROMOTED", 3, 2, 1);
    at("LEFT_QUEUE", 4, 2, 0);
    at("DROPPED", 2, 1, 0);
    at("TAKEN", 6, 2, 0);
    assertThat(findings()).isEmpty();
    assertThat(Replay.of(log).seats()).containsExactlyInAnyOrder(3L, 6L);
    assertThat(Replay.of(log).queue()).isEmpty();
  }

  @Test
  @DisplayName(
      "REG-11 REG-33 whom lessons keep from a seat leaves the queue, and comes back with the old time")
  void lessonsKeepOneFromIt() {
    full();
    at("DROPPED", 1, 1, 2);
    at("LEFT_QUEUE", 3, 1, 1);
    at("PROMOTED", 4, 2, 0);
    at("WAITING", 5, 2, 1);
    at("REQUEUED", 3, 2, 2, START.plusSeconds(2));
    assertThat(findings()).isEmpty();
    assertThat(Replay.of(log).queue()).containsExactly(3L, 5L);
  }

  @Test
  @DisplayName("REG-5 what is given back once more is refused truly only where it is gone")
  void givenBackTwice() {
    at("TAKEN", 1, 1, 0);
    at("DROPPED", 1, 0, 0);
    at("GONE_ALREADY", 1, 0, 0);
    at("TAKEN", 2, 1, 0);
    assertThat(findings()).isEmpty();
    at("GONE_ALREADY", 2, 1, 0);
    assertThat(findings()).containsExactly("UNTRUE end: 1 5 GONE_ALREADY");
  }

  @Test
  @DisplayName("REG-33 a seat given back and handed on to nobody is lost")
  void aLostSeat() {
    full();
    at("DROPPED", 1, 1, 2);
    assertThat(findings()).singleElement().asString().startsWith("LOST seat");
    at("REFUSED", 5, 1, 2);
    assertThat(findings()).anyMatch(one -> one.startsWith("LOST seat before 1 6"));
  }

  @Test
  @DisplayName("REG-33 one seat handed on twice, and a student promoted twice, are found")
  void aDoublePromotion() {
    full();
    at("DROPPED", 1, 1, 2);
    at("PROMOTED", 3, 2, 1);
    at("PROMOTED", 4, 3, 0);
    assertThat(findings()).anyMatch(one -> one.startsWith("OVERSOLD"));
    log.remove(log.size() - 1);
    at("PROMOTED", 3, 2, 1);
    assertThat(findings()).anyMatch(one -> one.startsWith("DOUBLED promotion"));
  }

  @Test
  @DisplayName("REG-33 the second of the queue, a newcomer and a place set before others are jumps")
  void jumps() {
    full();
    at("DROPPED", 1, 1, 2);
    at("PROMOTED", 4, 2, 1);
    assertThat(findings()).singleElement().asString().startsWith("JUMP of one");
    log.remove(log.size() - 1);
    at("TAKEN", 6, 2, 2);
    assertThat(findings()).anyMatch(one -> one.startsWith("JUMP past"));
    log.subList(4, log.size()).clear();
    at("WAITING", 5, 2, 3, START.minusSeconds(60));
    assertThat(findings()).singleElement().asString().startsWith("JUMP before");
  }

  @Test
  @DisplayName("REG-3 a seat given back twice and figures that are not the seats are found")
  void figures() {
    full();
    at("LEFT_QUEUE", 3, 2, 1);
    at("LEFT_QUEUE", 4, 2, 0);
    at("DROPPED", 1, 1, 0);
    at("DROPPED", 1, 1, 0);
    assertThat(findings()).singleElement().asString().startsWith("RETURNED twice");
    log.remove(log.size() - 1);
    at("DROPPED", 2, 1, 0);
    assertThat(findings()).singleElement().asString().startsWith("FIGURES");
  }
}
