package kz.miras.registrar.registration.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SeatBookTest {

  private static final byte[] KEY =
      "a key of at least thirty-two bytes".getBytes(StandardCharsets.UTF_8);
  private static final Instant NOON = Instant.parse("2026-08-20T12:00:00Z");
  private static final SeatBook.Key LECTURE = new SeatBook.Key(1, SeatBook.ALL);
  private static final SeatBook.Key GROUP = new SeatBook.Key(2, SeatBook.ALL);

  private static SeatBook book() {
    SeatBook book = new SeatBook(chain -> SealChain.of(chain, KEY));
    for (SeatBook.Key key : List.of(LECTURE, GROUP)) {
      book.locked(
          key,
          new SeatBook.Row(1, 1, 0),
          new ChainHead(LogEntry.chain(key.section()), 0, new byte[SealChain.SEAL_LENGTH]));
    }
    return book;
  }

  private static Instant comes(SeatBook book, Instant clock, SeatBook.Key... queues) {
    Instant since = book.since(List.of(queues), clock);
    SeatBook.Asking asking = new SeatBook.Asking(7L, 8L, null, clock, clock, "student");
    LogEntry.Place place = new LogEntry.Place(0, since, List.of(SeatBook.ALL));
    for (SeatBook.Key queue : queues) {
      book.enqueue(queue, LogAct.WAITING, asking, place, null);
    }
    return since;
  }

  @Test
  @DisplayName(
      "REG-33 whoever gets the lock later stands behind, though the clock is a minute slow")
  void theLockDecides() {
    SeatBook book = book();
    Instant first = comes(book, NOON, GROUP);
    Instant second = comes(book, NOON.minusSeconds(60), GROUP);
    Instant third = comes(book, NOON, GROUP);

    assertThat(first).isEqualTo(NOON);
    assertThat(second).isAfter(first);
    assertThat(third).isAfter(second);
    assertThat(comes(book, NOON.plusSeconds(1), GROUP)).isEqualTo(NOON.plusSeconds(1));
  }

  @Test
  @DisplayName("REG-33 a place in several queues has one time, after everybody in each of them")
  void oneTimeInAllQueues() {
    SeatBook book = book();
    comes(book, NOON.plusSeconds(5), GROUP);
    Instant both = comes(book, NOON, LECTURE, GROUP);

    assertThat(both).isAfter(NOON.plusSeconds(5));
    assertThat(comes(book, NOON, LECTURE)).isAfter(both);
  }

  @Test
  @DisplayName("REG-33 a place that was moved here keeps its time and holds nobody behind it up")
  void aMovedPlace() {
    SeatBook book = book();
    comes(book, NOON, GROUP);
    SeatBook.Asking asking = new SeatBook.Asking(9L, 9L, null, NOON, NOON, "office");
    Instant earlier = NOON.minusSeconds(90);
    book.enqueue(
        GROUP,
        LogAct.REQUEUED,
        asking,
        new LogEntry.Place(0, earlier, List.of(SeatBook.ALL)),
        null);

    assertThat(comes(book, NOON.minusSeconds(30), GROUP)).isAfter(NOON);
    assertThat(book.entries().get(1).fact().place().since()).isEqualTo(earlier);
  }
}
