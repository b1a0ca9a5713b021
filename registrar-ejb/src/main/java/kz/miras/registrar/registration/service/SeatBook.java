package kz.miras.registrar.registration.service;

import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import kz.miras.registrar.access.ChainHead;
import kz.miras.registrar.access.SealChain;
import kz.miras.registrar.registration.log.LogAct;
import kz.miras.registrar.registration.log.LogEntry;

/**
 * The seats of some sections while one transaction holds their rows: what is free, what was given,
 * and the log of both. Everything is decided here in memory, for nobody else can change these rows,
 * and written at the end by one conditional statement a row.
 *
 * <p>Not for use by several threads, nor beyond the transaction.
 */
final class SeatBook {

  /** Everybody's seats. */
  static final String ALL = "ALL";

  /** A row of seats. */
  record Key(long section, String pool) implements Comparable<Key> {

    private static final Comparator<Key> ORDER =
        Comparator.comparingLong(Key::section).thenComparing(Key::pool);

    @Override
    public int compareTo(Key other) {
      return ORDER.compare(this, other);
    }
  }

  /** A row as it was read under lock, and what has become of it since. */
  static final class Row {
    final int capacityBefore;
    final int takenBefore;
    final int waitingBefore;
    int capacity;
    int taken;
    int waiting;

    /** Since when the last of the queue waits; null for nobody yet, and for kept seats. */
    Instant newest;

    Row(int capacity, int taken, int waiting) {
      this.capacityBefore = capacity;
      this.takenBefore = taken;
      this.waitingBefore = waiting;
      this.capacity = capacity;
      this.taken = taken;
      this.waiting = waiting;
    }

    boolean isChanged() {
      return capacity != capacityBefore || taken != takenBefore || waiting != waitingBefore;
    }
  }

  /** Who asks, and since when. */
  record Asking(
      Long student,
      Long enrolment,
      UUID submission,
      Instant arrivedAt,
      Instant now,
      String author) {

    /** The same for another student. */
    Asking of(long otherStudent, long otherEnrolment) {
      return new Asking(otherStudent, otherEnrolment, submission, arrivedAt, now, author);
    }

    /** The same, of somebody who has been there since then. */
    Asking since(Instant then) {
      return new Asking(student, enrolment, submission, then, now, author);
    }

    /** The same, decided at this later moment. */
    Asking at(Instant later) {
      return later.isBefore(now)
          ? this
          : new Asking(student, enrolment, submission, arrivedAt, later, author);
    }

    Asking of(Long otherEnrolment) {
      return new Asking(student, otherEnrolment, submission, arrivedAt, now, author);
    }
  }

  private final Function<String, SealChain> seals;
  private final TreeMap<Key, Row> rows = new TreeMap<>();
  private final Map<Long, ChainHead> heads = new HashMap<>();
  private final Map<Long, ChainHead> headsBefore = new HashMap<>();
  private final List<LogEntry> entries = new ArrayList<>();

  SeatBook(Function<String, SealChain> seals) {
    this.seals = seals;
  }

  /** Takes over a row that has just been locked. */
  void locked(Key key, Row row, ChainHead head) {
    if (rows.putIfAbsent(key, row) == null && head != null) {
      heads.put(key.section(), head);
      headsBefore.put(key.section(), head);
    }
  }

  boolean holds(long section) {
    return heads.containsKey(section);
  }

  /**
   * The first of these pools with a seat; null for none. Each transaction that frees one gives it
   * to the first who waits and can be seated, before it ends; what is free then may be due all the
   * same to somebody whose lessons have allowed it since, see {@link WaitersFirst}.
   */
  String free(long section, Collection<String> pools) {
    for (String pool : pools) {
      Row row = rows.get(new Key(section, pool));
      if (row != null && row.taken < row.capacity) {
        return pool;
      }
    }
    return null;
  }

  /** Takes a seat that {@link #free} named. */
  void take(long section, String pool) {
    Row row = row(section, pool);
    if (row.taken >= row.capacity) {
      throw new IllegalStateException("no seat in " + section + " " + pool);
    }
    row.taken++;
  }

  void giveBack(long section, String pool) {
    row(section, pool).taken--;
  }

