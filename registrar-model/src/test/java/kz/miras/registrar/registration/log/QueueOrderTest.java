package kz.miras.registrar.registration.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.log.QueueOrder.Jump;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class QueueOrderTest {

  private static final Instant START = Instant.parse("2026-08-20T03:00:00Z");
  private static final long LECTURE = 1;
  private static final long GROUP = 2;
  private static final long OTHER = 3;

  private final List<LogEntry> entries = new ArrayList<>();
  private final Map<Long, Long> positions = new HashMap<>();
  private final Map<Long, Integer> ranks = new HashMap<>();

  /** One minute after another; the enrolment's student has the same key. */
  private void at(int minute, long section, LogAct act, long who, int taken, String pool) {
    at(minute, section, act, who, taken, pool, minute);
  }

  private void at(
      int minute, long section, LogAct act, long who, int taken, String pool, int arrived) {
    boolean waits = act == LogAct.WAITING || act == LogAct.REQUEUED;
    Instant since = START.plusSeconds(60L * (act == LogAct.REQUEUED ? arrived : minute));
    at(
        minute,
        section,
        act,
        who,
        taken,
        pool,
        arrived,
        waits ? new LogEntry.Place(ranks.getOrDefault(who, 0), since, List.of(pool)) : null);
  }

  private void at(
      int minute,
      long section,
      LogAct act,
      long who,
      int taken,
      String pool,
      int arrived,
      LogEntry.Place place) {
    long position = positions.merge(section, 1L, Long::sum);
    Instant now = START.plusSeconds(60L * minute);
    int capacity = section == LECTURE ? 3 : 1;
    entries.add(
        new LogEntry(
            section,
            position,
            new LogEntry.Fact(
                START.plusSeconds(60L * arrived),
                now,
                who,
                who,
                null,
                act,
                pool,
                new LogEntry.Seats(capacity, taken, 0),
                null,
                "student",
                place),
            new byte[32]));
  }

  private void at(int minute, long section, LogAct act, long who, int taken) {
    at(minute, section, act, who, taken, "ALL");
  }

  private List<Jump> jumps() {
    return QueueOrder.jumps(entries);
  }

  /** Ten has the only seat, eleven waits for it since the first minute. */
  private void oneWaits() {
    at(0, GROUP, LogAct.TAKEN, 10, 1);
    at(1, GROUP, LogAct.WAITING, 11, 1);
  }

  /** Twelve waits behind eleven, and in the third minute the seat of ten is free. */
  private void twoWaitForOneSeat() {
    oneWaits();
    at(2, GROUP, LogAct.WAITING, 12, 1);
    at(3, GROUP, LogAct.DROPPED, 10, 0);
  }

  @Test
  @DisplayName("REG-33 whoever came first and is seated first: nobody jumped")
  void inTurn() {
    twoWaitForOneSeat();
    at(3, GROUP, LogAct.PROMOTED, 11, 1);
    at(4, GROUP, LogAct.DROPPED, 11, 0);
    at(4, GROUP, LogAct.PROMOTED, 12, 1);
    assertThat(jumps()).isEmpty();
  }

  @Test
  @DisplayName("REG-33 the second of the queue seated before the first is a jump")
  void theSecondFirst() {
    twoWaitForOneSeat();
    at(3, GROUP, LogAct.PROMOTED, 12, 1);
    assertThat(jumps()).containsExactly(new Jump(GROUP, 5, 2, 11));
  }

  @Test
  @DisplayName("REG-33 a newcomer who takes a seat somebody waits for is a jump")
  void aNewcomer() {
    oneWaits();
    at(2, GROUP, LogAct.DROPPED, 10, 0);
    at(3, GROUP, LogAct.TAKEN, 13, 1);
    assertThat(jumps()).containsExactly(new Jump(GROUP, 4, 2, 11));
  }

  @Test
  @DisplayName("REG-33 whoever left the queue is passed by nobody")
  void whoLeft() {
    oneWaits();
    at(2, GROUP, LogAct.LEFT_QUEUE, 11, 1);
    at(3, GROUP, LogAct.DROPPED, 10, 0);
    at(4, GROUP, LogAct.TAKEN, 13, 1);
    assertThat(jumps()).isEmpty();
  }

  @Test
  @DisplayName("REG-33 a class that comes first is seated before one who came earlier")
  void byClass() {
    ranks.put(11L, 2);
    ranks.put(12L, 1);
    twoWaitForOneSeat();
    at(3, GROUP, LogAct.PROMOTED, 12, 1);
    assertThat(jumps()).isEmpty();
  }

  @Test
  @DisplayName("REG-33 seats kept for a programme are due to nobody else")
  void keptSeats() {
    at(0, GROUP, LogAct.TAKEN, 10, 0);
    at(1, GROUP, LogAct.WAITING, 11, 0);
    at(2, GROUP, LogAct.TAKEN, 13, 1, "P-7");
    assertThat(jumps()).isEmpty();
  }

  @Test
  @DisplayName(
      "REG-33 whoever waits for a full group is passed in the stream, not once it has seats")
  void theOtherSectionIsFull() {
    at(0, GROUP, LogAct.TAKEN, 10, 1);
    at(1, LECTURE, LogAct.WAITING, 11, 0);
    at(1, GROUP, LogAct.WAITING, 11, 1);
    at(2, LECTURE, LogAct.TAKEN, 13, 1);
    assertThat(jumps()).isEmpty();

    at(5, GROUP, LogAct.DROPPED, 10, 0);
    at(8, LECTURE, LogAct.TAKEN, 14, 2);
    assertThat(jumps()).containsExactly(new Jump(LECTURE, 3, 1, 11));
  }

  @Test
  @DisplayName("REG-33 stream and group given at once to the second of the queue are jumps in both")
  void bothAtOnce() {
    at(0, LECTURE, LogAct.TAKEN, 10, 3);
    at(0, GROUP, LogAct.TAKEN, 10, 1);
    for (long who : List.of(11L, 12L)) {
      at((int) who, LECTURE, LogAct.WAITING, who, 3);
      at((int) who, GROUP, LogAct.WAITING, who, 1);
    }
    at(20, LECTURE, LogAct.DROPPED, 10, 2);
    at(20, GROUP, LogAct.DROPPED, 10, 0);
    at(20, LECTURE, LogAct.PROMOTED, 12, 3);
    at(20, GROUP, LogAct.PROMOTED, 12, 1);
    assertThat(jumps()).extracting(Jump::section).containsExactly(LECTURE, GROUP);
  }

  @Test
  @DisplayName("REG-4 REG-33 a place moved from a closed group keeps its time, before and behind")
  void movedPlaces() {
    at(0, GROUP, LogAct.TAKEN, 10, 1);
    at(5, GROUP, LogAct.WAITING, 12, 1);
    at(9, GROUP, LogAct.REQUEUED, 11, 1, "ALL", 2);
    at(10, GROUP, LogAct.DROPPED, 10, 0);
    at(10, GROUP, LogAct.PROMOTED, 11, 1);
    assertThat(jumps()).as("eleven waits since the second minute").isEmpty();
    at(11, GROUP, LogAct.REQUEUED, 13, 1, "ALL", 6);
    at(12, GROUP, LogAct.DROPPED, 11, 0);
    at(12, GROUP, LogAct.PROMOTED, 13, 1);
    assertThat(jumps()).extracting(Jump::student).containsExactly(12L);
  }

  private void waits(int minute, long who, int rank, int since, String... pools) {
    Instant from = START.plusSeconds(60L * since);
    LogEntry.Place place = new LogEntry.Place(rank, from, List.of(pools));
    at(minute, GROUP, LogAct.WAITING, who, 1, pools[0], minute, place);
  }

  @Test
  @DisplayName(
      "REG-33 a seat of any pool that would do is due to who waits, not the first pool only")
  void theSecondPool() {
    at(0, GROUP, LogAct.TAKEN, 10, 1, "P-7");
    waits(1, 11, 0, 1, "G-3", "P-7", "ALL");
    at(2, GROUP, LogAct.DROPPED, 10, 0, "P-7");
    at(3, GROUP, LogAct.TAKEN, 13, 1, "P-7");
    assertThat(jumps()).containsExactly(new Jump(GROUP, 4, 2, 11));
  }

  @Test
  @DisplayName("REG-33 who came first is told by the place, not by the clock of the node")
  void clocksApart() {
    at(0, GROUP, LogAct.TAKEN, 10, 1);
    waits(9, 11, 0, 9, "ALL");
    // decided by a node whose clock is behind
    waits(5, 12, 0, 10, "ALL");
    at(11, GROUP, LogAct.DROPPED, 10, 0);
    at(11, GROUP, LogAct.PROMOTED, 11, 1);
    assertThat(jumps()).isEmpty();
  }

  private void waitsAny(int minute, long section, long who, SectionKind kind) {
    Instant from = START.plusSeconds(60L * minute);
    LogEntry.Place place = new LogEntry.Place(0, from, List.of("ALL"), kind);
    at(minute, section, LogAct.WAITING, who, section == LECTURE ? 3 : 1, "ALL", minute, place);
  }

  private void waitsForBothGroups(int minute, long who) {
    waitsAny(minute, GROUP, who, SectionKind.GROUP);
    waitsAny(minute, OTHER, who, SectionKind.GROUP);
  }

  /** Eleven waits for any of two full groups; in the second minute the other one has a seat. */
  private void oneOfTwoGroupsIsFree() {
    at(0, GROUP, LogAct.TAKEN, 10, 1);
    at(0, OTHER, LogAct.TAKEN, 20, 1);
    waitsForBothGroups(1, 11);
    at(2, OTHER, LogAct.DROPPED, 20, 0);
  }

  @Test
  @DisplayName("REG-33 a seat of any group is due to who waits for any, whichever frees first")
  void anyGroup() {
    oneOfTwoGroupsIsFree();
    at(2, GROUP, LogAct.LEFT_QUEUE, 11, 1);
    at(2, OTHER, LogAct.PROMOTED, 11, 1);
    at(3, GROUP, LogAct.DROPPED, 10, 0);
    at(3, GROUP, LogAct.TAKEN, 13, 1);
    assertThat(jumps()).as("eleven has a seat of the other").isEmpty();

    waitsForBothGroups(4, 12);
    at(5, OTHER, LogAct.DROPPED, 11, 0);
    at(6, OTHER, LogAct.TAKEN, 14, 1);
    assertThat(jumps()).containsExactly(new Jump(OTHER, 7, 5, 12));
  }

  @Test
  @DisplayName("REG-11 REG-33 who has left a queue because lessons overlap is passed by nobody")
  void restingPlaces() {
    oneOfTwoGroupsIsFree();
    at(2, OTHER, LogAct.LEFT_QUEUE, 11, 0);
    at(3, OTHER, LogAct.TAKEN, 13, 1);
    assertThat(jumps()).isEmpty();
  }

  @Test
  @DisplayName("REG-33 of streams of which any will do one with a seat is enough to be passed over")
  void anyStream() {
    at(0, GROUP, LogAct.TAKEN, 10, 1);
    at(0, LECTURE, LogAct.TAKEN, 10, 3);
    at(0, OTHER, LogAct.TAKEN, 20, 1);
    waits(1, 11, 0, 1, "ALL");
    waitsAny(1, LECTURE, 11, SectionKind.LECTURE);
    waitsAny(1, OTHER, 11, SectionKind.LECTURE);
    at(2, GROUP, LogAct.DROPPED, 10, 0);
    at(3, GROUP, LogAct.TAKEN, 13, 1);
    assertThat(jumps()).as("neither stream has a seat").isEmpty();

    at(4, GROUP, LogAct.DROPPED, 13, 0);
    at(5, OTHER, LogAct.DROPPED, 20, 0);
    at(8, GROUP, LogAct.TAKEN, 14, 1);
    assertThat(jumps()).extracting(Jump::student).containsExactly(11L);

    at(9, GROUP, LogAct.DROPPED, 14, 0);
    at(9, OTHER, LogAct.LEFT_QUEUE, 11, 0);
    at(12, GROUP, LogAct.TAKEN, 15, 1);
    assertThat(jumps()).as("in that queue no more").hasSize(1);
  }
}
