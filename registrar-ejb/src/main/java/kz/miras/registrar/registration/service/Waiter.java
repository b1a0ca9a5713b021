package kz.miras.registrar.registration.service;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import kz.miras.registrar.registration.SectionKind;
import kz.miras.registrar.registration.log.LogEntry;

/**
 * Who waits, and for which seats together: one section of each kind.
 *
 * @param discipline its code
 * @param replaces the enrolment that ends then; 0 for none
 * @param places in queues, those that rest too
 * @param kept pools of its seats that pass on, by section
 */
record Waiter(
    long enrolment,
    long student,
    long offering,
    long term,
    String discipline,
    long replaces,
    int rank,
    Instant since,
    List<Place> places,
    Map<Long, String> kept) {

  /**
   * A section waited for.
   *
   * @param open whether it takes students now
   * @param pools seats that will do now, in the order they are used
   */
  record Place(WaitingRows.Queued queued, SectionKind kind, boolean open, List<String> pools) {

    long section() {
      return queued.key().section();
    }

    /** Where it is counted; while it rests, where it would be: seats may be kept since. */
    SeatBook.Key key() {
      return queued.resting() ? new SeatBook.Key(section(), pools.get(0)) : queued.key();
    }

    /** How it lies in the sealed log. */
    LogEntry.Place logged(Waiter of) {
      return new LogEntry.Place(of.rank(), of.since(), pools, queued.any() ? kind : null);
    }
  }

  /** Where there is a seat now, for each kind; an empty list where there is none. */
  Map<SectionKind, List<Place>> free(SeatBook book) {
    Map<SectionKind, List<Place>> free = new EnumMap<>(SectionKind.class);
    for (Place place : places) {
      List<Place> seats = free.computeIfAbsent(place.kind(), key -> new ArrayList<>());
      if (place.open() && pool(book, place) != null) {
        seats.add(place);
      }
    }
    return free;
  }

  /** The pool of the seat it would get there; null for none. */
  String pool(SeatBook book, Place place) {
    String own = kept.get(place.section());
    return own != null ? own : book.free(place.section(), place.pools());
  }

  /** Whether another section would do as well: then lessons decide which. */
  boolean isForAny() {
    return places.stream().anyMatch(one -> one.queued().any());
  }

  /** Kinds without a planned place, since the section that was planned is no more: all rest. */
  Set<SectionKind> planless() {
    Set<SectionKind> kinds = EnumSet.noneOf(SectionKind.class);
    places.forEach(one -> kinds.add(one.kind()));
    places.stream().filter(one -> !one.queued().instead()).forEach(one -> kinds.remove(one.kind()));
    return kinds;
  }

  /** Places of a kind in sections that take students. */
  List<Place> open(SectionKind kind) {
    return places.stream().filter(one -> one.open() && one.kind() == kind).toList();
  }

  /** Places that rest in sections that take students. */
  List<Place> resting() {
    return places.stream().filter(one -> one.open() && one.queued().resting()).toList();
  }
}