  /**
   * A seat passes on from one enrolment of a student to the one that takes its place: it is never
   * free between them.
   *
   * @param from who had it
   * @param to who has it now
   */
  void passOn(Key seat, Asking from, Asking to) {
    giveBack(seat.section(), seat.pool());
    log(seat.section(), LogAct.MOVED_OUT, seat.pool(), from, null);
    take(seat.section(), seat.pool());
    log(seat.section(), LogAct.MOVED_IN, seat.pool(), to, null);
  }

  /** Lengthens the queue, which is counted with everybody's seats and with those of the pool. */
  void queue(long section, String pool, int by) {
    row(section, ALL).waiting += by;
    if (!pool.equals(ALL)) {
      row(section, pool).waiting += by;
    }
  }

  /**
   * Since when somebody waits who comes now: after whoever waits already, whatever the clocks of
   * the nodes say. The order in which they got the lock is the order in which they came.
   */
  Instant since(Collection<Key> queues, Instant now) {
    Instant since = now;
    for (Key key : queues) {
      Instant newest = row(key.section(), ALL).newest;
      since = newest == null || since.isAfter(newest) ? since : newest.plus(1, ChronoUnit.MICROS);
    }
    return since;
  }

  /** Puts somebody into a queue and writes it down. */
  void enqueue(Key key, LogAct act, Asking asking, LogEntry.Place place, String verdict) {
    queue(key.section(), key.pool(), 1);
    Row all = row(key.section(), ALL);
    all.newest =
        all.newest == null || place.since().isAfter(all.newest) ? place.since() : all.newest;
    log(key.section(), act, key.pool(), asking, verdict, place);
  }

  Row row(long section, String pool) {
    Row row = rows.get(new Key(section, pool));
    if (row == null) {
      throw new IllegalStateException("seats not locked: " + section + " " + pool);
    }
    return row;
  }

  /** A new pool of kept seats. */
  void open(long section, String pool) {
    rows.putIfAbsent(new Key(section, pool), new Row(0, 0, 0));
  }

  /** Pools of a section, everybody's included. */
  List<String> pools(long section) {
    return rows.keySet().stream().filter(key -> key.section() == section).map(Key::pool).toList();
  }

  /** Seats of a section, all pools together. */
  LogEntry.Seats seats(long section) {
    int capacity = 0;
    int taken = 0;
    for (String pool : pools(section)) {
      capacity += row(section, pool).capacity;
      taken += row(section, pool).taken;
    }
    return new LogEntry.Seats(capacity, taken, row(section, ALL).waiting);
  }

  /**
   * Writes a decision down in the section's chain.
   *
   * @param verdict codes and figures as JSON; null for none
   */
  void log(long section, LogAct act, String pool, Asking asking, String verdict) {
    log(section, act, pool, asking, verdict, null);
  }

  private void log(
      long section, LogAct act, String pool, Asking asking, String verdict, LogEntry.Place place) {
    LogEntry.Fact fact =
        new LogEntry.Fact(
            asking.arrivedAt(),
            asking.now(),
            asking.student(),
            asking.enrolment(),
            asking.submission(),
            act,
            pool,
            seats(section),
            verdict,
            asking.author(),
            place);
    ChainHead head =
        seals
            .apply(LogEntry.chain(section))
            .next(heads.get(section), LogEntry.content(section, fact));
    heads.put(section, head);
    entries.add(new LogEntry(section, head.position(), fact, head.seal()));
  }

  /** What was written down, in order. */
  List<LogEntry> entries() {
    return entries;
  }

  /** Gives every row that was changed, or whose section was logged, in order of key. */
  void changed(Changed each) throws SQLException {
    for (Map.Entry<Key, Row> one : rows.entrySet()) {
      Key key = one.getKey();
      ChainHead head = key.pool().equals(ALL) ? heads.get(key.section()) : null;
      ChainHead before = key.pool().equals(ALL) ? headsBefore.get(key.section()) : null;
      boolean moved = head != null && head.position() != before.position();
      if (one.getValue().isChanged() || moved) {
        each.row(key, one.getValue(), moved ? head : null, before);
      }
    }
  }

  /** Receives a changed row. */
  interface Changed {

    /**
     * A row.
     *
     * @param head new head of the section's chain; null where it did not move
     * @param before head as it was locked; null for kept seats
     */
    void row(Key key, Row row, ChainHead head, ChainHead before) throws SQLException;
  }
}
