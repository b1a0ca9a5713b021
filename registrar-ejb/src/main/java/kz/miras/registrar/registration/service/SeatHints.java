package kz.miras.registrar.registration.service;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kz.miras.registrar.registration.Section;

/**
 * How full sections were a moment ago. It only helps to choose; whether a seat is there is decided
 * under its lock.
 */
final class SeatHints {

  /**
   * A row of seats as it was read.
   *
   * @param rested whether somebody would wait for the section if lessons did not meet
   */
  record Seen(int capacity, int taken, int waiting, boolean rested) {

    Seen(int capacity, int taken, int waiting) {
      this(capacity, taken, waiting, false);
    }

    Seen with(int seats, int gone) {
      return new Seen(seats, gone, waiting, rested);
    }

    int free() {
      return Math.max(0, capacity - taken);
    }
  }

  /** More than are decided about while a lock is waited for. */
  private static final int PLENTY = 20;

  private final Map<SeatBook.Key, Seen> seen;

  SeatHints(Map<SeatBook.Key, Seen> seen) {
    this.seen = Map.copyOf(seen);
  }

  /** The same with these seats free: they pass on from an enrolment that is replaced. */
  SeatHints keeping(Map<Long, String> kept) {
    if (kept.isEmpty()) {
      return this;
    }
    Map<SeatBook.Key, Seen> more = new HashMap<>(seen);
    kept.forEach(
        (section, pool) ->
            more.computeIfPresent(
                new SeatBook.Key(section, SeatBook.ALL),
                (key, row) -> row.with(row.capacity() + 1, row.taken())));
    return new SeatHints(more);
  }

  /**
   * The same with so many seats taken more.
   *
   * @param promised by section and pool
   */
  SeatHints less(Map<SeatBook.Key, Integer> promised) {
    Map<SeatBook.Key, Seen> left = new HashMap<>(seen);
    promised.forEach(
        (key, count) ->
            left.computeIfPresent(
                key, (same, row) -> row.with(row.capacity(), row.taken() + count)));
    return new SeatHints(left);
  }

  /** The first pool of a section that had a seat for the student; empty where none had. */
  Optional<SeatBook.Key> seat(long section, Map<Long, List<String>> own) {
    return seat(section, own.getOrDefault(section, List.of(SeatBook.ALL)));
  }

  private Optional<SeatBook.Key> seat(long section, List<String> pools) {
    return pools.stream()
        .map(pool -> new SeatBook.Key(section, pool))
        .filter(key -> seen.containsKey(key) && seen.get(key).free() > 0)
        .findFirst();
  }

  /** Whether there was a seat in each of these sections. */
  boolean free(Collection<Long> sections, Map<Long, List<String>> own) {
    return sections.stream().allMatch(section -> free(section, own) > 0);
  }

  /**
   * Whether each of these sections had so many seats that surely one is left when its lock is
   * given: then the others of the offering, where one might have to wait instead, need no lock.
   */
  boolean roomy(Collection<Long> sections, Map<Long, List<String>> own) {
    return sections.stream().allMatch(section -> free(section, own) >= PLENTY);
  }

  /**
   * Whether other sections of the offering may be decided about too: where the seats chosen may be
   * gone, and where somebody waits, who goes first. All are locked at once then, in order: to lock
   * them one after the other is how two who meet stop each other.
   */
  boolean mayNeedOthers(SeatDecision.Choice choice, Map<Long, List<String>> own) {
    return !roomy(choice.ids(), own)
        || choice.wish().sections().stream().anyMatch(one -> isWaitedFor(one.getId()));
  }

  /** Seats of a section a student may take at once. */
  int free(long section, Map<Long, List<String>> own) {
    int free = 0;
    for (String pool : own.getOrDefault(section, List.of(SeatBook.ALL))) {
      Seen row = seen.get(new SeatBook.Key(section, pool));
      free += row == null ? 0 : row.free();
    }
    return free;
  }

  /** The first of these pools that had a seat; null for none. */
  String pool(long section, List<String> pools) {
    return seat(section, pools).map(SeatBook.Key::pool).orElse(null);
  }

  /** The seats as they were seen, to be decided on without a lock. */
  SeatTurn.Seats asSeats() {
    return new SeatTurn.Seats() {
      @Override
      public String free(long section, List<String> pools) {
        return pool(section, pools);
      }

      @Override
      public int waiting(long section) {
        return SeatHints.this.waiting(section);
      }

      @Override
      public boolean has(long section) {
        return seen.containsKey(new SeatBook.Key(section, SeatBook.ALL));
      }

      @Override
      public void more(List<Long> sections) {
        // they are seen already
      }

      @Override
      public SeatHints seen(List<Long> sections) {
        return SeatHints.this;
      }
    };
  }

  /** Length of the queue of a section. */
  int waiting(long section) {
    Seen row = seen.get(new SeatBook.Key(section, SeatBook.ALL));
    return row == null ? 0 : row.waiting();
  }

  /** Whether anybody waits for a section, or would if lessons did not meet. */
  boolean isWaitedFor(long section) {
    Seen row = seen.get(new SeatBook.Key(section, SeatBook.ALL));
    return row != null && (row.waiting() > 0 || row.rested());
  }

  /** Free seats of each pool, to count down from. */
  Map<SeatBook.Key, Integer> room() {
    Map<SeatBook.Key, Integer> room = new HashMap<>();
    seen.forEach((key, row) -> room.put(key, row.free()));
    return room;
  }

  /** Free seats; below zero the queue, so that whoever has to wait waits where fewest do. */
  private int room(long section, Map<Long, List<String>> own) {
    int free = free(section, own);
    return free > 0 ? free : -waiting(section);
  }

  /** The combinations of sections a student may take, as {@link SectionChoices} puts them. */
  List<List<Section>> combinations(
      List<Section> sections, Set<Long> named, Map<Long, List<String>> own) {
    return SectionChoices.of(sections, named, section -> room(section.getId(), own));
  }
}
